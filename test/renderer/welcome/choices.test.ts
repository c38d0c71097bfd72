// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { priceRange } from '../../../src-renderer/welcome/card-choice';
import {
  cadenceOf,
  cadencesOf,
  firstChoice,
  planGrant,
} from '../../../src-renderer/welcome/plan-choice';
import { grantWords } from '../../../src-renderer/welcome/plan-field';
import type { Plan, RateCard } from '../../../src-shared/billing/rate-card';
import { aiStudios, chatNow } from '../../helpers/cards';

function planOf(card: RateCard, id: string): Plan {
  const plan = card.plans.find((candidate) => candidate.id === id);
  if (plan === undefined) throw new Error(`no plan ${id}`);
  return plan;
}

test('A6 the free plan is chosen beforehand and grants 16 credits a month', () => {
  const choice = firstChoice(aiStudios);
  expect(choice).toEqual({ cardId: 'ai-studios', planId: 'free', cadence: 'monthly' });
  expect(planGrant(aiStudios, choice)).toMatchObject({ credits: 16, everyMonths: 1 });
});

test('A6 a yearly plan of AI Studios grants at once, B4 one of ChatNow monthly', () => {
  expect(grantWords(planOf(aiStudios, 'personal'), 'annual')).toBe('720 credits a year, at once');
  expect(grantWords(planOf(chatNow, 'plus'), 'annual')).toBe('600 credits a month');
});

test('a plan by contract can’t be begun here', () => {
  const choice = { cardId: 'ai-studios', planId: 'enterprise', cadence: 'monthly' } as const;
  expect(planGrant(aiStudios, choice)).toBeNull();
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
