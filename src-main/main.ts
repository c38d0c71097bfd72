import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { app, type MessagePortMain } from 'electron';
import { version } from '../package.json';
import { type DataProblem, describeRefusal, isRetryable } from '../src-shared/refusal';
import { systemClock } from './clock';
import { openDarkroomWindow } from './engines/darkroom/darkroom-window';
import { createDarkrooms, darkroomsFor } from './engines/darkroom/darkrooms';
import { createSketchEngine } from './engines/sketch/sketch-engine';
import type { Context } from './rpc/context';
import { router } from './rpc/router';
import { registerSchemes, servePages } from './shell/app-protocol';
import { chooseFile } from './shell/choose-file';
import { type CommandSocket, serveCommands } from './shell/command-socket';
import { dataPlace } from './shell/data-place';
import { parseLaunch } from './shell/launch-options';
import { logUncaught, openLog } from './shell/log';
import { serveMedia } from './shell/media-protocol';
import { installMenu } from './shell/menu';
import { type Ownership, takeOwnershipFrom } from './shell/ownership';
import { pageSource } from './shell/pages';
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
/** A host leaves old jobs alone for so long: most commands are gone by then. */
const hostPatience = 400;

const launch = parseLaunch(process.argv);
const place = dataPlace(launch.dataFolder);
const preload = join(import.meta.dirname, '../preload/preload.cjs');
const source = pageSource(process.env['ELECTRON_RENDERER_URL'], app.isPackaged);
const log = openLog(place.folder);
let window: TallyWindow | null = null;

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

async function start(): Promise<void> {
  const ownership = await takeOwnershipFrom(place.folder, place.address, ownerPatience);
  if (ownership.kind === 'in-use') return leaveToOther();
  if (ownership.kind === 'unusable') return refuseData(ownership.reason);
  const opened = await openStudio({
    dataFolder: place.folder,
    clock: systemClock,
    engines: [sketch()],
    saveDialog: (fileName) => askWhere(fileName),
    report: (error, where) => log.error('a bug', error, { where }),
  });
  if (opened.kind === 'unusable') {
    ownership.release();
    return refuseData(opened.reason);
  }
  await run(opened.studio, ownership);
}

/** Shows Tally, or serves terminals only, until one or the other is done. */
async function run(
  studio: Studio,
  ownership: Extract<Ownership, { kind: 'owned' }>,
): Promise<void> {
  serveMedia(studio.ports.library);
  const { requeued, unknown, sweptFiles } = studio.recovery;
  log.info('opened', { requeued: requeued.length, unknown: unknown.length, sweptFiles });
  let commands: CommandSocket | null = null;
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    await commands?.close();
    await studio.close();
    ownership.release();
    app.exit(exitStatus.done);
  };
  const closeOrFail = () => void close().catch(fail);
  app.on('before-quit', (event) => {
    event.preventDefault();
    closeOrFail();
  });
  commands = await serveCommands({
    address: place.address,
    execute: (call) => runCommand(call, { tally: clientFor(studio), version }),
    onShow: () => (window === null ? showWindow(studio, closeOrFail) : window.show()),
    onFault: (error) => log.error('a terminal', error),
    ...(launch.host && { onIdle: closeOrFail, isNeeded: () => window !== null }),
  });
  if (launch.host) {
    setTimeout(() => studio.queue.work(), hostPatience);
  } else {
    showWindow(studio, closeOrFail);
    studio.queue.work();
    await studio.backUp();
  }
}

function showWindow(studio: Studio, onClosed: () => void): void {
  applyTheme(readSettings(studio.ports.settings).theme);
  followStudio(studio).catch(fail);
  installMenu({ platform: process.platform, development: source.development });
  const handler = new RPCHandler(router);
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

function sketch() {
  const darkrooms = createDarkrooms({ open: () => openDarkroomWindow({ source, preload, log }) });
  return createSketchEngine(darkrooms, darkroomsFor(availableParallelism()));
}

async function askWhere(fileName: string) {
  if (window === null) return null;
  return chooseFile(window.browserWindow, { folder: app.getPath('pictures'), fileName });
}

/** Another Tally owns the folder: its window comes to the front, or the launcher asks it. */
async function leaveToOther(): Promise<void> {
  if (launch.host) return app.exit(exitStatus.ownedByAnother);
  if (await showOther(place.address)) return app.exit(exitStatus.done);
  await refuseData('in-use');
}

/** Without its ledger Tally does not start: it says why and, where there is one, offers a way out. */
async function refuseData(reason: DataProblem): Promise<void> {
  const refusal = { code: 'data-unusable', reason, folder: place.folder } as const;
  log.warn('the data can’t be opened', { reason });
  if (launch.host) {
    const message = describeRefusal(refusal);
    const retryable = isRetryable(refusal.code);
    const told = { ...refusal, message, retryable };
    process.stderr.write(`${JSON.stringify({ refusal: told })}\n`);
    return app.exit(exitStatus.dataRefused);
  }
  const again = await explainUnusableData(place.folder, reason);
  if (again) return start();
  app.exit(exitStatus.dataRefused);
}

function fail(error: unknown): void {
  log.error('Tally could not go on', error);
  app.exit(exitStatus.software);
}
