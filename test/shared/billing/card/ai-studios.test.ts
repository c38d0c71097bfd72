import { describe, expect, test } from 'vitest';
import { modelsFor } from '../../../../src-shared/billing/card/quote';
import { type ToolId, toolIds } from '../../../../src-shared/billing/card/rate-card';
import { aiStudios, planOf, quoteOf } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import { playStory } from '../../../helpers/ledger-story';
import {
  begin,
  buyUnits,
  contract,
  deliver,
  end,
  fail,
  plan,
  start,
  submit,
} from '../../../independent/script';

test('the card says that its figures are those of the documents', () => {
  expect(aiStudios.figures).toBe('documented');
  expect(aiStudios.service).toBe('AI Studios');
});

describe('A1 image generator: 1 credit an image', () => {
  test('one picture', () => expect(quoteOf(aiStudios, {}).total).toBe(1));
  test('seven pictures', () => expect(quoteOf(aiStudios, { count: 7 }).total).toBe(7));
  test.each(['basic', 'premium'] as const)(
    '%s costs the same, for A5 is of other tools',
    (quality) => expect(quoteOf(aiStudios, { quality }).each).toBe(1),
  );
  test('the arithmetic is told by the image', () => {
    expect(quoteOf(aiStudios, { count: 3 })).toMatchObject({
      unit: 'image',
      units: 1,
      price: { credits: 1, per: 1 },
      each: 1,
      total: 3,
    });
  });
});

describe('A2 prompt-based video: 1 credit a second', () => {
  const clip = { tool: 'video', model: 'video-generator' } as const;
  test.each([
    [5, 5],
    [10, 10],
    [1, 1],
    [60, 60],
  ])('%i seconds cost %i credits', (seconds, total) =>
    expect(quoteOf(aiStudios, { ...clip, seconds })).toMatchObject({
      unit: 'second',
      units: seconds,
      total,
    }),
  );
  test('two clips of 10 seconds cost 20', () =>
    expect(quoteOf(aiStudios, { ...clip, seconds: 10, count: 2 }).total).toBe(20));
});

describe('A3 credits are deducted each time content is made', () => {
  test('making the same picture again costs the same again', () => {
    expect(quoteOf(aiStudios, {}).total + quoteOf(aiStudios, {}).total).toBe(2);
    playStory(`
      0 | grant base 16       | base 16 0 0 0
      1 | hold fox 1          | base 15 1 0 0
      1 | charge fox          | base 15 0 1 0
      2 | hold fox-again 1    | base 14 1 1 0
      2 | charge fox-again    | base 14 0 2 0
    `);
  });
});

describe('A4 avatar video and Docs-to-Video are not metered', () => {
  test.each(['avatar-video', 'docs-to-video'] as const)(
    '%s costs nothing, however long',
    (tool) => {
      for (const seconds of [null, 5, 59, 3600]) {
        for (const quality of ['basic', 'premium'] as const) {
          expect(quoteOf(aiStudios, { tool, quality, seconds, count: 3 }).total).toBe(0);
        }
      }
    },
  );
});

describe('A5 premium is metered, basic is always free', () => {
  test.each(['topic-to-video', 'helper-visual'] as const)('%s asks for a quality', (tool) => {
    const metering = aiStudios.tools.find((candidate) => candidate.id === tool)?.metering;
    expect(metering).toBe('quality');
    for (const model of modelsFor(aiStudios, tool)) {
      expect(model.qualities).toEqual(['basic', 'premium']);
      const request = { tool, model: model.id, count: 4 };
      expect(quoteOf(aiStudios, { ...request, quality: 'basic' }).total).toBe(0);
      expect(quoteOf(aiStudios, { ...request, quality: 'premium' }).total).toBeGreaterThan(0);
    }
  });
  test('no other tool is metered by its quality', () => {
    const byQuality = aiStudios.tools.filter((tool) => tool.metering === 'quality');
    expect(byQuality.map((tool) => tool.id)).toEqual(['topic-to-video', 'helper-visual']);
  });
});

describe('A6 base grants', () => {
  test.each([
    ['free', 'monthly', 16, '2026-02-15'],
    ['personal', 'monthly', 60, '2026-02-15'],
    ['team', 'monthly', 150, '2026-02-15'],
    ['personal', 'annual', 720, '2027-01-15'],
    ['team', 'annual', 1800, '2027-01-15'],
  ] as const)('%s %s: %i credits, until %s', (planId, cadence, credits, until) => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan(planId, cadence)));
    const lot = `seat-1 base ${credits}: ${credits}`;
    expect(story.lots()).toEqual([`${lot} to ${until}`]);
    story.at(until);
    expect(story.lots()).toEqual([expect.stringContaining(lot)]);
    expect(story.view().lots).toHaveLength(2);
  });
  test('Free has no annual plan', () => {
    expect(planOf(aiStudios, 'free').annual).toBeNull();
    coreScript(aiStudios, '2026-01-15').refusesFor('plan-unknown', start(plan('free', 'annual')));
  });
  test.each(['monthly', 'annual'] as const)('Enterprise %s is as its contract says', (cadence) => {
    const enterprise = planOf(aiStudios, 'enterprise');
    expect(enterprise.kind).toBe('contract');
    expect(enterprise[cadence]?.grant).toEqual({ kind: 'contract' });
    const story = coreScript(aiStudios, '2026-01-15');
    story.refusesFor('plan-needs-contract', start(plan('enterprise', cadence)));
    const figures = { seats: 2, credits: 777, everyMonths: 1, priceCents: 100 } as const;
    story.does(start(contract(cadence, figures)));
    expect(story.lots()).toEqual([
      'seat-1 base 777: 777 to 2026-02-15',
      'seat-2 base 777: 777 to 2026-02-15',
    ]);
  });
  test('Team grants to every seat, Free and Personal to the one person', () => {
    const perSeat = aiStudios.plans.map(({ id, perSeat }) => [id, perSeat]);
    expect(perSeat).toEqual([
      ['free', false],
      ['personal', false],
      ['team', true],
      ['enterprise', true],
    ]);
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('team', 'monthly', 3)));
    expect(story.lots()).toEqual([
      'seat-1 base 150: 150 to 2026-02-15',
      'seat-2 base 150: 150 to 2026-02-15',
      'seat-3 base 150: 150 to 2026-02-15',
    ]);
    expect(story.life.lots.size).toBe(3);
  });
  test('an annual grant comes upfront, for the whole year, to each seat', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('team', 'annual', 2)), submit('film', 1800, 'seat-2'));
    story.at('2027-01-14');
    expect(story.lots()).toEqual([
      'seat-1 base 1800: 1800 to 2027-01-15',
      'seat-2 base 1800: 0 + 1800 held to 2027-01-15',
    ]);
  });
});

test('A7 A8 every plan refreshes on its renewal date and rolls nothing over', () => {
  for (const plan of aiStudios.plans) expect(plan.rollover).toEqual({ kind: 'none' });
  expect(aiStudios.policies.renewal).toMatch(/renewal date/);
  expect(aiStudios.policies.expiry).toMatch(/nothing rolls over/i);
});

test.each(['monthly', 'annual'] as const)(
  'A7 A8 a %s plan is refreshed on its renewal date',
  (cadence) => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('personal', cadence)), submit('fox', 5), begin('fox'), deliver('fox'));
    const full = cadence === 'monthly' ? 60 : 720;
    const renewal = cadence === 'monthly' ? '2026-02-15' : '2027-01-15';
    story.at(`${renewal.slice(0, 8)}14T23:59:59.999Z`);
    expect(story.spendable()).toBe(full - 5);
    story.at(renewal);
    expect(story.spendable()).toBe(full);
    expect(story.view().lots[0]).toMatchObject({ spent: 5, expired: full - 5 });
  },
);

test('A8 what is left at the end of the cycle expires', () => {
  playStory(`
     0 | grant base 60 until 30     | base 60 0 0 0
     4 | hold fox 5                 | base 55 5 0 0
     4 | charge fox                 | base 55 0 5 0
    30 | expire                     | base 0 0 5 55
    30 | grant base-2 60 until 60   | base-2 60 0 0 0; spendable 60
  `);
});

test.each(['monthly', 'annual'] as const)(
  'A9 under a %s plan units lapse with base credit',
  (cadence) => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('personal', cadence)));
    story.at('2026-02-03');
    story.does(buyUnits('personal-unit', 1));
    story.at(cadence === 'monthly' ? '2026-02-10' : '2026-09-10');
    const dates = story.lots().map((line) => line.slice(-13));
    const [date] = dates;
    expect(new Set(dates)).toEqual(new Set([date]));
    expect(dates.length).toBe(cadence === 'monthly' ? 2 : 9);
  },
);

test('A9 add-on credit expires on the day on which base credit does', () => {
  expect(aiStudios.policies.expiry).toMatch(/base and add-on credit alike/);
  playStory(`
     0 | grant base 60 until 30     | spendable 60
    12 | grant add-on 60 until 30   | spendable 120
    30 | expire                     | base 0 0 0 60; add-on 0 0 0 60; spendable 0
  `);
});

describe('A10 add-on units', () => {
  const unit = (id: string) => aiStudios.addOns.find((addOn) => addOn.id === id);
  test('Personal: 60 credits for $10, for that user', () =>
    expect(unit('personal-unit')).toMatchObject({
      credits: 60,
      priceCents: 1000,
      wallet: 'seat',
      plans: ['personal'],
    }));
  test('Team: 200 credits for $30, shared by the whole workspace', () =>
    expect(unit('team-unit')).toMatchObject({
      credits: 200,
      priceCents: 3000,
      wallet: 'pool',
      plans: ['team'],
    }));
  test('several at once add up', () => {
    playStory(`
      0 | grant base 150            | spendable 150
      3 | grant add-on-1 200 pool   | spendable 350
      3 | grant add-on-2 200 pool   | spendable 550
    `);
  });
  test('no packs are sold', () => expect(aiStudios.packs).toEqual([]));
});

test('A11 a bought unit is usable at once, after the base credit that lapses with it', () => {
  playStory(`
    0 | grant base 60              | spendable 60
    9 | grant add-on 60 until 30   | spendable 120
    9 | hold film 70               | base 0 60 0 0; add-on 50 10 0 0
  `);
});

test('A12 units are not refunded, and a cancelled one stays usable to the end of the cycle', () => {
  expect(aiStudios.policies.refunds.join(' ')).toMatch(/units cannot be refunded/i);
  expect(aiStudios.policies.unitCancellation).toMatch(/usable to the end of the cycle/);
  expect(aiStudios.policies.unitCancellation).toMatch(/does not renew/);
});

test('A12 nothing gives back what a cancelled unit or a failed purchase of work cost', () => {
  const story = coreScript(aiStudios, '2026-01-15');
  story.does(start(plan('personal', 'monthly')), buyUnits('personal-unit', 1));
  story.does({ kind: 'cancel-units', unit: 0, count: 1 }, end);
  story.does(submit('film', 100), begin('film'), fail('film'));
  expect(story.spendable()).toBe(120);
  expect(story.life.lines.every(({ cents }) => cents === null || cents >= 0)).toBe(true);
});

test('A13 units need a paid plan and end with it', () => {
  expect(aiStudios.policies.unitCancellation).toMatch(/ending the plan ends its units/i);
  for (const addOn of aiStudios.addOns) {
    for (const plan of addOn.plans) expect(planOf(aiStudios, plan).kind).toBe('paid');
  }
});

test('A14 the words before a purchase say that a unit renews by itself, when, and for how much', () => {
  const words = aiStudios.policies.unitRenewal;
  expect(words).toMatch(/renews by itself/);
  for (const blank of ['{name}', '{date}', '{price}', '{credits}']) expect(words).toContain(blank);
});

test('every tool that Tally knows has a word on its price, and a model when it is metered', () => {
  const listed = aiStudios.tools.map((tool) => tool.id);
  // No card needs to name the putting together of scenes.
  const sold = toolIds.filter((tool) => tool !== 'assembly');
  expect([...listed].sort()).toEqual([...sold].sort());
  const metered = aiStudios.tools.filter((tool) => tool.metering !== 'free');
  for (const tool of metered) expect(modelsFor(aiStudios, tool.id)).not.toEqual([]);
  const free: ToolId[] = aiStudios.tools
    .filter((tool) => tool.metering === 'free')
    .map((tool) => tool.id);
  expect(free).toEqual(['avatar-video', 'docs-to-video', 'chat']);
});
