// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { headlineOf } from '../../../src-renderer/credits/forecast-panel';
import { awayText, isSoon, lotGroups } from '../../../src-renderer/credits/lot-groups';
import { seriesLooks } from '../../../src-renderer/credits/series-look';
import {
  daysAhead,
  isTooShort,
  type PlotSpan,
  plotSpan,
  stepOf,
} from '../../../src-renderer/credits/spans';
import { suggestedModel, takeSuggestion } from '../../../src-renderer/credits/take-suggestion';
import { daysText, madeText, periodText } from '../../../src-renderer/credits/usage-names';
import { draftStore } from '../../../src-renderer/stores/draft';
import { screenStore } from '../../../src-renderer/stores/screen';
import { datesIn } from '../../../src-renderer/ui/dates-in';
import { credits } from '../../../src-shared/billing/credits';
import { instant } from '../../../src-shared/billing/instant';
import { freshLot, type Lot, noExpiry } from '../../../src-shared/billing/lots/lot';
import type { Suggestion } from '../../../src-shared/contract/forecast';
import { chatNow } from '../../helpers/cards';
import { reset } from '../../helpers/page-stores';

const dayLength = 86_400_000;
const now = instant(Date.UTC(2026, 10, 10, 12));
const inDays = (days: number) => instant(now + days * dayLength);

function lot(id: string, expiresAt = inDays(5)): Lot {
  const wallet = { id: 'seat-1', kind: 'seat' } as const;
  const granted = credits(60);
  return freshLot({ id, wallet, source: 'base', startsAt: inDays(-5), expiresAt, granted });
}

describe('the span of the plots', () => {
  const begunAt = inDays(-400);

  test('looks half as far ahead as back', () => {
    const span = plotSpan('90-days', { now, begunAt, cycle: null, told: 1 });
    expect(span).toEqual({ from: inDays(-90), now, until: inDays(45), told: 1 });
    expect(daysAhead(span)).toBe(45);
  });

  test('begins no earlier than the workspace', () => {
    const span = plotSpan('year', { now, begunAt: inDays(-3), cycle: null, told: 1 });
    expect(span.from).toBe(inDays(-3));
    expect(isTooShort(span)).toBe(false);
    expect(isTooShort(plotSpan('year', { now, begunAt: inDays(-0.9), cycle: null, told: 1 }))).toBe(
      true,
    );
  });

  test('is the running cycle up to its end, whose days are told one by one in a month', () => {
    const cycle = { startsAt: inDays(-20), endsAt: inDays(11) };
    const span = plotSpan('cycle', { now, begunAt, cycle, told: 1 });
    expect(span).toEqual({ from: cycle.startsAt, now, until: cycle.endsAt, told: 1 });
    expect(stepOf(span)).toBe('day');
    const year: PlotSpan = plotSpan('year', { now, begunAt, cycle, told: 1 });
    expect(stepOf(year)).toBe('week');
  });
});

describe('lots by expiry', () => {
  test('B6 those without a date stand last, and no date is made up for them', () => {
    const groups = lotGroups([
      lot('c', noExpiry),
      lot('b', inDays(9)),
      lot('a'),
      lot('d', inDays(9)),
    ]);
    expect(groups.map(({ expiresAt, lots }) => [expiresAt, lots.map(({ id }) => id)])).toEqual([
      [inDays(5), ['a']],
      [inDays(9), ['b', 'd']],
      [null, ['c']],
    ]);
  });

  test('say how far away their day is, and when that is soon', () => {
    expect([0.25, 1, 9.9].map((days) => awayText(inDays(days), now))).toEqual([
      'in 6 hours',
      'in 1 day',
      'in 9 days',
    ]);
    expect(awayText(now, now)).toBe('past');
    expect([7, 7.1, 0].map((days) => isSoon(inDays(days), now))).toEqual([true, false, false]);
  });
});

describe('use in words', () => {
  const studio = { of: { tool: 'image', model: 'image-studio' }, outputs: 3, credits: credits(18) };
  const clip = { of: { tool: 'video', model: 'video-swift' }, outputs: 1, credits: credits(15) };
  const rest = { of: null, outputs: 2, credits: credits(4) };

  test('names days, sum, and what each model has of it', () => {
    const period = {
      from: '2026-11-02',
      to: '2026-11-08',
      credits: [credits(18), credits(15)],
      total: credits(33),
    };
    expect(periodText(period, [studio, clip], chatNow)).toBe(
      '2 to 8 Nov 2026, 33 credits: Studio 18, Swift Motion 15',
    );
    expect(daysText({ ...period, to: '2026-11-02' })).toBe('2 Nov 2026');
    expect(daysText({ ...period, from: '2026-10-26', to: '2026-11-01' })).toBe(
      '26 Oct to 1 Nov 2026',
    );
  });

  test('says pictures, clips, or both', () => {
    expect(madeText(1, [studio])).toBe('1 picture');
    expect(madeText(2, [clip])).toBe('2 clips');
    expect(madeText(4, [studio, clip])).toBe('4 pictures and clips');
    expect(madeText(5, [studio, rest])).toBe('5 pictures and clips');
  });
});

describe('the colours of use', () => {
  const series = (model: string, amount: number, tool = 'image') => ({
    of: { tool, model },
    outputs: 1,
    credits: credits(amount),
  });

  test('stay with their models however much of each is used, and differ', () => {
    const [grand, swift] = [series('image-grand', 90), series('image-swift', 2)];
    const one = seriesLooks([grand, swift], chatNow);
    const other = seriesLooks([swift, grand], chatNow);
    expect(one).toEqual(other.toReversed());
    const edited = series('image-swift', 3, 'edit');
    expect(new Set(seriesLooks([grand, swift, edited], chatNow)).size).toBe(3);
  });

  test('are grey for what is summed up, and given to models that the card no longer has', () => {
    const rest = { of: null, outputs: 4, credits: credits(4) };
    const [gone, last] = seriesLooks([series('gone', 9), rest], chatNow);
    expect(last?.fill).toBe('fill-series-6');
    expect(gone?.fill).toBe('fill-series-1');
  });
});

describe('the headline of the forecast', () => {
  const dates = datesIn('UTC');
  const future = (available: number, runsOutAt: ReturnType<typeof inDays> | null, spent = 7) => ({
    daysSeen: 20,
    usual: {
      pace: { credits: spent, days: 7 },
      future: {
        from: now,
        until: inDays(30),
        points: [{ at: now, available: credits(available) }],
        events: [],
        totals: {
          opening: credits(0),
          granted: credits(0),
          spent: credits(0),
          unmet: credits(0),
          lapsed: credits(0),
          cents: 0,
          unpriced: 0,
          closing: credits(0),
        },
        runsOutAt,
      },
    },
    slow: null,
    fast: null,
    nextLapse: null,
    sentences: [],
  });

  test('says when credit runs out, and never that what is gone will last', () => {
    expect(headlineOf(future(40, inDays(4.5)), now, dates)).toBe(
      'Runs out around 15 Nov, in 4 days',
    );
    expect(headlineOf(future(40, null), now, dates)).toBe('Your credit lasts at this pace');
    expect(headlineOf(future(40, null, 0), now, dates)).toBe('Nothing is being spent');
    expect(headlineOf(future(0, inDays(2)), now, dates)).toBe('Nothing is left to spend');
    expect(headlineOf({ ...future(40, null), usual: null }, now, dates)).toBeNull();
  });
});

describe('a suggestion', () => {
  beforeEach(() => {
    reset(draftStore);
    reset(screenStore);
    draftStore.getState().adoptCard(chatNow);
    draftStore.getState().change({ prompt: 'a heron', width: 2048, height: 1024 });
  });

  function suggestion(tool: string, model: string, outputs: number): Suggestion {
    return { tool, model, modelName: model, outputs, credits: credits(1), words: 'enough' };
  }

  test('stands in the form with its model, best quality and count; the prompt stays', () => {
    const given = suggestion('image', 'image-studio', 7);
    const model = suggestedModel(given, chatNow);
    if (model === null) throw new Error('the form makes such pictures');
    const before = draftStore.getState().batchId;
    takeSuggestion(given, model);
    expect(draftStore.getState()).toMatchObject({
      prompt: 'a heron',
      model: 'image-studio',
      quality: 'premium',
      count: 7,
      width: 1536,
      submission: 'none',
    });
    expect(draftStore.getState().batchId).not.toBe(before);
    expect(screenStore.getState().screen).toBe('create');
  });

  test('of more than one batch fills one batch', () => {
    const given = suggestion('image', 'image-swift', 203);
    const model = suggestedModel(given, chatNow);
    if (model !== null) takeSuggestion(given, model);
    expect(draftStore.getState().count).toBe(100);
  });

  test.each([
    ['video', 'words', 45, { count: 1, seconds: 45 }],
    ['video', 'words', 190, { count: 3, seconds: 60 }],
    ['image-to-video', 'picture', 7, { count: 1, seconds: 7 }],
  ])(
    'of %s from a %s, enough for %i s, stands in the form of a clip',
    (tool, clipStart, seconds, fields) => {
      const given = suggestion(tool, 'video-studio', seconds);
      const model = suggestedModel(given, chatNow);
      if (model === null) throw new Error('the form makes such clips');
      takeSuggestion(given, model);
      expect(draftStore.getState()).toMatchObject({
        ...fields,
        tool: 'video',
        clipStart,
        prompt: 'a heron',
        model: 'video-studio',
        quality: 'premium',
        width: 2048,
      });
    },
  );

  test('of what the form does not make, or the card does not have, is not offered', () => {
    expect(suggestedModel(suggestion('helper-visual', 'video-swift', 20), chatNow)).toBeNull();
    expect(suggestedModel(suggestion('image', 'gone', 20), chatNow)).toBeNull();
  });
});
