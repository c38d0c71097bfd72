import { type BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../src-shared/contract/settings';

/** The pages' own surface, so that nothing flashes before the first paint. */
const surfaces = { light: '#eff0f0', dark: '#101110' };

/** Gives menus, dialogs and the pages' `prefers-color-scheme` the theme. Call it before the window opens. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

export function surfaceColour(): string {
  return surfaces[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
}

/** Keeps what lies behind the page in the theme's colour, also when the system changes it. */
export function followTheme(browserWindow: BrowserWindow): void {
  const follow = () => browserWindow.setBackgroundColor(surfaceColour());
  nativeTheme.on('updated', follow);
  browserWindow.once('closed', () => nativeTheme.off('updated', follow));
}
