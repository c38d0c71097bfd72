import { app, session } from 'electron';
import type { Log } from './log';
import { isPage, type PageSource } from './pages';

const grantable: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/**
 * Holds every page, now and later, in its place: no navigation, no new windows, no embedded pages, no
 * permissions. Copying text by the clipboard's sanitised door and filling the screen with a clip are granted, to the
 * page alone.
 * Call it once, when Electron is ready and before the first window.
 */
export function confinePages(source: PageSource, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (what: string) => log.warn(`refused to ${what}`, { kind: contents.getType() });
    contents.on('will-navigate', (event) => {
      // The development server reloads the pages it serves.
      if (source.development && event.isMainFrame && event.url === contents.getURL()) return;
      event.preventDefault();
      refuse('navigate');
    });
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame) return;
      event.preventDefault();
      refuse('fill a frame');
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
      refuse('follow a redirect');
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      refuse('embed a page');
    });
    contents.setWindowOpenHandler(() => {
      refuse('open a window');
      return { action: 'deny' };
    });
  });
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, decide) => {
    const granted = grantable.has(permission) && isOwnPage(source, contents.getURL());
    if (!granted) log.warn('refused a permission', { permission });
    decide(granted);
  });
  defaultSession.setPermissionCheckHandler(
    (contents, permission) =>
      grantable.has(permission) && contents !== null && isOwnPage(source, contents.getURL()),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}

function isOwnPage(source: PageSource, address: string): boolean {
  return isPage(source, 'index.html', address);
}
