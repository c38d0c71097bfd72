import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { app, dialog, type MessagePortMain, powerMonitor, safeStorage } from 'electron';
import { version } from '../package.json';
import { parseInstant } from '../src-shared/billing/instant';
import { bytesInMessages } from '../src-shared/contract/bytes-in-messages';
import { type DataProblem, describeRefusal, isRetryable } from '../src-shared/refusal';
import { systemClock } from './clock';
import { openDarkroomWindow } from './engines/darkroom/darkroom-window';
import { createDarkrooms, darkroomsFor } from './engines/darkroom/darkrooms';
import { createMotionEngine } from './engines/motion/motion-engine';
import { createRefineEngine } from './engines/refine/refine-engine';
import { createSketchEngine } from './engines/sketch/sketch-engine';
import { sealedKeyStore } from './proof/sealed-key-store';
import type { Context } from './rpc/context';
import { router } from './rpc/router';
import { registerSchemes, servePages } from './shell/app-protocol';
import { chooseFile } from './shell/choose-file';
import { type CommandSocket, serveCommands } from './shell/command-socket';
import { configurationFolder, dataPlace } from './shell/data-place';
import { keyVault } from './shell/key-vault';
import { parseLaunch } from './shell/launch-options';
import { logUncaught, openLog } from './shell/log';
import { serveMedia } from './shell/media-protocol';
import { installMenu } from './shell/menu';
import { type Ownership, takeOwnershipFrom } from './shell/ownership';
import { pageSource } from './shell/pages';
import { createPrinter } from './shell/print-pdf';
import { confinePages } from './shell/security';
import { showOther } from './shell/show-other';
import { applyTheme } from './shell/theme';
import { explainUnusableData } from './shell/unusable-data';
import { openWindow, type TallyWindow } from './shell/window';
import { readSettings } from './store/personal-settings';
import { openStudio, type Studio } from './studio';
import { runCommand } from './terminal/run-command';

/** Exit statuses that the launcher understands; the names are those of sysexits. */
const exitStatus = { done: 0, software: 70, ownedByAnother: 75, dataRefused: 78 } as const;
/** How long a folder is waited for whose owner is about to end, in milliseconds. */
const ownerPatience = 5_000;
/** How long the answer to a call may take to leave before Tally is closed under it, in milliseconds. */
const answerTime = 300;
/** A host leaves old jobs alone for so long: most commands are gone by then. */
const hostPatience = 400;

const launch = parseLaunch(process.argv);
const place = dataPlace(launch.dataFolder);
const preload = join(import.meta.dirname, '../preload/preload.cjs');
const source = pageSource(process.env['ELECTRON_RENDERER_URL'], app.isPackaged);
const log = openLog(place.folder);
const keys = sealedKeyStore(place.folder, () => keyVault(safeStorage, process.platform));
/** What it means for the key of a language model that there is no key store. */
const keyGoesOn = 'so the key is kept only until Tally is closed.';
let window: TallyWindow | null = null;
/** Closes Tally and opens it again in this very process. */
let startAnew: () => void = () => undefined;

logUncaught(log, () => app.exit(exitStatus.software));
registerSchemes();
app.setPath('userData', join(place.folder, 'chromium'));
app.on('window-all-closed', () => undefined);
// Awaiting readiness at the top level of a module would wait for ever.
app.whenReady().then(begin).catch(fail);

/** What can be done only once, however often opening the data is tried. */
function begin(): Promise<void> {
  confinePages(source, log);
  servePages(join(import.meta.dirname, '../renderer'));
  return start();
}

async function start(showing = !launch.host): Promise<void> {
  const testClock = launch.testClock === null ? null : parseInstant(launch.testClock);
  if (launch.testClock !== null && testClock === null) return refuseTestClock(launch.testClock);
  const ownership = await takeOwnershipFrom(place.folder, place.address, ownerPatience);
  if (ownership.kind === 'in-use') return leaveToOther();
  if (ownership.kind === 'unusable') return refuseData(ownership.reason);
  const darkrooms = createDarkrooms({ open: () => openDarkroomWindow({ source, preload, log }) });
  const places = darkroomsFor(availableParallelism());
  const opened = await openStudio({
    dataFolder: place.folder,
    clock: systemClock,
    testClock,
    engines: [
      createSketchEngine(darkrooms, places),
      createRefineEngine(darkrooms, places),
      createMotionEngine(darkrooms, places),
    ],
    bringIn: darkrooms.bringIn,
    readDocument: darkrooms.readDocument,
    saveDialog: (fileName) => askWhere(fileName),
    printPdf: createPrinter(log),
    report: (error, where) => log.error('a bug', error, { where }),
    keys,
    modelVault: () => keyVault(safeStorage, process.platform, keyGoesOn),
    ownFolder: configurationFolder(),
    startAnew: () => startAnew(),
  });
  if (opened.kind === 'unusable') {
    ownership.release();
    return refuseData(opened.reason, opened.detail);
  }
  await run(opened.studio, ownership, showing);
}

/** Shows Tally, or serves terminals only, until one or the other is done. */
async function run(
  studio: Studio,
  ownership: Extract<Ownership, { kind: 'owned' }>,
  showing: boolean,
): Promise<void> {
  serveMedia(studio.ports);
  const { requeued, unknown, sweptFiles } = studio.recovery;
  log.info('opened', { requeued: requeued.length, unknown: unknown.length, sweptFiles });
  let commands: CommandSocket | null = null;
  let closing = false;
  const onQuit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    closeOrFail();
  };
  const shut = async () => {
    closing = true;
    app.off('before-quit', onQuit);
    powerMonitor.off('resume', studio.lookAtClock);
    powerMonitor.off('unlock-screen', studio.lookAtClock);
    await commands?.close();
    await studio.backUp();
    await studio.close();
    ownership.release();
  };
  const close = async () => {
    if (closing) return;
    await shut();
    app.exit(exitStatus.done);
  };
  const closeOrFail = () => void close().catch(fail);
  const reopen = async () => {
    await rest(answerTime);
    if (closing) return;
    const shown = window !== null;
    closing = true;
    window?.browserWindow.destroy();
    await shut();
    // Without a window there is nothing to show again: the next command opens the data.
    if (!shown) return app.exit(exitStatus.done);
    await start(shown);
  };
  startAnew = () => void reopen().catch(fail);
  app.on('before-quit', onQuit);
  powerMonitor.on('resume', studio.lookAtClock);
  powerMonitor.on('unlock-screen', studio.lookAtClock);
  commands = await serveCommands({
    address: place.address,
    execute: (call) => runCommand(call, { tally: clientFor(studio), version }),
    onShow: () => (window === null ? showWindow(studio, closeOrFail) : window.show()),
    onFault: (error) => log.error('a terminal', error),
    ...(launch.host && { onIdle: closeOrFail, isNeeded: () => window !== null }),
  });
  if (showing) {
    showWindow(studio, closeOrFail);
    studio.queue.work();
    await studio.backUp();
  } else {
    setTimeout(() => studio.queue.work(), hostPatience);
  }
}

function showWindow(studio: Studio, onClosed: () => void): void {
  applyTheme(readSettings(studio.ports.settings).theme);
  followStudio(studio).catch(fail);
  installMenu({ platform: process.platform, development: source.development });
  const handler = new RPCHandler(router, { customJsonSerializers: [bytesInMessages] });
  const accept = (port: MessagePortMain) => {
    handler.upgrade(port, { context: { studio, caller: 'page' } satisfies Context });
    port.start();
  };
  const forget = () => {
    window = null;
    onClosed();
  };
  const { folder: dataFolder } = place;
  window = openWindow({ source, preload, dataFolder, log, accept, onClosed: forget });
}

/** What the window shows of the studio outside its page: the theme, and how much is running. */
async function followStudio(studio: Studio): Promise<void> {
  for await (const event of studio.events.subscribe(undefined)) {
    if (event.kind === 'settings-changed') applyTheme(event.settings.theme);
    if (event.kind === 'jobs-changed') window?.setRunning(studio.queue.runningCount());
  }
}

function clientFor(studio: Studio) {
  return createRouterClient(router, { context: { studio, caller: 'terminal' } satisfies Context });
}

async function askWhere(fileName: string) {
  if (window === null) return null;
  return chooseFile(window.browserWindow, fileName);
}

/** Another Tally owns the folder: its window comes to the front, or the launcher asks it. */
async function leaveToOther(): Promise<void> {
  if (launch.host) return app.exit(exitStatus.ownedByAnother);
  if (await showOther(place.address)) return app.exit(exitStatus.done);
  await refuseData('in-use');
}

/** A clock that can't be read is no clock of the computer's either: nothing is opened. */
function refuseTestClock(text: string): void {
  const words = `--test-clock «${text}» is no instant; write one such as 2026-01-31T09:00:00Z.`;
  log.warn('the test clock can’t be read', {});
  if (launch.host) process.stderr.write(`${words}\n`);
  else dialog.showErrorBox('Tally can’t start this test workspace', words);
  app.exit(exitStatus.dataRefused);
}

/** Without its ledger Tally does not start: it says why and, where there is one, offers a way out. */
async function refuseData(reason: DataProblem, detail?: string): Promise<void> {
  const found = detail === undefined ? {} : { detail };
  const refusal = { code: 'data-unusable', reason, folder: place.folder, ...found } as const;
  log.warn('the data can’t be opened', { reason });
  if (launch.host) {
    const message = describeRefusal(refusal);
    const retryable = isRetryable(refusal.code);
    const told = { ...refusal, message, retryable };
    process.stderr.write(`${JSON.stringify({ refusal: told })}\n`);
    return app.exit(exitStatus.dataRefused);
  }
  const again = await explainUnusableData(refusal, keys);
  if (again) return start();
  app.exit(exitStatus.dataRefused);
}

function fail(error: unknown): void {
  log.error('Tally could not go on', error);
  app.exit(exitStatus.software);
}
