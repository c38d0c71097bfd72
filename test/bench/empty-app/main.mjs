// The least that an application with a confined window and a React page can be: what Tally's window is
// held against.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

// Awaiting readiness at the top level of a module would wait for ever.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(join(import.meta.dirname, 'page', 'index.html'));
});
