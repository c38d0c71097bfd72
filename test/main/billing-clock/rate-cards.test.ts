import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardChoices, findCard, knownCards } from '../../../src-main/billing-clock/known-cards';
import { readRateCards } from '../../../src-main/billing-clock/rate-cards';
import type { RateCard } from '../../../src-shared/billing/card/rate-card';
import { describeRefusal } from '../../../src-shared/refusal';
import { aiStudios, cardFiles, chatNow } from '../../helpers/cards';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'rate-cards'));
});
afterEach(() => removeFolder(folder));

function put(name: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  writeFileSync(join(folder, 'rate-cards', name), text);
}

const known = (kept: readonly RateCard[] = []) => knownCards(readRateCards(folder), kept);
const names = (kept: readonly RateCard[] = []) =>
  known(kept).cards.map(({ card, origin }) => `${card.id} ${card.version} ${origin}`);
const builtIn = [aiStudios, chatNow].map(({ id, version }) => `${id} ${version} built-in`);

test('both cards that come with Tally are there', () => {
  expect(names()).toEqual(builtIn);
  removeFolder(join(folder, 'rate-cards'));
  expect(names()).toEqual(builtIn);
});

test('a person’s own card is one more', () => {
  put('mine.json', { ...cardFiles['ai-studios'], id: 'mine', version: '2026-01-01' });
  put('notes.txt', 'not a card');
  expect(names()).toEqual([...builtIn, 'mine 2026-01-01 imported']);
  expect(known().unusable).toEqual([]);
});

test('a copy of a card that comes with Tally is that card, and no problem', () => {
  put('copy.json', cardFiles.chatnow);
  expect(names()).toEqual(builtIn);
  expect(known().unusable).toEqual([]);
});

const priceless = { tool: 'image', credits: 0.5, per: 1, unit: 'image' };

test.each([
  ['no JSON', '{"id": ', 1, /value is missing/],
  ['no card', '[]', 1, /group of fields/],
  ['an unknown field', { refunds: true, ...cardFiles.chatnow, id: 'mine' }, 2, /refunds/],
  ['half a credit', { ...cardFiles.chatnow, id: 'mine', prices: [priceless] }, 119, /0\.5 is not/],
  ['an empty file', '', 1, /is empty/],
  [
    'the id of a card that comes with Tally',
    { ...cardFiles.chatnow, name: 'Mine' },
    1,
    /comes with Tally/,
  ],
])(
  'a file with %s is told in one sentence with its line, and the others stay',
  (_, content, line, expected) => {
    put('bad.json', content);
    const { cards, unusable } = known();
    expect(cards.map(({ card }) => card.id)).toEqual(['ai-studios', 'chatnow']);
    expect(unusable).toHaveLength(1);
    for (const card of unusable) {
      const sentence = describeRefusal({ code: 'card-invalid', ...card });
      expect(sentence).toContain('bad.json');
      expect(sentence).toContain(`line ${line}, `);
      expect(sentence).toMatch(expected);
    }
  },
);

test('a folder that is called like a card is told, and the others stay', () => {
  mkdirSync(join(folder, 'rate-cards', 'odd.json'));
  const { cards, unusable } = known();
  expect(cards).toHaveLength(2);
  expect(unusable).toMatchObject([{ problems: [{ message: "the file can't be read (EISDIR)" }] }]);
});

describe('cards can’t be edited in place', () => {
  const mine: RateCard = { ...chatNow, id: 'mine', version: '2026-01-01' };

  test('what the ledger keeps stays as it is, and a file that says something else is told', () => {
    put('mine.json', { ...cardFiles.chatnow, id: 'mine', version: '2026-01-01', name: 'Changed' });
    const { cards, unusable } = known([mine]);
    expect(cards.map(({ card }) => card.name)).not.toContain('Changed');
    expect(unusable).toMatchObject([{ problems: [{ path: 'version' }] }]);
  });
  test('a file with a newer version is one more version', () => {
    put('mine.json', { ...cardFiles.chatnow, id: 'mine', version: '2026-01-01.2' });
    expect(names([mine])).toEqual([
      ...builtIn,
      'mine 2026-01-01 imported',
      'mine 2026-01-01.2 imported',
    ]);
  });
  test('of two files that say different things under one version the second is told', () => {
    put('a.json', { ...cardFiles.chatnow, id: 'mine' });
    put('b.json', { ...cardFiles.chatnow, id: 'mine', name: 'Another' });
    const { unusable } = known();
    expect(unusable.map(({ file }) => file)).toEqual([join(folder, 'rate-cards', 'b.json')]);
  });
});

describe('what a plan can be begun with', () => {
  const version = (of: string): RateCard => ({ ...chatNow, id: 'mine', version: of });
  const kept = [version('2026-03-01'), version('2026-01-01.10'), version('2026-01-01.2')];
  const choiceOn = (today: string) =>
    cardChoices(known(kept), today).find(({ id }) => id === 'mine')?.version;

  test('is the newest version of each card whose day has come', () => {
    expect(choiceOn('2025-12-31')).toBeUndefined();
    expect(choiceOn('2026-01-01')).toBe('2026-01-01.10');
    expect(choiceOn('2026-02-28')).toBe('2026-01-01.10');
    expect(choiceOn('2026-03-01')).toBe('2026-03-01');
  });
  test('is every card that comes with Tally, even before its day', () => {
    const ids = cardChoices(known(), '1999-01-01').map(({ id }) => id);
    expect(ids).toEqual(['ai-studios', 'chatnow']);
  });
});

test('a version is found by its id and its number, and by nothing less', () => {
  expect(findCard(known(), chatNow)?.card).toEqual(chatNow);
  expect(findCard(known(), { id: 'chatnow', version: '2026-11-01.0' })).toBeNull();
});
