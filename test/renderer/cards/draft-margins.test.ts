import { describe, expect, test } from 'vitest';
import { type CardDraft, ownCardFrom } from '../../../src-renderer/cards/card-draft';
import { checkDraft } from '../../../src-renderer/cards/check-draft';
import { draftMargins } from '../../../src-renderer/cards/draft-margins';
import { changeLine } from '../../../src-renderer/cards/edit-lines';
import { digitsOf, formatPercent, isLoss } from '../../../src-renderer/cards/margin-cell';
import { cardMargins, type LineMargin } from '../../../src-shared/billing/card/margin';
import { roundedDown } from '../../../src-shared/billing/fraction';
import { chatNow } from '../../helpers/cards';

const known = [{ id: chatNow.id, version: chatNow.version }];

/** A card of one's own, its lines costing so many dollars. */
function costing(costs: Readonly<Record<string, string>>): CardDraft {
  return Object.entries(costs).reduce<CardDraft>(
    (draft, [key, cost]) => changeLine(draft, 'prices', key, { cost }),
    ownCardFrom(chatNow, known, '2026-11-22'),
  );
}

const marginsOf = (draft: CardDraft) => draftMargins(draft, known);

/** What a line leaves with the cheapest credits: whole millionths, and percent. */
function left(line: LineMargin | undefined) {
  const margin = line?.atCheapest ?? null;
  if (margin === null || margin.margin === null) return null;
  return [roundedDown(margin.margin), margin.percent];
}

describe('the margin beside every line', () => {
  test('is that of the card which the draft makes', () => {
    const draft = costing({ 0: '0.02', 3: '0.4', 8: '0.1' });
    const check = checkDraft(draft, known);
    if (check.kind === 'faults') throw new Error('it can’t be read');
    const { lines, plans, cheapest } = marginsOf(draft);
    const card = cardMargins(check.card);
    expect([...lines.values()]).toEqual(card.lines);
    expect(plans).toEqual(card.plans);
    expect(cheapest).toEqual(card.cheapest);
  });
  test('follows each figure, to the millionth', () => {
    expect(left(marginsOf(costing({ 0: '0.02' })).lines.get('0'))).toEqual([10_000, 33.33]);
    expect(left(marginsOf(costing({ 0: '0.020001' })).lines.get('0'))).toEqual([9_999, 33.33]);
    expect(left(marginsOf(costing({ 0: '0.030001' })).lines.get('0'))).toEqual([-1, -0.01]);
  });
  test('a line whose figure can’t be read has none; all others keep theirs', () => {
    const draft = costing({ 0: '0.02', 1: 'much', 2: '0.05' });
    const wrong = changeLine(draft, 'prices', '0', { credits: '-2' });
    const { lines } = marginsOf(wrong);
    expect(lines.has('0')).toBe(false);
    expect(lines.has('1')).toBe(false);
    expect(left(lines.get('2'))).toEqual([40_000, 44.44]);
  });
  test('an offer whose figure can’t be read is left out; all others count, whatever is left over', () => {
    const draft = costing({ 0: '0.02' });
    const pro = draft.plans.find(({ id }) => id === 'pro');
    if (pro === undefined) throw new Error('no plan');
    const annual = { ...pro.annual, credits: '' };
    const rollover = { kind: 'capped', credits: '-1', cycles: '' } as const;
    const wrong = changeLine(draft, 'plans', 'pro', { annual, rollover });
    const { plans, cheapest } = marginsOf(wrong);
    const ofPro = plans.filter(({ offer }) => offer.id === 'pro');
    expect(ofPro.map(({ offer }) => offer.cadence)).toEqual(['monthly']);
    expect(cheapest).toMatchObject({ id: 'plus', cadence: 'annual' });
  });
  test('goes by the key of the line, removed ones left out', () => {
    const draft = changeLine(costing({ 1: '0.03', 3: '0.4' }), 'prices', '0', { removed: true });
    const { lines, plans, keyOf } = marginsOf(draft);
    expect(lines.has('0')).toBe(false);
    expect(left(lines.get('3'))).toEqual([-220_000, -122.23]);
    const [plus] = plans.filter(({ offer }) => offer.id === 'plus');
    expect(plus?.most && keyOf(plus.most.index)).toBe('3');
  });
});

describe('how a margin is told', () => {
  test('as a loss from the first millionth below nothing', () => {
    const { lines } = marginsOf(costing({ 0: '0.03', 1: '0.060001' }));
    expect(isLoss(lines.get('0')?.atCheapest ?? null)).toBe(false);
    expect(isLoss(lines.get('1')?.atCheapest ?? null)).toBe(true);
    expect(isLoss(null)).toBe(false);
  });
  test('with the digits that the finest of its column needs', () => {
    const { lines } = marginsOf(costing({ 0: '0.02', 1: '0.0525' }));
    expect(digitsOf([...lines.values()].map(({ atCheapest }) => atCheapest))).toBe(4);
    expect(digitsOf([])).toBe(2);
  });
  test('with its share in hundredths', () => {
    expect(formatPercent(33.33)).toBe('33.33%');
    expect(formatPercent(-122.2)).toBe('−122.20%');
  });
});
