// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { isUntouched, type Trial, whatIfStore } from '../../../src-renderer/stores/what-if';
import { canBeAsked, trialProblems } from '../../../src-renderer/what-if/trial-problems';
import { firstRefused, trialQuestion } from '../../../src-renderer/what-if/trial-question';
import { instant } from '../../../src-shared/billing/instant';
import { whatIfInput } from '../../../src-shared/contract/forecast';
import { reset } from '../../helpers/page-stores';

const now = instant(Date.UTC(2026, 10, 10, 12));
const here = { now, timeZone: 'America/New_York' };
const form = () => whatIfStore.getState();
const question = (trial: Trial = form()) => trialQuestion(trial, here);

beforeEach(() => reset(whatIfStore));

describe('the question of What if', () => {
  test('left alone, is what comes in half a year', () => {
    expect(isUntouched(form())).toBe(true);
    expect(question()).toEqual({
      input: { from: now, until: Date.UTC(2027, 4, 10, 11), orders: [], pace: null, prices: [] },
      rows: [],
    });
    expect(whatIfInput.safeParse(question().input).success).toBe(true);
  });

  test('starts at the start of a past day and takes in all of the last, where the workspace is', () => {
    form().set({ from: '2026-11-01', until: '2026-11-30' });
    const { from, until } = question().input;
    expect([from, until]).toEqual([Date.UTC(2026, 10, 1, 4), Date.UTC(2026, 11, 1, 5)]);
  });

  test('has its orders in the order of their days, each with the row it comes from', () => {
    form().add('2026-12-20', { kind: 'end-plan' });
    form().add('2026-12-01', { kind: 'add-seats', count: 2 });
    form().add('2026-11-10', { kind: 'buy-packs', packId: 'pack-small', count: 1 });
    const [end, seats, pack] = form().changes.map(({ key }) => key);
    const { input, rows } = question();
    expect(input.orders).toEqual([
      { at: now, wish: { kind: 'buy-pack', packId: 'pack-small' } },
      { at: Date.UTC(2026, 11, 1, 5), wish: { kind: 'add-seat', seat: null, name: '' } },
      { at: Date.UTC(2026, 11, 1, 5), wish: { kind: 'add-seat', seat: null, name: '' } },
      { at: Date.UTC(2026, 11, 20, 5), wish: { kind: 'end-plan' } },
    ]);
    expect(rows).toEqual([pack, seats, seats, end]);
    expect(whatIfInput.safeParse(input).success).toBe(true);
  });

  test('changes with every row, and is as before once all is taken out or started over', () => {
    const before = question();
    form().add('2026-12-01', { kind: 'end-plan' });
    const [row] = form().changes;
    if (row === undefined) throw new Error('the row was not added');
    form().alter(row.key, { day: '2026-12-05' });
    expect(question().input.orders).toMatchObject([{ at: Date.UTC(2026, 11, 5, 5) }]);
    form().remove(row.key);
    form().price({ tool: 'image', model: 'image-swift', credits: 3, per: 1 });
    form().price({ tool: 'image', model: 'image-swift', credits: 4, per: 1 });
    expect(question().input.prices).toMatchObject([{ credits: 4 }]);
    form().removePrice({ tool: 'image', model: 'image-swift' });
    expect(question()).toEqual(before);
    form().set({ pace: { credits: 9, days: 7 }, from: '2026-11-01' });
    form().reset();
    expect(question()).toEqual(before);
  });
});

describe('what can not be asked', () => {
  test('is said at its control, and nothing is asked', () => {
    form().set({ pace: { credits: 1.5, days: 7 } });
    form().add('2026-12-01', { kind: 'add-seats', count: 0 });
    form().price({ tool: 'image', model: 'image-swift', credits: -1, per: 1 });
    const problems = trialProblems(form());
    const [row] = form().changes;
    expect(canBeAsked(problems)).toBe(false);
    expect(problems.pace).toBe(
      'A pace is a whole number of credits from 0 to 1,000,000,000; 1.5 is not.',
    );
    expect(problems.changes.get(row?.key ?? '')).toContain('from 1 to 20; 0 is not');
    expect(problems.prices.get('image image-swift')).toContain('-1 is not');
  });

  test('is more orders than can be tried at once, said at the row that is one too many', () => {
    for (const count of [20, 20, 10, 1]) form().add('2026-12-01', { kind: 'add-seats', count });
    const problems = trialProblems(form());
    expect([...problems.changes]).toEqual([
      [form().changes.at(-1)?.key, 'At most 50 orders can be tried at once; try fewer here.'],
    ]);
    form().remove(form().changes.at(-1)?.key ?? '');
    expect(canBeAsked(trialProblems(form()))).toBe(true);
    expect(whatIfInput.safeParse(question().input).success).toBe(true);
  });

  test('is nothing of what an order itself would refuse', () => {
    form().add('2026-12-01', { kind: 'buy-units', addOnId: 'gone', count: 1.5 });
    expect(canBeAsked(trialProblems(form()))).toBe(true);
    expect(whatIfInput.safeParse(question().input).success).toBe(true);
  });
});

describe('the refused one of several orders', () => {
  test.each([
    [1, 0],
    [2, 1],
    [7, 0],
    [7, 3],
    [50, 49],
  ])('of %i is found at place %i with few questions', async (count, place) => {
    let asked = 0;
    const found = await firstRefused(count, async (orders) => {
      asked += 1;
      return orders > place;
    });
    expect(found).toBe(place);
    expect(asked).toBeLessThanOrEqual(6);
  });
});
