// A hidden window, confined as a darkroom is, in which one clip is made; what it took goes to standard output as JSON.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const order = process.env['FILM_ORDER'];
if (order === undefined) throw new Error('FILM_ORDER names no clip');

// Awaiting readiness at the top level of a module would wait for ever.
app.whenReady().then(async () => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  await window.loadFile(join(import.meta.dirname, 'page', 'index.html'));
  const figures = await window.webContents.executeJavaScript(`measureFilm(${order})`);
  process.stdout.write(`figures ${JSON.stringify(figures)}\n`);
});
