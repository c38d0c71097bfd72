import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../../helpers/terminal';

let terminal: Terminal;

beforeEach(async () => {
  terminal = await openTerminal({ begun: false });
});
afterEach(() => terminal.close());

async function result(...argv: string[]): Promise<Record<string, unknown>> {
  const { reply } = await terminal.json(argv);
  expect(reply).toMatchObject({ ok: true });
  return reply['result'] as Record<string, unknown>;
}

const source = join(import.meta.dirname, '../../../resources/rate-cards/ai-studios.json');

/** Writes a card that differs from the built-in one as `change` says. */
function writeCard(name: string, change: (text: string) => string): string {
  const file = join(terminal.folder, name);
  writeFileSync(file, change(readFileSync(source, 'utf8')));
  return file;
}

/** A card of one's own, in a version. */
function mine(version: string): (text: string) => string {
  return (text) =>
    text.replace('"id": "ai-studios"', '"id": "mine"').replace('"2026-11-01"', `"${version}"`);
}

const begin = (card: string) =>
  result('begin', '--card', card, '--plan', 'personal', '--time-zone', 'UTC');

test('list says which versions there are and by which prices go', async () => {
  await begin('ai-studios');
  expect(await result('cards', 'list')).toEqual(await result('cards'));
  expect(await result('cards')).toMatchObject({
    versions: expect.arrayContaining([
      {
        id: 'ai-studios',
        version: '2026-11-01',
        name: 'AI Studios',
        origin: 'built-in',
        use: 'now',
      },
    ]),
  });
  expect((await terminal.run(['cards'])).output).toMatch(
    /Versions:\n(.*\n)* {2}ai-studios 2026-11-01 +comes with Tally +prices go by it\n/,
  );
});

test('check names what is wrong, line by line, and keeps nothing', async () => {
  writeCard('good.json', mine('2026-01-01'));
  expect(await result('cards', 'check', 'good.json')).toMatchObject({
    kind: 'card',
    card: { id: 'mine', version: '2026-01-01' },
  });
  const wrong = (text: string) => text.replace('"priceCents": 1000', '"priceCents": -1000');
  writeCard('bad.json', (text) => wrong(mine('2026-01-01')(text)));
  const line = readFileSync(source, 'utf8').split('"priceCents": 1000')[0]?.split('\n').length ?? 0;
  const said = await terminal.run(['cards', 'check', 'bad.json']);
  expect(said.status).toBe(1);
  expect(said.output).toMatch(
    new RegExp(`^bad\\.json:${line}:\\d+: addOns\\.0\\.priceCents: .+\n$`),
  );
  expect(said.error).toBe('The card has 1 problem.\n');
  const { reply } = await terminal.json(['cards', 'check', 'bad.json']);
  expect(reply).toMatchObject({ ok: false, result: { kind: 'invalid', problems: [{ line }] } });
  expect(JSON.stringify(await result('cards'))).not.toContain('mine');
});

test('import takes a newer version up for later, and never an old one in another form', async () => {
  writeCard('first.json', mine('2026-01-01'));
  expect(await result('cards', 'import', 'first.json')).toMatchObject({
    takenUp: false,
    versions: expect.arrayContaining([
      { id: 'mine', version: '2026-01-01', name: 'AI Studios', origin: 'imported', use: 'not' },
    ]),
  });
  await begin('mine');
  writeCard('newer.json', mine('2026-12-24'));
  const said = await terminal.run(['cards', 'import', 'newer.json']);
  expect(said.output).toMatch(/ {2}mine 2026-01-01 +imported +prices go by it\n/);
  expect(said.output).toMatch(
    / {2}mine 2026-12-24 +imported +prices will go by it from its date on\n/,
  );
  expect(said.error).toBe('Future prices go by it from its date on.\n');

  const dearer = (text: string) => text.replace('"priceCents": 1000', '"priceCents": 1100');
  writeCard('other.json', (text) => dearer(mine('2026-12-24')(text)));
  const taken = await terminal.json(['cards', 'import', 'other.json']);
  expect(taken.reply).toMatchObject({ refusal: { code: 'card-version-taken' } });
  writeCard('built-in.json', (text) => text.replace('"2026-11-01"', '"2026-12-24"'));
  const builtIn = await terminal.json(['cards', 'import', 'built-in.json']);
  expect(builtIn.reply).toMatchObject({ refusal: { code: 'card-id-taken' } });
  const halves = (text: string) => text.replace('"priceCents": 1000', '"priceCents": 0.5');
  writeCard('bad.json', (text) => halves(mine('2027-01-01')(text)));
  const bad = await terminal.json(['cards', 'import', 'bad.json']);
  expect(bad.reply).toMatchObject({
    refusal: { code: 'card-text-invalid', problems: [{ path: 'addOns.0.priceCents' }] },
  });
});

test('export writes a version that import takes', async () => {
  const { path, version } = await result('cards', 'export', 'ai-studios', '--out', 'cards');
  expect(version).toBe('2026-11-01');
  expect(String(path).startsWith(join(terminal.folder, 'cards'))).toBe(true);
  expect(JSON.parse(readFileSync(String(path), 'utf8'))).toEqual(
    JSON.parse(readFileSync(source, 'utf8')),
  );
  expect(await result('cards', 'check', String(path))).toMatchObject({ kind: 'card' });
  for (const argv of [['nobody'], ['ai-studios', '--version', '2020-01-01']]) {
    const { reply } = await terminal.json(['cards', 'export', ...argv, '--out', 'none']);
    expect(reply).toMatchObject({ refusal: { code: 'card-unknown' } });
  }
  expect(existsSync(join(terminal.folder, 'none', 'nobody'))).toBe(false);
});

test('a file that can’t be read is wrong usage', async () => {
  for (const action of ['check', 'import']) {
    for (const name of ['nowhere.json', '.', '/dev/null']) {
      const said = await terminal.run(['cards', action, name]);
      expect(said).toMatchObject({ status: 2, output: '' });
      expect(said.error).toContain("The file can't be read");
    }
  }
});

test('B6 credit that rolls over without a date is never given one', async () => {
  const rolling = (text: string) => text.replaceAll('"kind": "none"', '"kind": "all"');
  writeCard('rolling.json', (text) => rolling(mine('2026-01-01')(text)));
  await result('cards', 'import', 'rolling.json');
  await begin('mine');
  expect(await result('balance')).toMatchObject({ lots: [{ granted: 60, expiresAt: null }] });
  expect(await result('statement')).toMatchObject({ lines: [{ lot: { expiresAt: null } }] });
  expect(await result('quote')).toMatchObject({ receipt: { payments: [{ expiresAt: null }] } });
  expect(await result('plan')).toMatchObject({ plan: { rollover: { kind: 'all' } } });
  expect((await terminal.run(['balance'])).output).toMatch(/of 60 +does not lapse\n/);
  expect((await terminal.run(['quote'])).output).toContain(
    'from base credit, which does not lapse',
  );
});
