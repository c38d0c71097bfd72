// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { priceRange } from '../../../src-renderer/welcome/card-choice';
import {
  cadenceOf,
  cadencesOf,
  choiceOf,
  firstChoice,
  type PlanChoice,
  startOf,
} from '../../../src-renderer/welcome/plan-choice';
import { aiStudios, chatNow, planOf } from '../../helpers/cards';

const enterprise = choiceOf(aiStudios, 'enterprise', 'annual');

/** What the contract form starts with, with `figures` instead. */
function contractWith(figures: Partial<NonNullable<PlanChoice['contract']>>): PlanChoice {
  if (enterprise.contract === null) throw new Error('Enterprise goes by a contract');
  return { ...enterprise, contract: { ...enterprise.contract, ...figures } };
}

test('A6 the free plan is chosen beforehand and grants 16 credits a month', () => {
  const choice = firstChoice(aiStudios);
  expect(choice).toMatchObject({ cardId: 'ai-studios', planId: 'free', cadence: 'monthly' });
  expect(startOf(aiStudios, choice)).toMatchObject({ credits: 16, everyMonths: 1, cents: 0 });
});

test('A6 a yearly plan of AI Studios grants at once, B4 one of ChatNow monthly', () => {
  const personal = startOf(aiStudios, choiceOf(aiStudios, 'personal', 'annual'));
  expect(personal).toMatchObject({ credits: 720, everyMonths: 12, cents: null });
  const plus = startOf(chatNow, choiceOf(chatNow, 'plus', 'annual'));
  expect(plus).toMatchObject({ credits: 600, everyMonths: 1, cents: 12_000 });
});

describe('a plan with seats', () => {
  test('A6 grants to each and bills each', () => {
    const choice = { ...choiceOf(chatNow, 'team', 'monthly'), seats: 3 };
    expect(startOf(chatNow, choice)).toMatchObject({ credits: 3600, seats: 3, cents: 7200 });
  });

  test.each([0, -1, 1.5, 501])('can’t have %s of them', (seats) => {
    const start = startOf(chatNow, { ...choiceOf(chatNow, 'team', 'monthly'), seats });
    expect(start).toMatchObject({ kind: 'refused', refusal: { code: 'seats-invalid', seats } });
  });
});

describe('A6 a plan by contract', () => {
  test('can be begun with the figures that were entered', () => {
    const choice = contractWith({ seats: 4, credits: 250, everyMonths: 12, priceCents: 99_900 });
    const start = startOf(aiStudios, choice);
    expect(start).toMatchObject({ credits: 1000, seats: 4, everyMonths: 12, cents: 399_600 });
  });

  test.each([
    ['seats', 0],
    ['seats', 501],
    ['credits', 0],
    ['credits', 2.5],
    ['credits', 1e12],
    ['priceCents', -1],
    ['priceCents', 10.5],
  ] as const)('can’t have %s of %s', (field, value) => {
    const start = startOf(aiStudios, contractWith({ [field]: value }));
    const refusal = { code: 'contract-invalid', field, value };
    expect(start).toMatchObject({ kind: 'refused', refusal });
  });
});

test('a plan without a yearly form stays monthly', () => {
  const free = planOf(aiStudios, 'free');
  expect(cadencesOf(free)).toEqual(['monthly']);
  expect(cadenceOf(free, 'annual')).toBe('monthly');
});

test('A1, A2, B10 a card shows what a picture and five seconds of video cost', () => {
  expect(priceRange(aiStudios, 'image', null)).toBe('1 credit');
  expect(priceRange(aiStudios, 'video', 5)).toBe('5 credits');
  expect(priceRange(chatNow, 'image', null)).toBe('2 to 12 credits');
});
