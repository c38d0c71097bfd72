import { BrowserWindow, type MessagePortMain } from 'electron';
import { darkroomReportSchema } from '../../../src-shared/contract/darkroom';
import { connectPage } from '../../shell/connect-page';
import type { Log } from '../../shell/log';
import { type PageSource, pageAddress } from '../../shell/pages';
import type { Darkroom, DarkroomLoss, DarkroomNews } from './darkroom';

export type DarkroomWindowOptions = {
  readonly source: PageSource;
  readonly preload: string;
  readonly log: Log;
};

/** Milliseconds that a page may take to load on a busy machine. */
const startLimit = 30_000;

/** Opens a darkroom in a hidden, sandboxed window; settles when it is ready or lost. */
export function openDarkroomWindow(
  options: DarkroomWindowOptions,
): Promise<Darkroom | DarkroomLoss> {
  return new Promise((resolve) => {
    const darkroom = createDarkroom(options);
    const timer = setTimeout(() => darkroom.lose('it did not start in time'), startLimit);
    darkroom.listen((news) => {
      clearTimeout(timer);
      darkroom.listen(null);
      if (news.kind === 'lost') resolve(news);
      else if (news.kind === 'ready') resolve(darkroom);
      else darkroom.lose('it spoke before it was ready');
    });
  });
}

function createDarkroom(
  options: DarkroomWindowOptions,
): Darkroom & { lose: (reason: string) => void } {
  const { source, preload, log } = options;
  const browserWindow = createHiddenWindow(preload);
  const { webContents } = browserWindow;
  let listener: ((news: DarkroomNews) => void) | null = null;
  let port: MessagePortMain | null = null;
  let isOpen = true;
  const lose = (reason: string) => {
    if (!isOpen) return;
    isOpen = false;
    port?.close();
    if (!browserWindow.isDestroyed()) browserWindow.destroy();
    log.info('a darkroom was closed', { reason });
    listener?.({ kind: 'lost', reason });
  };
  const hear = (data: unknown) => {
    const report = darkroomReportSchema.safeParse(data);
    // One that does not keep to the contract is no longer trusted with anything.
    if (!report.success) lose('it sent a report that is none');
    else if (isOpen) listener?.(report.data);
  };
  const accept = (accepted: MessagePortMain) => {
    if (port !== null) return lose('its page was loaded anew');
    port = accepted;
    port.on('message', ({ data }) => hear(data));
    port.start();
  };
  connectPage(webContents, { source, page: 'darkroom.html', log, accept });
  webContents.on('render-process-gone', (_event, { reason }) => lose(reason));
  browserWindow.on('closed', () => lose('its window was closed'));
  browserWindow
    .loadURL(pageAddress(source, 'darkroom.html'))
    .catch(() => lose('its page did not load'));
  return {
    get isOpen() {
      return isOpen;
    },
    send: (command) => port?.postMessage(command),
    listen: (next) => {
      listener = next;
    },
    close: () => lose('no longer needed'),
    lose,
  };
}

function createHiddenWindow(preload: string): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 320,
    height: 240,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
      // Hidden pages are slowed down otherwise.
      backgroundThrottling: false,
    },
  });
}
