import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BudgetFit,
  type BudgetWishes,
  fitToBudget,
} from '../../../../src-shared/billing/card/budget';
import { type PricedRequest, quote } from '../../../../src-shared/billing/card/quote';
import { qualities, type RateCard, toolIds } from '../../../../src-shared/billing/card/rate-card';
import { credits } from '../../../../src-shared/billing/credits';
import { aiStudios, chatNow, quoteOf } from '../../../helpers/cards';

const grand: PricedRequest = {
  tool: 'image',
  model: 'image-grand',
  quality: 'premium',
  count: 4,
  seconds: null,
};

function fitTo(
  request: Partial<PricedRequest>,
  budget: number,
  wishes: Partial<BudgetWishes> = {},
) {
  const wished = { request: { ...grand, ...request }, prompts: 1, sides: [1024], ...wishes };
  return fitToBudget(chatNow, wished, credits(budget));
}

function fitted(result: BudgetFit): Extract<BudgetFit, { kind: 'fits' }> {
  if (result.kind !== 'fits') throw new Error(`it does not fit: ${JSON.stringify(result)}`);
  return result;
}

describe('the price slider', () => {
  test('at the price of the wishes changes nothing', () =>
    expect(fitted(fitTo({}, 48))).toMatchObject({ request: grand, total: 48, changes: [] }));
  test('with less takes a lesser model first, then fewer', () => {
    expect(fitted(fitTo({}, 47))).toMatchObject({
      total: 24,
      changes: [{ what: 'model', from: 'image-grand', to: 'image-studio' }],
    });
    expect(fitted(fitTo({}, 9)).changes).toEqual([
      { what: 'model', from: 'image-grand', to: 'image-swift' },
      { what: 'quality', from: 'premium', to: 'basic' },
    ]);
    expect(fitted(fitTo({}, 5)).changes).toContainEqual({ what: 'count', from: 4, to: 2 });
  });
  test('keeps the size longer than the number, and gives it up before making nothing', () => {
    const sides = [1536, 1024];
    expect(fitted(fitTo({}, 8, { sides }))).toMatchObject({ side: 1536, request: { count: 2 } });
    expect(fitted(fitTo({}, 3, { sides })).changes).toContainEqual({
      what: 'side',
      from: 1536,
      to: 1024,
    });
    expect(fitTo({}, 3, { sides: [1536] })).toEqual({ kind: 'too-little', least: 4 });
  });
  test('keeps the length of clips longer than their number', () => {
    const clip = { tool: 'video', model: 'video-studio', seconds: 10, count: 2 } as const;
    expect(fitted(fitTo(clip, 200))).toMatchObject({ request: { seconds: 10, count: 2 } });
    expect(fitted(fitTo(clip, 100))).toMatchObject({ request: { seconds: 10, count: 1 } });
    expect(fitted(fitTo(clip, 38))).toMatchObject({ request: { seconds: 5, count: 1 }, total: 38 });
    expect(fitTo(clip, 7)).toEqual({ kind: 'too-little', least: 8 });
  });
  test('with more takes a better model, then more of it', () => {
    const swift = { model: 'image-swift', quality: 'basic', count: 1 } as const;
    expect(fitted(fitTo(swift, 5)).request).toMatchObject({ model: 'image-studio', count: 1 });
    expect(fitted(fitTo(swift, 40)).request).toMatchObject({ model: 'image-grand', count: 3 });
  });
  test('makes whole rounds of the prompts', () => {
    expect(fitted(fitTo({}, 30, { prompts: 4 })).request.count).toBe(4);
    expect(fitTo({}, 7, { prompts: 4 })).toEqual({ kind: 'too-little', least: 8 });
  });
  test('A4, A5 what is free is not made more often than wished', () => {
    const request = { ...grand, tool: 'helper-visual', model: 'helper', quality: 'basic' } as const;
    const wishes = { request, prompts: 1, sides: [1024] };
    const free = fitted(fitToBudget(aiStudios, wishes, credits(0)));
    expect(free).toMatchObject({ request, total: 0, changes: [] });
  });
  test('refuses wishes that have no price', () =>
    expect(fitTo({ count: 0 }, 100)).toMatchObject({ refusal: { code: 'count-invalid' } }));
});

/** Anything that can be priced, on either card. */
const anyWishes: fc.Arbitrary<{ card: RateCard; wishes: BudgetWishes }> = fc
  .record({
    card: fc.constantFrom(aiStudios, chatNow),
    tool: fc.constantFrom(...toolIds),
    model: fc.nat(),
    quality: fc.constantFrom(...qualities),
    rounds: fc.integer({ min: 1, max: 25 }),
    prompts: fc.integer({ min: 1, max: 4 }),
    seconds: fc.integer({ min: 1, max: 60 }),
    side: fc.constantFrom(512, 1024, 1536, 2048),
  })
  .map(({ card, tool, model, quality, rounds, prompts, seconds, side }) => {
    const models = card.models.filter(({ tools }) => tools.includes(tool));
    const { id = 'none' } = models[model % Math.max(1, models.length)] ?? {};
    const request = { tool, model: id, quality, count: rounds * prompts, seconds };
    return { card, wishes: { request, prompts, sides: [side, 512] } };
  })
  .filter(({ card, wishes }) => quote(card, wishes.request).kind === 'quote');

function merit(card: RateCard, id: string): number {
  return card.models.find((model) => model.id === id)?.merit ?? 0;
}

/** What a fit is worth, in the order in which it counts. */
function worth(card: RateCard, wishes: BudgetWishes, result: BudgetFit): number[] {
  if (result.kind !== 'fits') return [];
  const { request, side } = result;
  return [
    side,
    request.seconds ?? 0,
    Math.min(request.count, wishes.request.count),
    merit(card, request.model),
    qualities.indexOf(request.quality),
    request.count,
  ];
}

/** Whether `left` counts for at most as much as `right`; the first that differs decides. */
function isAtMost(left: readonly number[], right: readonly number[]): boolean {
  if (left.length === 0) return true;
  const decisive = right.findIndex((value, index) => value !== left[index]);
  return decisive < 0 || (left[decisive] ?? 0) < (right[decisive] ?? 0);
}

describe('the price slider, whatever is wished', () => {
  const budgets = fc.integer({ min: 0, max: 3000 });

  test('never exceeds the budget, and is always priced by the card', () => {
    fc.assert(
      fc.property(anyWishes, budgets, ({ card, wishes }, budget) => {
        const result = fitToBudget(card, wishes, credits(budget));
        if (result.kind === 'fits') {
          expect(result.total).toBeLessThanOrEqual(budget);
          expect(quoteOf(card, result.request).total).toBe(result.total);
          expect(result.request.count % wishes.prompts).toBe(0);
          expect(result.request.seconds ?? 0).toBeLessThanOrEqual(wishes.request.seconds ?? 0);
        } else {
          if (result.kind !== 'too-little') throw new Error('what has a price was refused');
          expect(result.least).toBeGreaterThan(budget);
          const least = fitToBudget(card, wishes, result.least);
          expect(least).toMatchObject({ kind: 'fits', total: result.least });
        }
      }),
      { numRuns: 400 },
    );
  });

  test('gives no less for more, and the same for the same', () => {
    fc.assert(
      fc.property(anyWishes, budgets, budgets, ({ card, wishes }, one, other) => {
        const [less, more] = [one, other].sort((a, b) => a - b);
        const small = fitToBudget(card, wishes, credits(less ?? 0));
        const large = fitToBudget(card, wishes, credits(more ?? 0));
        expect(isAtMost(worth(card, wishes, small), worth(card, wishes, large))).toBe(true);
        expect(fitToBudget(card, wishes, credits(more ?? 0))).toEqual(large);
      }),
      { numRuns: 400 },
    );
  });

  test('says every change, and no other', () => {
    fc.assert(
      fc.property(anyWishes, budgets, ({ card, wishes }, budget) => {
        const result = fitToBudget(card, wishes, credits(budget));
        if (result.kind !== 'fits') return;
        const { request, side } = result;
        const [wished, made] = [
          { ...wishes.request, side: wishes.sides[0] },
          { ...request, side },
        ].map(({ count, seconds, model, quality, side: pixels }) => {
          return { count, seconds, model, quality, side: pixels };
        });
        const said = Object.fromEntries(result.changes.map(({ what, to }) => [what, to]));
        expect({ ...wished, ...said }).toEqual(made);
      }),
      { numRuns: 300 },
    );
  });
});
