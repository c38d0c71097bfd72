import { describe, expect, test } from 'vitest';
import { modelsFor } from '../../../../src-shared/billing/card/quote';
import type { CardModel, ToolId } from '../../../../src-shared/billing/card/rate-card';
import { chatNow, planOf, quoteOf } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import { playStory } from '../../../helpers/ledger-story';
import {
  begin,
  buyPack,
  cancel,
  deliver,
  fail,
  plan,
  start,
  submit,
} from '../../../independent/script';

const metered = ['image', 'edit', 'video', 'image-to-video'] as const satisfies readonly ToolId[];
const clips = ['video', 'image-to-video'] as const satisfies readonly ToolId[];
const pictures = ['image', 'edit'] as const satisfies readonly ToolId[];

/** What one output of a tool costs with each of its models and qualities. */
function prices(tools: readonly ToolId[], seconds: number | null) {
  return tools.flatMap((tool) =>
    modelsFor(chatNow, tool).flatMap((model) =>
      model.qualities.map((quality) => ({
        tool,
        model,
        quality,
        each: quoteOf(chatNow, { tool, model: model.id, quality, seconds }).each,
      })),
    ),
  );
}

describe('B1 every action that makes a picture or a clip is metered', () => {
  test.each(metered)('%s costs credit with every model and quality', (tool) => {
    expect(chatNow.tools.find(({ id }) => id === tool)?.metering).toBe('metered');
    const found = prices([tool], 5);
    expect(found).not.toEqual([]);
    for (const { each } of found) expect(each).toBeGreaterThan(0);
  });
});

test('B2 chat is never metered, however often', () => {
  const chat = { tool: 'chat', model: '', quality: 'basic', seconds: null } as const;
  expect(quoteOf(chatNow, { ...chat, count: 1 }).total).toBe(0);
  expect(quoteOf(chatNow, { ...chat, count: 100 }).total).toBe(0);
  const chats = chatNow.tools.filter(({ metering }) => metering === 'free').map(({ id }) => id);
  expect(chats).toEqual(['chat']);
});

describe('B3 credits come with every plan and renew by themselves, on its schedule', () => {
  const offers = chatNow.plans.flatMap(({ id, annual }) =>
    (['monthly', 'annual'] as const)
      .filter((cadence) => cadence === 'monthly' || annual !== null)
      .map((cadence) => [id, cadence] as const),
  );
  test.each(offers)('%s %s', (planId, cadence) => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan(planId, cadence)));
    const grant = story.spendable();
    expect(grant).toBeGreaterThan(0);
    for (const date of ['2026-02-15', '2026-03-15', '2027-01-15', '2029-12-15']) {
      story.at(`${date.slice(0, 8)}14`);
      expect(story.spendable()).toBe(grant);
      story.does(submit(date, grant), begin(date), deliver(date));
      story.at(date);
      expect(story.spendable()).toBe(grant);
    }
  });
  test('the card says so', () => expect(chatNow.policies.renewal).toMatch(/renew by themselves/));
});

describe("B4 a yearly plan's credits renew monthly", () => {
  test.each(['plus', 'pro', 'team'])('%s', (id) => {
    const { monthly, annual } = planOf(chatNow, id);
    expect(annual?.grant).toEqual(monthly?.grant);
    expect(annual?.grant).toMatchObject({ everyMonths: 1 });
  });
  test('so a year has twelve turns, and what is left of one does not reach the next', () => {
    const story = coreScript(chatNow, '2026-01-31');
    story.does(start(plan('plus', 'annual')));
    story.at('2027-01-30');
    expect(story.spendable()).toBe(600);
    const turns = story.view().lots;
    expect(turns.map(({ startsAt }) => new Date(startsAt).toISOString().slice(5, 10))).toEqual([
      ...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'],
      ...['07-31', '08-31', '09-30', '10-31', '11-30', '12-31'],
    ]);
    expect(turns.at(-1)?.expiresAt).toBe(Date.UTC(2027, 0, 31));
  });
});

test('B5 packs are sold once, when the allowance is used up', () => {
  expect(chatNow.addOns).toEqual([]);
  expect(chatNow.packs.map(({ credits, priceCents }) => [credits, priceCents])).toEqual([
    [200, 500],
    [1000, 2000],
  ]);
  for (const pack of chatNow.packs) expect(pack.onlyWhenUsedUp).toBe(true);
});

test('B6 nothing rolls over unless the plan or the pack says so, and none of this card does', () => {
  for (const { rollover } of [...chatNow.plans, ...chatNow.packs]) {
    expect(rollover).toEqual({ kind: 'none' });
  }
  expect(chatNow.policies.expiry).toMatch(/nothing rolls over unless/i);
});

test('B5 B6 a pack bought when the allowance is used up lapses with the period it was bought in', () => {
  const story = coreScript(chatNow, '2026-01-15');
  story.does(start(plan('free', 'monthly')), submit('film', 40), begin('film'), deliver('film'));
  story.does(buyPack('pack-small'));
  expect(story.lots()).toEqual(['seat-1 pack 200: 200 to 2026-02-15']);
  expect(story.invoices('2026-01-15')).toContain('2026-01-15 pack 1 for 500');
});

describe('B8 an attempt is paid once it was processed', () => {
  test('a poor picture costs what a good one does, and so does the retry', () => {
    playStory(`
      0 | grant base 40      | base 40 0 0 0
      1 | hold poor 6        | base 34 6 0 0
      1 | charge poor        | base 34 0 6 0
      1 | hold retry 6       | base 28 6 6 0
      1 | charge retry       | base 28 0 12 0
    `);
  });
  test('a request that was never processed consumes nothing', () => {
    playStory(`
      0 | grant base 40      | base 40 0 0 0
      1 | hold cancelled 6   | base 34 6 0 0
      2 | release cancelled  | base 40 0 0 0
    `);
  });
  test.each([
    ['cancelled in the queue', [cancel('fox')], 0],
    ['cancelled before work was done', [begin('fox'), cancel('fox')], 0],
    ['refused before work began', [begin('fox'), fail('fox')], 0],
    ['processed', [begin('fox'), deliver('fox')], 6],
  ] as const)('%s', (_, operations, spent) => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('free', 'monthly')), submit('fox', 6), ...operations);
    expect(story.view().lots[0]).toMatchObject({ spent, held: 0, available: 40 - spent });
  });
  test('the card says both', () => {
    const words = chatNow.policies.refunds.join(' ');
    expect(words).toMatch(/once the request has been processed/);
    expect(words).toMatch(/poor, off the prompt, tried again/);
    expect(words).toMatch(/never processed uses nothing/);
  });
});

test('B9 why there are no refunds can be read', () => {
  expect(chatNow.policies.refunds.length).toBeGreaterThan(0);
  expect(chatNow.policies.refunds.join(' ')).toMatch(/no refund, no top-up/);
});

describe('B10 models differ, and the figures are ours', () => {
  test('the card says that they are', () => {
    expect(chatNow.figures).toBe('ours');
    expect(chatNow.origin).toMatch(/Tally's own/);
  });
  test.each([5, 10])('any picture costs less than any clip of %i seconds', (seconds) => {
    const dearest = Math.max(...prices(pictures, null).map(({ each }) => each));
    const cheapest = Math.min(...prices(clips, seconds).map(({ each }) => each));
    expect(dearest).toBeLessThan(cheapest);
  });
  test('a picture costs less than even a second of a clip by a model as good', () => {
    for (const picture of prices(pictures, null)) {
      const { merit } = picture.model;
      const rivals = prices(clips, 1).filter(({ model }) => model.merit === merit);
      for (const rival of rivals) expect(picture.each).toBeLessThan(rival.each);
    }
  });
  test.each(metered)('%s: the more advanced model costs more', (tool) => {
    const cost = (model: CardModel) =>
      Math.min(
        ...prices([tool], 5)
          .filter((price) => price.model.id === model.id)
          .map(({ each }) => each),
      );
    const models = modelsFor(chatNow, tool).sort((a, b) => a.merit - b.merit);
    expect(models.length).toBeGreaterThan(1);
    expect(new Set(models.map(({ merit }) => merit)).size).toBe(models.length);
    const costs = models.map(cost);
    expect(costs).toEqual([...new Set(costs)].sort((a, b) => a - b));
  });
  test.each(metered)('%s: premium costs more than basic by the same model', (tool) => {
    const both = modelsFor(chatNow, tool).filter(({ qualities }) => qualities.length === 2);
    expect(both).not.toEqual([]);
    for (const { id } of both) {
      const request = { tool, model: id, seconds: 5 };
      const basic = quoteOf(chatNow, { ...request, quality: 'basic' }).each;
      expect(quoteOf(chatNow, { ...request, quality: 'premium' }).each).toBeGreaterThan(basic);
    }
  });
  test('half credits are rounded up once an output: 5 seconds at 15 for 2 are 38, two such 76', () => {
    const clip = { tool: 'video', model: 'video-swift', quality: 'basic', seconds: 5 } as const;
    expect(quoteOf(chatNow, clip).each).toBe(38);
    expect(quoteOf(chatNow, { ...clip, count: 2 }).total).toBe(76);
  });
});

test('packs outlive a renewal that empties the base credit', () => {
  playStory(`
     0 | grant base 40 until 30   | spendable 40
    10 | grant pack 200 until 75  | spendable 240
    30 | expire                   | base 0 0 0 40; pack 200 0 0 0; spendable 200
  `);
});
