import { join } from 'node:path';
import { BrowserWindow, type MessagePortMain, screen } from 'electron';
import { connectPage } from './connect-page';
import type { Log } from './log';
import { type PageSource, pageAddress } from './pages';
import { followTheme, surfaceColour } from './theme';
import { placeWindow, smallestWindow } from './window-place';
import { readWindowPlace, writeWindowPlace } from './window-place-file';

export type OpenWindowOptions = {
  readonly source: PageSource;
  readonly preload: string;
  readonly dataFolder: string;
  readonly log: Log;
  /** Called with the page's port, once for each time the page loads. */
  readonly accept: (port: MessagePortMain) => void;
  /** Called when the window is gone. Hidden darkrooms stay open, so quit from here. */
  readonly onClosed: () => void;
};

/** Tally's one window. */
export type TallyWindow = {
  readonly browserWindow: BrowserWindow;
  /** Brings it to the front, as when a second Tally is started. */
  show(): void;
  /** Shows in the title how many jobs run. */
  setRunning(count: number): void;
};

/** Milliseconds of rest after which a moved window's place is remembered. */
const restBeforeSaving = 500;
const mostReloads = 3;

/** Opens the window; it appears once the page has something to show. */
export function openWindow(options: OpenWindowOptions): TallyWindow {
  const placeFile = join(options.dataFolder, 'window.json');
  const browserWindow = createWindow(options, placeFile);
  const { webContents } = browserWindow;
  connectPage(webContents, { ...options, page: 'index.html' });
  reloadAfterCrash(browserWindow, options.log);
  browserWindow.on('page-title-updated', (event) => event.preventDefault());
  followTheme(browserWindow);
  rememberPlace(browserWindow, placeFile, options.log);
  browserWindow.on('closed', options.onClosed);
  browserWindow.loadURL(pageAddress(options.source, 'index.html')).catch((error: unknown) => {
    options.log.error('the page did not load', error);
  });
  return {
    browserWindow,
    show: () => {
      if (browserWindow.isMinimized()) browserWindow.restore();
      browserWindow.show();
      browserWindow.focus();
    },
    setRunning: (count) => browserWindow.setTitle(titleFor(count)),
  };
}

function titleFor(running: number): string {
  return running > 0 ? `Tally – ${running} running` : 'Tally';
}

function createWindow(options: OpenWindowOptions, placeFile: string): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { width, height, position, maximised } = placeWindow(readWindowPlace(placeFile), areas);
  const browserWindow = new BrowserWindow({
    title: titleFor(0),
    width,
    height,
    ...position,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: surfaceColour(),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: options.source.development,
    },
  });
  browserWindow.once('ready-to-show', () => {
    if (maximised) browserWindow.maximize();
    browserWindow.show();
  });
  return browserWindow;
}

/** A page that crashed is loaded anew; one that keeps crashing is left alone, and the queue goes on. */
function reloadAfterCrash(browserWindow: BrowserWindow, log: Log): void {
  let reloads = 0;
  browserWindow.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.warn('the window’s page is gone', { reason, exitCode });
    if (reason === 'clean-exit' || reloads >= mostReloads) return;
    reloads += 1;
    browserWindow.webContents.reload();
  });
}

/** While it is moved as well as when it is closed: quitting closes no window, it ends the process. */
function rememberPlace(browserWindow: BrowserWindow, placeFile: string, log: Log): void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    if (!browserWindow.isDestroyed()) savePlace(browserWindow, placeFile, log);
  };
  const saveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, restBeforeSaving);
  };
  browserWindow.on('resize', saveSoon);
  browserWindow.on('move', saveSoon);
  browserWindow.on('close', save);
}

function savePlace(browserWindow: BrowserWindow, placeFile: string, log: Log): void {
  const { x, y, width, height } = browserWindow.getNormalBounds();
  const saved = writeWindowPlace(placeFile, {
    x,
    y,
    width,
    height,
    maximised: browserWindow.isMaximized(),
  });
  if (!saved) log.warn('the window’s place could not be remembered');
}
