// Runs the built Tally, crashes the window's page once it has been loaded, writes the text that the page
// shows after that to standard output, and quits. A debugger would hold the new page back, so that
// Playwright can't look at this.
import { app } from 'electron';

let loads = 0;
app.once('web-contents-created', (_event, contents) => {
  contents.on('did-finish-load', async () => {
    loads += 1;
    if (loads === 1) return contents.forcefullyCrashRenderer();
    const text = await contents.executeJavaScript(`new Promise((resolve) => {
      const look = () => {
        const header = document.querySelector('header');
        if (header === null) setTimeout(look, 50);
        else resolve(header.innerText);
      };
      look();
    })`);
    process.stdout.write(`${JSON.stringify({ text })}\n`);
    app.quit();
  });
});
await import('../../../out/main/main.js');
