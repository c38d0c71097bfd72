import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RateCard, toolIds } from '../../../../src-shared/billing/card/rate-card';
import { credits } from '../../../../src-shared/billing/credits';
import { forecast, type Outlook } from '../../../../src-shared/billing/future/forecast';
import type { Use } from '../../../../src-shared/billing/future/pace';
import { suggestionsFor } from '../../../../src-shared/billing/future/suggestions';
import { type Changes, whatIf } from '../../../../src-shared/billing/future/what-if';
import { instant, isoOf } from '../../../../src-shared/billing/instant';
import type { Wish } from '../../../../src-shared/billing/plan/order';
import { aiStudios, chatNow, quoteOf } from '../../../helpers/cards';
import { go, moment, nothingYet, orders } from '../../../helpers/standings';

const dayLength = 86_400_000;

/** A plan that started on a day, looked at on another, with so much of every day used since. */
function outlook(
  card: RateCard,
  plan: Partial<Extract<Wish, { kind: 'start-plan' }>>,
  { from, now, until }: { from: string; now: string; until: string },
  daily: (day: number) => readonly [seat: string, amount: number][] = () => [],
): Outlook {
  const choice = { planId: 'personal', cadence: 'monthly', contract: null, seats: 1 } as const;
  const { id, version } = card;
  const wish: Wish = {
    kind: 'start-plan',
    card: { id, version },
    timeZone: 'UTC',
    ...choice,
    ...plan,
  };
  const began = orders([from, wish]);
  const { end } = go(card, nothingYet(moment(from)), { orders: began, until: moment(now) });
  const days = Math.round((end.at - moment(from)) / dayLength);
  const use = Array.from({ length: days }, (_, index) =>
    daily(index).map(([seat, amount]): Use => {
      const day = isoOf(instant(moment(from) + index * dayLength)).slice(0, 10);
      const made = { tool: 'image', model: 'image-generator', quality: 'premium' };
      return { day, seat, ...made, units: amount, credits: credits(amount) };
    }),
  ).flat();
  return {
    standing: end,
    until: moment(until),
    queue: 'runs',
    use,
    workingSeat: 'seat-1',
    card,
    cardAt: () => card,
  };
}

const inNovember = { from: '2026-10-01', now: '2026-11-12', until: '2026-12-12' };
const daily = (amount: number) => () => [['seat-1', amount]] as [string, number][];

describe('the forecast', () => {
  test('says when credit runs out, how early and how late, and when more comes', () => {
    // Two a day, but three in one week and one in another; the month began with 60.
    const busy = (day: number) => (day >= 28 && day < 35 ? 5 : day >= 21 && day < 28 ? 3 : 4);
    const look = outlook(aiStudios, {}, inNovember, (day) => [['seat-1', busy(day)]]);
    const { usual, slow, fast, daysSeen, sentences } = forecast(look);
    expect(daysSeen).toBe(42);
    expect([usual, slow, fast].map((each) => each?.pace)).toEqual([
      { credits: 168, days: 42 },
      { credits: 21, days: 7 },
      { credits: 35, days: 7 },
    ]);
    expect(sentences).toEqual([
      '168 credits were used in the last 42 days.',
      'At this pace credit lasts until 27 Nov, at the earliest 24 Nov, in quiet weeks beyond 12 Dec.',
      'On 1 Dec 60 credits come with Personal.',
      'If unused, 60 credits lapse on 1 Dec: enough for 60 pictures with Image generator or 60 seconds of video with Prompt-based video.',
      'At this pace nothing of that lapses, or at most 3 credits.',
    ]);
  });

  test('says with few days seen that there is no telling, but still what will lapse', () => {
    const days = { from: '2026-11-10', now: '2026-11-12', until: '2026-12-12' };
    const found = forecast(outlook(aiStudios, {}, days, daily(50)));
    expect(found).toMatchObject({ daysSeen: 2, usual: null, slow: null, fast: null });
    expect(found.sentences[0]).toBe(
      'Tally has seen 2 days of use so far; from three days on it can tell how long credit lasts.',
    );
    expect(found.nextLapse).toMatchObject({ at: moment('2026-12-10'), credits: 60 });
  });

  test('says with one week seen that it knows no bounds yet', () => {
    const days = { from: '2026-11-05', now: '2026-11-12', until: '2026-12-12' };
    const found = forecast(outlook(aiStudios, {}, days, daily(4)));
    expect(found.sentences.slice(0, 3)).toEqual([
      '28 credits were used in the last 7 days.',
      'At this pace credit lasts until 27 Nov.',
      'How early or late that may be can be told after two weeks.',
    ]);
  });

  test('says nothing of an end where nothing is used', () => {
    const { sentences, usual } = forecast(outlook(aiStudios, {}, inNovember));
    expect(usual?.future.runsOutAt).toBeNull();
    expect(sentences).toEqual([
      'No credit was used in the last 42 days.',
      'If unused, 60 credits lapse on 1 Dec: enough for 60 pictures with Image generator or 60 seconds of video with Prompt-based video.',
      'At this pace all of that lapses.',
    ]);
  });

  test('says so when nothing is left, and when more comes', () => {
    const look = outlook(aiStudios, {}, inNovember, daily(4));
    const empty = { ...look.standing, lots: [] };
    expect(forecast({ ...look, standing: empty }).sentences.slice(1, 3)).toEqual([
      'No credit is left.',
      'On 1 Dec 60 credits come with Personal.',
    ]);
  });

  test('of a team says until when every seat has credit, and who lacks it', () => {
    const look = outlook(aiStudios, { planId: 'team', seats: 2 }, inNovember, () => [
      ['seat-1', 1],
      ['seat-2', 10],
    ]);
    const { sentences, usual } = forecast(look);
    expect(sentences[1]).toBe('At this pace every seat has credit until 27 Nov.');
    expect(usual?.future.events[0]?.words).toBe(
      'On 27 Nov credit runs out for seat-2: this pace would need 40 more until 1 Dec',
    );
  });

  test('A13 says when the plan ends', () => {
    const look = outlook(aiStudios, {}, inNovember, daily(1));
    const ended = go(aiStudios, look.standing, {
      orders: [{ id: 'end', at: look.standing.at, wish: { kind: 'end-plan' } }],
    }).end;
    expect(forecast({ ...look, standing: ended }).sentences.at(-1)).toBe(
      'On 1 Dec the plan Personal ends; nothing renews after it.',
    );
  });

  test('B6 credit without a date never lapses next', () => {
    const rolling = {
      ...chatNow,
      plans: chatNow.plans.map((plan) => ({ ...plan, rollover: { kind: 'all' as const } })),
    };
    const look = outlook(rolling, { planId: 'plus' }, inNovember);
    expect(forecast(look).nextLapse).toBeNull();
    expect(forecast(look).usual?.future.totals).toMatchObject({ opening: 1200, lapsed: 0 });
  });

  test('the busiest week runs out no later, and the quietest no earlier, than the usual pace', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 42, maxLength: 42 }), (amounts) => {
        const look = outlook(aiStudios, {}, inNovember, (day) => [['seat-1', amounts[day] ?? 0]]);
        const { usual, slow, fast } = forecast(look);
        const end = (each: typeof usual) => each?.future.runsOutAt ?? Number.POSITIVE_INFINITY;
        expect(end(fast)).toBeLessThanOrEqual(end(usual));
        expect(end(usual)).toBeLessThanOrEqual(end(slow));
      }),
      { numRuns: 30 },
    );
  });

  test('each seat goes on as it did; a removed one does not', () => {
    const look = outlook(aiStudios, { planId: 'team', seats: 3 }, inNovember, () => [
      ['seat-1', 2],
      ['seat-2', 7],
      ['seat-3', 100],
    ]);
    const standing = go(aiStudios, look.standing, {
      orders: [{ id: 'out', at: look.standing.at, wish: { kind: 'remove-seat', seat: 'seat-3' } }],
    }).end;
    const { usual } = forecast({ ...look, standing });
    expect(usual?.pace).toEqual({ credits: 9 * 42, days: 42 });
    // Seat 2 has 150 for 19 days of 7 and runs out of nothing; on 1 Dec 450 lapse but for what was used.
    expect(usual?.future.totals.unmet).toBe(0);
    expect(usual?.future.events[0]).toMatchObject({ kind: 'lapsed', credits: 450 - 19 * 9 });
  });
});

describe('suggestions', () => {
  test('B11 the best models first, each in its best quality', () => {
    expect(suggestionsFor(chatNow, [credits(100)]).map(({ words }) => words)).toEqual([
      '8 pictures with Grand',
      '16 pictures with Studio',
      '5 seconds of video with Studio Motion',
      '50 pictures with Swift',
    ]);
  });

  test('credit of two seats does not add up to one picture', () => {
    const words = (...purses: number[]) =>
      suggestionsFor(chatNow, purses.map(credits)).map((each) => each.words);
    expect(words(11, 11)).toEqual([
      '2 pictures with Studio',
      '10 pictures with Swift',
      '2 seconds of video with Swift Motion',
    ]);
    expect(words(22)).toContain('1 picture with Grand');
    expect(words(1)).toEqual([]);
  });

  test('what they cost is what the card asks, and one more would be too much', () => {
    fc.assert(
      fc.property(fc.constantFrom(aiStudios, chatNow), fc.nat(100_000), (card, amount) => {
        for (const { tool, model, outputs, credits: cost } of suggestionsFor(card, [
          credits(amount),
        ])) {
          expect(cost).toBeLessThanOrEqual(amount);
          const id = toolIds.find((each) => each === tool) ?? 'chat';
          const qualities = card.models.find((each) => each.id === model)?.qualities ?? [];
          const quality = qualities.includes('premium') ? 'premium' : 'basic';
          const price = (seconds: number) =>
            quoteOf(card, { tool: id, model, quality, seconds }).total;
          const clips = (seconds: number) =>
            Math.floor(seconds / 60) * price(60) + (seconds % 60 ? price(seconds % 60) : 0);
          const isClip = quoteOf(card, { tool: id, model, quality, seconds: 1 }).unit === 'second';
          const all = (count: number) => (isClip ? clips(count) : count * price(1));
          expect(cost).toBe(all(outputs));
          expect(all(outputs + 1)).toBeGreaterThan(amount);
        }
      }),
    );
  });
});

describe('what if', () => {
  const nothing: Changes = { orders: [], pace: null, prices: [] };
  const year = { from: '2026-10-01', now: '2026-11-12', until: '2027-11-12' };

  function ask(look: Outlook, changes: Partial<Changes>) {
    const asked = whatIf(look, { ...nothing, ...changes });
    if (asked.kind === 'refused') throw new Error(asked.refusal.code);
    return asked.answer;
  }

  test('without changes both sides are the same, and that of the forecast', () => {
    const look = outlook(chatNow, { planId: 'plus' }, year, daily(10));
    const { changed, asItIs, pace } = ask(look, {});
    expect(changed).toEqual(asItIs);
    expect(asItIs).toEqual(forecast(look).usual?.future);
    expect(pace.changed).toEqual(pace.asItIs);
  });

  test('another plan is billed and granted from its date on', () => {
    const look = outlook(chatNow, { planId: 'plus' }, year, daily(10));
    const { id, version } = chatNow;
    const wish: Wish = {
      kind: 'change-plan',
      card: { id, version },
      planId: 'pro',
      cadence: 'monthly',
      contract: null,
    };
    const { changed, asItIs } = ask(look, { orders: orders(['2026-11-20', wish]) });
    expect(asItIs.totals).toMatchObject({ cents: 12 * 1200, granted: 12 * 600 });
    expect(changed.totals).toMatchObject({ cents: 2400 + 12 * 3600, granted: 1400 + 12 * 2000 });
  });

  test('another pace stands beside the usual one', () => {
    const look = outlook(aiStudios, {}, inNovember, daily(1));
    const { changed, asItIs, pace } = ask(look, { pace: { credits: 70, days: 7 } });
    expect(pace).toEqual({ changed: { credits: 70, days: 7 }, asItIs: { credits: 42, days: 42 } });
    expect(asItIs.totals.spent).toBe(30);
    expect(changed.totals).toMatchObject({ spent: 120, unmet: 180 });
    expect(changed.runsOutAt && isoOf(changed.runsOutAt)).toBe('2026-11-18T12:00:00.000Z');
  });

  test('B10 other prices make the same use cost as much more', () => {
    const look = outlook(aiStudios, {}, inNovember, daily(1));
    const prices = [{ tool: 'image', model: 'image-generator', credits: 5, per: 2 }];
    const { changed, asItIs, pace } = ask(look, { prices });
    expect(asItIs.totals.spent).toBe(30);
    // 2½ a day, rounded up once each day.
    expect(pace.changed).toEqual({ credits: 3 * 42, days: 42 });
    expect(changed.totals.spent).toBe(90);
  });

  test('with too few days seen nothing is spent unless a pace is given', () => {
    const days = { from: '2026-11-10', now: '2026-11-12', until: '2026-12-12' };
    const { asItIs, changed, pace } = ask(outlook(aiStudios, {}, days, daily(9)), {
      pace: { credits: 1, days: 1 },
    });
    expect(pace.asItIs).toBeNull();
    expect(asItIs.totals.spent).toBe(0);
    expect(changed.totals.spent).toBe(30);
  });

  test('an order that can’t be placed refuses the whole question and names itself', () => {
    const look = outlook(aiStudios, {}, inNovember, daily(1));
    const wish: Wish = { kind: 'add-seat', seat: null, name: '' };
    expect(whatIf(look, { ...nothing, orders: orders(['2026-11-20', wish]) })).toMatchObject({
      kind: 'refused',
      order: { id: 'order-1' },
      refusal: { code: 'plan-without-seats' },
    });
  });
});
