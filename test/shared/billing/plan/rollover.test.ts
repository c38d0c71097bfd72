import { describe, expect, test } from 'vitest';
import { noExpiry } from '../../../../src-shared/billing/lots/lot';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { type CoreScript, coreScript } from '../../../helpers/core-script';
import {
  begin,
  buyPack,
  buyUnits,
  change,
  deliver,
  end,
  fail,
  plan,
  start,
  submit,
  withRollover,
} from '../../../independent/script';

type Rollover = Parameters<typeof withRollover>[1][string];

const plus = plan('plus', 'monthly');
const pro = plan('pro', 'monthly');

/** A story of a plan Plus (600 a month) with a rollover rule, begun on 15 January. */
function plusWith(rollover: Rollover, cadence: 'monthly' | 'annual' = 'monthly'): CoreScript {
  const story = coreScript(withRollover(chatNow, { plus: rollover }), '2026-01-15');
  story.does(start(plan('plus', cadence)));
  return story;
}

function spend(story: CoreScript, job: string, price: number): void {
  story.does(submit(job, price), begin(job), deliver(job));
}

describe('B6 base credit that does not roll over', () => {
  test('is the rule of both cards, for every plan and pack', () => {
    for (const { rollover } of [...aiStudios.plans, ...chatNow.plans, ...chatNow.packs]) {
      expect(rollover).toEqual({ kind: 'none' });
    }
  });
  test('A8 lapses at the end of its grant period', () => {
    const story = plusWith({ kind: 'none' });
    spend(story, 'film', 100);
    story.at('2026-02-15');
    expect(story.lots()).toEqual(['seat-1 base 600: 600 to 2026-03-15']);
    expect(story.view().lots[0]).toMatchObject({ spent: 100, expired: 500 });
  });
});

describe('B6 base credit that rolls over for a number of periods', () => {
  test('lapses so many periods later, each lot by itself', () => {
    const story = plusWith({ kind: 'cycles', cycles: 2 });
    story.at('2026-03-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 600 to 2026-04-15',
      'seat-1 base 600: 600 to 2026-05-15',
      'seat-1 base 600: 600 to 2026-06-15',
    ]);
    story.at('2026-04-15');
    expect(story.spendable()).toBe(1800);
  });
  test('by the year counts years where the grant is a yearly one', () => {
    const card = withRollover(aiStudios, { personal: { kind: 'cycles', cycles: 1 } });
    const story = coreScript(card, '2024-02-29');
    story.does(start(plan('personal', 'annual')));
    expect(story.lots()).toEqual(['seat-1 base 720: 720 to 2026-02-28']);
    story.at('2025-02-28');
    expect(story.spendable()).toBe(1440);
    story.at('2026-02-28');
    expect(story.lots()).toEqual([
      'seat-1 base 720: 720 to 2027-02-28',
      'seat-1 base 720: 720 to 2028-02-29',
    ]);
  });
  test('is spent oldest first, so that as little as can be lapses', () => {
    const story = plusWith({ kind: 'cycles', cycles: 1 });
    story.at('2026-02-15');
    spend(story, 'film', 700);
    expect(story.lots()).toEqual(['seat-1 base 600: 500 to 2026-04-15']);
  });
});

describe('B6 base credit that rolls over without an end', () => {
  test('has no date, and is there after ten years', () => {
    const story = plusWith({ kind: 'all' });
    expect(story.life.liveLots()[0]?.expiresAt).toBe(noExpiry);
    story.at('2036-01-15');
    expect(story.spendable()).toBe(121 * 600);
    expect(story.life.entries.some(({ kind }) => kind === 'expire')).toBe(false);
  });
  test('is never what falls due next', () => {
    const story = plusWith({ kind: 'all' }, 'annual');
    story.does(end);
    story.at('2026-12-15');
    expect(story.life.nextDue()).toBe(Date.UTC(2027, 0, 15));
  });
});

describe('B6 base credit that rolls over up to a cap', () => {
  test('is cut to the cap when a period starts, before its grant comes', () => {
    const story = plusWith({ kind: 'capped', credits: 250 });
    story.at('2026-02-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 250 without date',
      'seat-1 base 600: 600 without date',
    ]);
    story.at('2026-03-15');
    expect(story.spendable()).toBe(850);
  });
  test('is left whole below the cap', () => {
    const story = plusWith({ kind: 'capped', credits: 250 });
    spend(story, 'film', 400);
    story.at('2026-02-15');
    expect(story.spendable()).toBe(800);
  });
  test('counts what is on hold, and cuts what is available, in burn order', () => {
    const story = plusWith({ kind: 'capped', credits: 250 });
    story.does(submit('film', 200), begin('film'));
    story.at('2026-02-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 50 + 200 held without date',
      'seat-1 base 600: 600 without date',
    ]);
    story.at('2026-03-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 0 + 200 held without date',
      'seat-1 base 600: 50 without date',
      'seat-1 base 600: 600 without date',
    ]);
    story.does(fail('film'));
    expect(story.spendable()).toBe(850);
  });
  test('what is on hold beyond the cap is not cut until it is free', () => {
    const story = plusWith({ kind: 'capped', credits: 250 });
    story.does(submit('film', 500), begin('film'));
    story.at('2026-02-15');
    story.does(fail('film'));
    expect(story.spendable()).toBe(1100);
    story.at('2026-03-15');
    expect(story.spendable()).toBe(850);
  });
  test('seat by seat', () => {
    const card = withRollover(chatNow, { team: { kind: 'capped', credits: 100 } });
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('team', 'monthly', 2)), submit('film', 1150, 'seat-2'));
    story.does(begin('film'), deliver('film'));
    story.at('2026-02-15');
    expect(story.spendable('seat-1')).toBe(1300);
    expect(story.spendable('seat-2')).toBe(1250);
  });
  test('credit on hold of a lot that has lapsed does not count', () => {
    // 600 that roll over for ever, then a plan that lets them lapse, then one with a cap.
    const card = withRollover(chatNow, {
      plus: { kind: 'all' },
      free: { kind: 'none' },
      pro: { kind: 'capped', credits: 100 },
    });
    const story = coreScript(card, '2026-01-15');
    story.does(start(plus), submit('film', 80), begin('film'), change(plan('free', 'monthly')));
    story.at('2026-03-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 0 + 80 held without date',
      'seat-1 base 40: 40 to 2026-04-15',
    ]);
    story.does(change(pro));
    story.at('2026-04-15');
    expect(story.spendable()).toBe(100 + 2000);
    story.does(fail('film'));
    expect(story.spendable()).toBe(100 + 2000);
    expect(story.view().lots[0]).toMatchObject({ available: 0, held: 0, expired: 600 });
  });
});

describe('B6 rollover goes by the plan that ran until then', () => {
  const card = withRollover(chatNow, {
    free: { kind: 'none' },
    plus: { kind: 'all' },
    pro: { kind: 'capped', credits: 100 },
  });
  test('credit outlives the change away from a plan that lets it, and lapses with the next', () => {
    const story = coreScript(card, '2026-01-15');
    story.does(start(plus), change(plan('free', 'monthly')));
    story.at('2026-02-15');
    expect(story.spendable()).toBe(640);
    story.at('2026-03-15');
    expect(story.spendable()).toBe(40);
  });
  test('a new plan does not save what the old one lets lapse', () => {
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('free', 'monthly')));
    story.does(change(plan('plus', 'annual')));
    story.at('2026-02-15');
    expect(story.spendable()).toBe(600);
  });
  test('what an upgrade tops up goes by the new plan, what was there keeps its date', () => {
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('free', 'monthly')), change(plus));
    expect(story.lots()).toEqual([
      'seat-1 base 40: 40 to 2026-02-15',
      'seat-1 base 560: 560 without date',
    ]);
    story.at('2026-02-15');
    expect(story.spendable()).toBe(1160);
  });
});

describe('B6 packs', () => {
  const pack = (rollover: Rollover, cadence: 'monthly' | 'annual' = 'monthly') => {
    const card = withRollover(chatNow, {}, { 'pack-small': rollover });
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('plus', cadence)), submit('film', 600), buyPack('pack-small'));
    return story;
  };
  const packs = (story: CoreScript) => story.lots().filter((line) => line.includes('pack'));

  test.each([
    [{ kind: 'none' } as const, 'to 2026-02-15'],
    [{ kind: 'cycles', cycles: 1 } as const, 'to 2026-03-15'],
    [{ kind: 'cycles', cycles: 6 } as const, 'to 2026-08-15'],
    [{ kind: 'all' } as const, 'without date'],
    [{ kind: 'capped', credits: 50 } as const, 'without date'],
  ])('%j: %s', (rollover, date) => {
    expect(packs(pack(rollover))).toEqual([`seat-1 pack 200: 200 ${date}`]);
    expect(packs(pack(rollover, 'annual'))).toEqual([`seat-1 pack 200: 200 ${date}`]);
  });
  test('a cap is that of one pack, cut when a grant period starts', () => {
    const story = pack({ kind: 'capped', credits: 50 });
    story.at('2026-01-16');
    story.does(buyPack('pack-small'));
    story.at('2026-02-15');
    expect(packs(story)).toEqual([
      'seat-1 pack 200: 50 without date',
      'seat-1 pack 200: 50 without date',
    ]);
  });
  test('while no plan runs no period starts, and the first of a new plan cuts again', () => {
    const story = pack({ kind: 'capped', credits: 50 });
    story.does(end);
    story.at('2027-02-01');
    expect(packs(story)).toEqual(['seat-1 pack 200: 200 without date']);
    story.does(start(plan('free', 'monthly')));
    expect(packs(story)).toEqual(['seat-1 pack 200: 50 without date']);
  });
  test('a date that comes while no plan runs is kept', () => {
    const story = pack({ kind: 'cycles', cycles: 6 });
    story.does(end);
    story.at('2026-08-14T23:59:59.999Z');
    expect(story.spendable()).toBe(200);
    expect(story.life.nextDue()).toBe(Date.UTC(2026, 7, 15));
    story.at('2026-08-15');
    expect(story.lots()).toEqual([]);
    expect(story.life.nextDue()).toBeNull();
  });
});

test('A9 units lapse with the cycle, whatever becomes of base credit', () => {
  const card = withRollover(aiStudios, { personal: { kind: 'all' } });
  const story = coreScript(card, '2026-01-15');
  story.does(start(plan('personal', 'monthly')), buyUnits('personal-unit', 1));
  story.at('2026-03-15');
  expect(story.lots()).toEqual([
    'seat-1 base 60: 60 without date',
    'seat-1 base 60: 60 without date',
    'seat-1 add-on 60: 60 to 2026-04-15',
    'seat-1 base 60: 60 without date',
  ]);
});
