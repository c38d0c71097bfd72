import { Menu, type MenuItemConstructorOptions } from 'electron';

export type MenuOptions = { readonly platform: NodeJS.Platform; readonly development: boolean };

/** Gives the application its menu: what a platform's user expects, and nothing that leaves Tally. */
export function installMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** Only roles, so that words and shortcuts are the platform's own. */
function menuTemplate({ platform, development }: MenuOptions): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  // A reload in the middle of work helps nobody but the person who writes Tally.
  if (development) view.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' });
  const menus: MenuItemConstructorOptions[] = [
    { label: 'File', submenu: [{ role: platform === 'darwin' ? 'close' : 'quit' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ];
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus;
}
