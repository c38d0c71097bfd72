import { expect, test } from './open-tally';
import { allEnded, balance, endedJobs, generate, openJobs, queue, show } from './studio-page';
import { freePlan } from './welcome';

test('the page has nothing of Node and nothing of Electron', async ({ shared: { page } }) => {
  const found = await page.evaluate(() =>
    [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});

test('every window is sandboxed, isolated and without developer tools', async ({ shared }) => {
  await show(shared.page, 'Create');
  await generate(shared.page, { prompt: 'a red boat', side: 256, count: 1 });
  await expect(openJobs(shared.page)).toHaveCount(0);
  const windows = await shared.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      window.webContents.openDevTools();
      return { visible: window.isVisible(), tools: window.webContents.isDevToolsOpened() };
    }),
  );
  expect(windows).toHaveLength(2);
  expect(windows.filter(({ visible }) => visible)).toHaveLength(1);
  expect(windows.some(({ tools }) => tools)).toBe(false);
  for (const page of shared.app.windows()) {
    expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  }
});

test('the page goes nowhere, opens nothing and embeds nothing', async ({ opened }) => {
  const { app, page, faults } = await opened(freePlan);
  const opens = await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(link, frame);
    link.click();
    link.target = '';
    link.click();
    const other = window.open('https://example.com/');
    window.location.href = 'https://example.com/';
    return other !== null;
  });
  expect(opens).toBe(false);
  // Asked of the main process: Playwright itself waits for the navigation that never comes.
  const windows = await app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async ({ webContents }) => ({
        address: webContents.getURL(),
        frames: await Promise.all(
          webContents.mainFrame.frames.map((frame) => frame.executeJavaScript('location.href')),
        ),
        works: (await webContents.executeJavaScript('document.title')) === 'Tally',
      })),
    ),
  );
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({ address: 'tally://app/index.html', works: true });
  expect(windows[0]?.frames).toEqual(['chrome-error://chromewebdata/']);
  // The page says what it refused a moment after it did.
  await expect.poll(() => faults.join()).toContain('Refused to frame');
  faults.length = 0;
});

test('the content security policy lets no foreign code in and nothing out', async ({ shared }) => {
  const blocked = await shared.page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      refused.push(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.harmed = true';
    const foreign = document.createElement('script');
    foreign.src = 'https://example.com/x.js';
    const image = new Image();
    image.src = 'https://example.com/x.png';
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.harmed = true');
    document.body.append(script, foreign, button);
    button.click();
    const failures: string[] = [];
    for (const address of [
      'https://example.com/',
      'tally://app/index.html',
      'file:///etc/passwd',
    ]) {
      await fetch(address).catch(() => failures.push(address));
    }
    // Later, because what a debugger runs at once may evaluate text.
    await new Promise((resolve) => setTimeout(resolve, 0));
    let evaluated = true;
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        try {
          new Function('return 1')();
        } catch {
          evaluated = false;
        }
        resolve();
      }, 0);
    });
    for (const element of [script, foreign, button]) element.remove();
    return { refused, failures, evaluated, harmed: 'harmed' in window };
  });
  expect(blocked).toMatchObject({ evaluated: false, harmed: false });
  expect(blocked.failures).toHaveLength(3);
  expect(blocked.refused).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src-attr', 'img-src', 'connect-src']),
  );
  shared.faults.length = 0;
});

test('permissions are denied, but for copying text', async ({ shared: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const;
    const states: string[] = [];
    for (const name of names) {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      states.push(state);
    }
    const camera = await navigator.mediaDevices
      .getUserMedia({ video: true })
      .then(() => 'granted')
      .catch((error: Error) => error.name);
    const notification = await Notification.requestPermission();
    return { states: [...new Set(states)], camera, notification };
  });
  expect(states).toMatchObject({ states: ['denied'], notification: 'denied' });
  expect(states.camera).not.toBe('granted');
});

test('the media protocol gives out delivered files and nothing else', async ({ shared }) => {
  await show(shared.page, 'Create');
  await generate(shared.page, { prompt: 'a red boat', side: 256, count: 1 });
  await allEnded(shared.page);
  await show(shared.page, 'Gallery');
  const image = shared.page.getByRole('option').first().locator('img');
  const address = await image.getAttribute('src');
  if (address === null) throw new Error('a picture was expected');
  const ask = (asked: string, method = 'GET') =>
    shared.app.evaluate(
      async ({ net }, { asked, method }) => {
        const answer = await net.fetch(asked, { method });
        return { status: answer.status, type: answer.headers.get('content-type') };
      },
      { asked, method },
    );
  const shelf = address.slice('tally-media://thumbnail/'.length);
  const file = `tally-media://library/${shelf}.png`;
  expect(await ask(address)).toEqual({ status: 200, type: 'image/webp' });
  expect(await ask(file)).toEqual({ status: 200, type: 'image/png' });
  expect((await ask(file, 'POST')).status).toBe(405);
  for (const path of [
    '../tally.sqlite',
    '..%2ftally.sqlite',
    '%2e%2e/tally.sqlite',
    `${shelf}.png/../../tally.sqlite`,
    `${shelf.toUpperCase()}.png`,
    `${'0'.repeat(64)}.png`,
    `${shelf}.png?x=1`,
    '',
  ]) {
    expect((await ask(`tally-media://library/${path}`)).status, path).toBe(404);
  }
  for (const path of [`${shelf}.png`, '../tally.sqlite', `${shelf}/..`, '0'.repeat(64)]) {
    expect((await ask(`tally-media://thumbnail/${path}`)).status, path).toBe(404);
  }
  expect((await ask(file.replace('library', 'elsewhere'))).status).toBe(404);
  for (const path of [
    '../../package.json',
    '..%2f..%2fmain%2fmain.js',
    '%2e%2e/main/main.js',
    '.x',
  ]) {
    expect((await ask(`tally://app/${path}`)).status, path).toBe(404);
  }
});

test('garbage on a forged port is answered by nothing and harms nothing', async ({ shared }) => {
  const { page } = shared;
  const heard = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    window.postMessage('tally:connect', '*', [port2]);
    const replies: unknown[] = [];
    port1.onmessage = ({ data }) => replies.push(data);
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const deep = JSON.parse('['.repeat(500) + ']'.repeat(500));
    const garbage = [
      'x',
      '',
      '{',
      '{"i":"1"}',
      42,
      null,
      true,
      [],
      {},
      loop,
      deep,
      new Date(0),
      1n,
    ];
    for (const piece of garbage) port1.postMessage(piece);
    for (const piece of [
      new ArrayBuffer(0),
      new ArrayBuffer(64),
      new Uint8Array(9),
      'y'.repeat(1e6),
    ]) {
      port1.postMessage(piece);
    }
    port1.postMessage('{"i":"2","t":1,"p":{"u":"orpc:/nowhere/at/all"}}');
    await new Promise((resolve) => setTimeout(resolve, 500));
    window.postMessage('tally:connect', '*', [
      new MessageChannel().port2,
      new MessageChannel().port2,
    ]);
    window.postMessage('tally:connect', '*');
    window.postMessage('tally:something-else', '*', [new MessageChannel().port2]);
    return replies.filter((reply) => !String(reply).includes('"i":"2"'));
  });
  expect(heard).toEqual([]);
  await show(page, 'Create');
  await generate(page, { prompt: 'a red boat', side: 256, count: 1 });
  await expect(queue(page)).toContainText('charged');
  await expect(openJobs(page)).toHaveCount(0);
});

test('a darkroom that crashes costs a job, not the app, and the job is not charged', async ({
  shared,
}) => {
  const { app, page } = shared;
  await show(page, 'Create');
  const before = await balance(page).innerText();
  await generate(page, { prompt: 'a doomed harbour', side: 2048, quality: 'Premium', count: 1 });
  await expect(openJobs(page).first()).toContainText(/[1-9] %/);
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isVisible()) window.webContents.forcefullyCrashRenderer();
    }
  });
  const tile = page.getByRole('article', { name: /^Not made: a doomed harbour/ });
  await expect(tile).toContainText('The painter was lost');
  await expect(tile).toContainText('Not charged');
  await expect(endedJobs(page).first()).toContainText('not charged');
  await expect(balance(page)).toHaveText(before.replaceAll('\n', ''));
  await generate(page, { prompt: 'a lucky boat', side: 256, quality: 'Basic' });
  await expect(endedJobs(page).first()).toContainText('1 credit charged');
});
