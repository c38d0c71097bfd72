// Runs the application that STOPWATCH_APPLICATION names and says when its first window has something
// to show; both sides of a comparison start through here.
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const application = process.env['STOPWATCH_APPLICATION'];
if (application === undefined) throw new Error('STOPWATCH_APPLICATION names no application');

app.once('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => process.stdout.write('ready-to-show\n'));
});
await import(pathToFileURL(application).href);
