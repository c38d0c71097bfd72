import { describe, expect, test } from 'vitest';
import { instant } from '../../../../src-shared/billing/instant';
import { noExpiry } from '../../../../src-shared/billing/lots/lot';
import {
  type Account,
  cardInUse,
  cycleBounds,
  emptyAccount,
  lapseOf,
  periodBounds,
  periodsLeft,
} from '../../../../src-shared/billing/plan/account';
import { orderOf, type Wish } from '../../../../src-shared/billing/plan/order';
import { placeOrder } from '../../../../src-shared/billing/plan/place-order';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import { day, terms } from '../../../helpers/ledger-story';
import { plan, start } from '../../../independent/script';

const at = (text: string) => instant(Date.parse(text));

function ask(account: Account, wish: Wish) {
  const order = { id: 'asked', at: at('2026-12-01T00:00Z'), wish };
  return placeOrder(account, order, ({ id }) => (id === 'chatnow' ? chatNow : aiStudios));
}

const useCard = (id: string, version: string): Wish => ({
  kind: 'use-card',
  card: { id, version },
});

describe('the version of the card that prices go by', () => {
  const { account } = (() => {
    const { life } = coreScript(chatNow, '2026-11-20');
    life.apply(start(plan('plus', 'monthly')));
    life.order(useCard('chatnow', '2026-12-01'));
    life.order(useCard('chatnow', '2026-12-01.2'));
    return life;
  })();
  test('is the newest whose day has come where the workspace is', () => {
    const version = (text: string, timeZone = 'UTC') =>
      cardInUse({ ...account, timeZone }, at(text))?.version;
    expect(version('2026-11-30T23:59:59.999Z')).toBe('2026-11-01');
    expect(version('2026-12-01T00:00Z')).toBe('2026-12-01.2');
    expect(version('2026-12-01T00:00Z', 'America/New_York')).toBe('2026-11-01');
    expect(version('2026-11-30T12:00Z', 'Pacific/Auckland')).toBe('2026-12-01.2');
  });
  test('is the only one there is, when its day has not come yet', () =>
    expect(cardInUse(account, at('2020-01-01T00:00Z'))?.version).toBe('2026-11-01'));
  test('there is none before the first plan', () =>
    expect(cardInUse(emptyAccount, at('2026-12-01T00:00Z'))).toBeNull());
  test('only a newer version of the same card can be taken up', () => {
    const code = (wish: Wish) => {
      const placed = ask(account, wish);
      return placed.kind === 'refused' ? placed.refusal.code : 'placed';
    };
    expect(code(useCard('chatnow', '2026-12-01.10'))).toBe('placed');
    expect(code(useCard('chatnow', '2026-12-01.2'))).toBe('card-not-newer');
    expect(code(useCard('chatnow', '2026-11-30'))).toBe('card-not-newer');
    expect(code(useCard('ai-studios', '2027-01-01'))).toBe('card-not-in-use');
  });
  test('of another card nothing can be ordered while the plan runs', () => {
    const card = { id: 'ai-studios', version: aiStudios.version };
    const choice = { card, planId: 'team', cadence: 'monthly', contract: null } as const;
    const wishes: Wish[] = [
      { kind: 'change-plan', ...choice },
      { kind: 'buy-units', card, addOnId: 'team-unit', count: 1, seat: 'seat-1' },
      { kind: 'buy-pack', card, packId: 'pack-small', seat: 'seat-1' },
    ];
    for (const wish of wishes) {
      expect(ask(account, wish)).toEqual({
        kind: 'refused',
        refusal: { code: 'card-not-in-use', cardId: 'ai-studios' },
      });
    }
  });
});

describe('when a lot lapses', () => {
  const lapsedBefore = { base: day(20), addOn: day(10) };
  const account: Account = { ...emptyAccount, lapsedBefore };
  test('A13 B6 at the end of what promised a later date, or at its date', () => {
    const base = terms('base', 16, { expiresAt: noExpiry });
    expect(lapseOf(emptyAccount, base)).toBe(noExpiry);
    expect(lapseOf(account, base)).toBe(day(20));
    expect(lapseOf(account, terms('base', 16, { expiresAt: day(15) }))).toBe(day(15));
    expect(lapseOf(account, terms('add-on', 16))).toBe(day(10));
  });
  test('what came then or later keeps its date, and packs always do', () => {
    expect(lapseOf(account, terms('base', 16, { startsAt: day(20) }))).toBe(day(30));
    expect(lapseOf(account, terms('add-on', 16, { startsAt: day(11) }))).toBe(day(30));
    expect(lapseOf(account, terms('pack', 16, { expiresAt: noExpiry }))).toBe(noExpiry);
  });
});

test('cycle and period are counted from the anchor, and periods left include the running one', () => {
  const story = coreScript(chatNow, '2024-02-29');
  story.does(start(plan('plus', 'annual')));
  story.at('2024-12-30');
  const { account } = story.life;
  const { subscription } = account;
  if (subscription === null) throw new Error('a plan runs');
  expect(cycleBounds(account, subscription)).toEqual({
    startsAt: Date.UTC(2024, 1, 29),
    endsAt: Date.UTC(2025, 1, 28),
  });
  expect(periodBounds(account, subscription)).toEqual({
    startsAt: Date.UTC(2024, 11, 29),
    endsAt: Date.UTC(2025, 0, 29),
  });
  expect(periodsLeft(subscription)).toEqual({ left: 2, of: 12 });
});

test('an order is read as it was kept, and what no version has kept is an error', () => {
  const wish: Wish = { kind: 'remove-seat', seat: 'seat-2' };
  const kept = { id: 'one', at: 5, wish_json: JSON.stringify(wish) };
  expect(orderOf(kept)).toEqual({ id: 'one', at: 5, wish });
  expect(() => orderOf({ ...kept, wish_json: '{"kind":"add-credit","credits":5}' })).toThrow();
  const more = JSON.stringify({ ...wish, credits: 5 });
  expect(() => orderOf({ ...kept, wish_json: more })).toThrow();
});
