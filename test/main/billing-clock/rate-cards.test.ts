import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRateCards } from '../../../src-main/billing-clock/rate-cards';
import { describeRefusal } from '../../../src-shared/refusal';
import { cardFiles } from '../../helpers/cards';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'rate-cards'));
});
afterEach(() => removeFolder(folder));

function put(name: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, 'rate-cards', name), text);
}

const ids = () => readRateCards(folder).cards.map(({ id }) => id);

test('both cards that come with Tally are there', () => {
  expect(ids()).toEqual(['ai-studios', 'chatnow']);
  removeFolder(join(folder, 'rate-cards'));
  expect(ids()).toEqual(['ai-studios', 'chatnow']);
});

test('a person’s own card is one more', () => {
  put('mine.json', { ...cardFiles['ai-studios'], id: 'mine' });
  put('notes.txt', 'not a card');
  expect(ids()).toEqual(['ai-studios', 'chatnow', 'mine']);
  expect(readRateCards(folder).unusable).toEqual([]);
});

test.each([
  ['no JSON', '{"id": ', /JSON/],
  ['no card', '[]', /card/],
  ['an unknown field', { ...cardFiles.chatnow, id: 'mine', refunds: true }, /refunds/],
  [
    'half a credit',
    {
      ...cardFiles.chatnow,
      id: 'mine',
      prices: [{ tool: 'image', credits: 0.5, per: 1, unit: 'image' }],
    },
    /prices/,
  ],
  ['the name of another card', cardFiles.chatnow, /another card/],
])('a card with %s is told in one sentence, and the others stay', (_, content, expected) => {
  put('bad.json', content);
  const { cards, unusable } = readRateCards(folder);
  expect(cards.map(({ id }) => id)).toEqual(['ai-studios', 'chatnow']);
  expect(unusable).toHaveLength(1);
  for (const card of unusable) {
    const sentence = describeRefusal({ code: 'card-invalid', ...card });
    expect(sentence).toContain('bad.json');
    expect(sentence).toMatch(expected);
  }
});
