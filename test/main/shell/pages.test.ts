import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerPage } from '../../../src-main/shell/page-answer';
import { isPage, pageAddress, pageSource, parsePageAddress } from '../../../src-main/shell/pages';
import { temporaryFolder } from '../../helpers/temporary-folder';

describe('where pages come from', () => {
  test('the built files, unless an unpackaged Tally is told of a server on this machine', () => {
    const built = { base: 'tally://app', development: false };
    expect(pageSource(undefined, false)).toEqual(built);
    expect(pageSource('http://localhost:5173/', false)).toEqual({
      base: 'http://localhost:5173',
      development: true,
    });
    expect(pageSource('http://localhost:5173', true)).toEqual(built);
    for (const elsewhere of ['http://example.com', 'https://localhost', 'file:///tmp', 'x', '']) {
      expect(pageSource(elsewhere, false)).toEqual(built);
    }
  });

  test('only the page itself is the page', () => {
    const source = pageSource(undefined, true);
    expect(pageAddress(source, 'index.html')).toBe('tally://app/index.html');
    expect(isPage(source, 'index.html', 'tally://app/index.html')).toBe(true);
    expect(isPage(source, 'index.html', 'tally://app/index.html#/queue')).toBe(true);
    for (const other of [
      'tally://app/darkroom.html',
      'tally://app/index.html.evil',
      'tally://apple/index.html',
      'https://example.com/tally://app/index.html',
      '',
    ]) {
      expect(isPage(source, 'index.html', other)).toBe(false);
    }
  });
});

test.each([
  ['tally://app/index.html', ['index.html']],
  ['tally://app/assets/index-Hbl6kAQX.js?x=1', ['assets', 'index-Hbl6kAQX.js']],
  ['tally://app/assets/../index.html', ['index.html']],
  ['tally://app/../../etc/passwd', ['etc', 'passwd']],
  ['tally://app/%2e%2e/%2e%2e/etc/passwd', ['etc', 'passwd']],
  ['tally://app/..%2f..%2fetc/passwd', null],
  ['tally://app/..\\..\\secret', null],
  ['tally://app/%00', null],
  ['tally://app//etc/passwd', null],
  ['tally://app/.env', null],
  ['tally://app/C:/Windows/win.ini', null],
  ['tally://app/', null],
  ['tally://other/index.html', null],
  ['file:///index.html', null],
  ['nonsense', null],
])('%s names %j below the pages’ folder', (address, segments) => {
  expect(parsePageAddress(address)).toEqual(segments);
});

describe('serving pages', () => {
  function built(): string {
    const folder = join(temporaryFolder(), 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
    writeFileSync(join(folder, '..', 'secret.json'), '{}');
    return folder;
  }

  test('a built file comes with its type and the strict policy', async () => {
    const answer = await answerPage(built(), 'GET', 'tally://app/index.html');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  test('only the page of the darkroom may fetch, Tally’s own files alone, and run WebAssembly', async () => {
    const folder = built();
    writeFileSync(join(folder, 'darkroom.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets', 'darkroom.html'), '<!doctype html>');
    const policyOf = async (page: string) => {
      const answer = await answerPage(folder, 'GET', `tally://app/${page}`);
      await answer.text();
      return answer.headers.get('content-security-policy') ?? '';
    };
    const [index, darkroom] = [await policyOf('index.html'), await policyOf('darkroom.html')];
    expect(index).toContain("connect-src 'none'");
    expect(index).not.toContain('wasm');
    expect(await policyOf('assets/darkroom.html')).toBe(index);
    expect(await policyOf('assets/a.js')).toBe(index);
    expect(darkroom).toContain("connect-src 'self';");
    expect(darkroom).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(darkroom).not.toMatch(/'unsafe-eval'|'unsafe-inline'|https?:|\*/);
    const others = (policy: string) =>
      policy.split('; ').filter((rule) => !/^(script|connect)-src /.test(rule));
    expect(others(darkroom)).toEqual(others(index));
  });

  test.each([
    ['network.wasm', 'application/wasm'],
    ['weights.bin', 'application/octet-stream'],
    ['model.json', 'application/json'],
  ])('%s comes as %s', async (name, type) => {
    const folder = built();
    writeFileSync(join(folder, 'assets', name), '0');
    const answer = await answerPage(folder, 'GET', `tally://app/assets/${name}`);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(await answer.text()).toBe('0');
  });

  test.each([
    'tally://app/absent.js',
    'tally://app/assets',
    'tally://app/../secret.json',
    'tally://app/..%2fsecret.json',
    'tally://app/index.html/x.js',
  ])('%s is not found', async (address) => {
    expect((await answerPage(built(), 'GET', address)).status).toBe(404);
  });

  test('files of no known kind, and other methods, are not served', async () => {
    const folder = built();
    symlinkSync('/etc/passwd', join(folder, 'passwd'));
    expect((await answerPage(folder, 'GET', 'tally://app/passwd')).status).toBe(404);
    expect((await answerPage(folder, 'POST', 'tally://app/index.html')).status).toBe(405);
  });
});
