import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keepCard, placeOrder } from '../../src-main/billing-clock/place-order';
import { entryOf } from '../../src-main/ledger/entry-row';
import { balanceAt } from '../../src-main/ledger/read-ledger';
import { write } from '../../src-main/store/write';
import { instant } from '../../src-shared/billing/instant';
import { byBurnOrder, spendableBy, spendableLots } from '../../src-shared/billing/lots/burn-order';
import { bucketsOf, type Entry, foldEntries } from '../../src-shared/billing/lots/entry';
import { hasDate, type Lot } from '../../src-shared/billing/lots/lot';
import type { StatementLine } from '../../src-shared/contract/credits';
import type { Story } from '../../src-shared/contract/insight';
import type { OrderWish } from '../../src-shared/contract/plan';
import { aiStudios, chatNow } from '../helpers/cards';
import type { TestStudio } from '../helpers/test-studio';
import {
  allEnded,
  freePlan,
  inState,
  jobNow,
  openFlow,
  refusalOf,
  submit,
  submitOne,
  workingFlow,
} from './flow';

const personal = { ...freePlan, planId: 'personal' } as const;
const team = { ...freePlan, planId: 'team', seats: 2 } as const;

function order(flow: TestStudio, wish: OrderWish) {
  return flow.client.plan.order({ orderId: randomUUID(), wish, accepted: null });
}

async function linesOf(flow: TestStudio): Promise<StatementLine[]> {
  await flow.client.credits.balance();
  const page = await flow.client.credits.statement({ before: null, limit: 500, jobId: null });
  expect(page.older).toBeNull();
  return page.lines.toReversed();
}

function entriesOf({ studio }: TestStudio): Entry[] {
  return studio.ports.ledger.entries(Number.MAX_SAFE_INTEGER, 500, null).map(entryOf).reverse();
}

/** The lots after the first `count` entries, worked out from nothing but them. */
function lotsAfter(entries: readonly Entry[], count: number): Lot[] {
  return [...foldEntries(entries.slice(0, count)).values()];
}

/** Opens every entry into its story and holds each against the entries themselves. */
async function everyStory(flow: TestStudio): Promise<Map<string, Story>> {
  const lines = await linesOf(flow);
  const entries = entriesOf(flow);
  const stories = new Map<string, Story>();
  for (const line of lines) {
    const story = await flow.client.insight.why({ entryId: line.id });
    stories.set(line.id, story);
    expect(story.entry).toEqual(line);
    expect(story.sentences[0]).toBe(line.explanation);
    expect(story.sentences.join(' ')).not.toContain('275760');
    expect(story.lot).toEqual(
      lotsAfter(entries, entries.length).find(({ id }) => id === line.lot.id),
    );
    if (line.job === null) expectLotStory(story, lines);
    else expectJobStory(flow, story, line.job.id, lines, entries);
    const { cause } = entries[line.number - 1] ?? {};
    expect(story.order?.id ?? null).toBe(cause?.kind === 'order' ? cause.order : null);
  }
  return stories;
}

function expectLotStory(story: Story, lines: readonly StatementLine[]): void {
  expect([story.job, story.considered]).toEqual([null, []]);
  const last = story.entry.kind === 'grant' ? lines.length : story.entry.number;
  const related = lines.filter(({ lot, number }) => lot.id === story.lot.id && number <= last);
  expect(story.related).toEqual(related);
}

function expectJobStory(
  flow: TestStudio,
  story: Story,
  jobId: string,
  lines: readonly StatementLine[],
  entries: readonly Entry[],
): void {
  const job = jobNow(flow, jobId);
  expect(story.job).toMatchObject({ quote: job.quote, prompt: job.request.prompt });
  expect(story.related).toEqual(lines.filter((line) => line.job?.id === jobId));
  const holds = story.related.filter(({ kind }) => kind === 'hold');
  const taken = story.considered.filter((each) => each.taken > 0);
  expect(taken.reduce((sum, each) => sum + each.taken, 0)).toBe(job.price);
  const [lot] = taken;
  // The newest hold at or before the entry that is of these very lots.
  const first = holds.findLast(
    (line) => line.lot.id === lot?.lot.id && line.number <= story.entry.number + taken.length,
  );
  if (first === undefined) throw new Error('no hold took what the story tells');
  const own = spendableBy(lotsAfter(entries, first.number - 1), job.seat);
  const could = spendableLots(own, first.at).toSorted(byBurnOrder);
  expect(story.considered.map((each) => [each.lot.id, each.available])).toEqual(
    could.map(({ id, available }) => [id, available]),
  );
  const held = lines
    .slice(first.number - 1, first.number - 1 + taken.length)
    .map((line) => [line.kind, line.lot.id, line.credits]);
  expect(held).toEqual(taken.map((each) => ['hold', each.lot.id, each.taken]));
}

/** The stories of entries of one kind, as their sentences. */
function told(stories: ReadonlyMap<string, Story>, kind: StatementLine['kind']): string[][] {
  return [...stories.values()]
    .filter(({ entry }) => entry.kind === kind)
    .map(({ sentences }) => [...sentences]);
}

describe('every entry opens into a story that agrees with the ledger', () => {
  test('A8 A10 A11 B8 of jobs, units, renewals and lapses', async () => {
    const flow = await openFlow();
    await flow.client.workspace.begin(personal);
    await order(flow, { kind: 'buy-units', addOnId: 'personal-unit', count: 2 });
    flow.studio.queue.work();
    flow.engine.scripts.push({ kind: 'deliver' }, { kind: 'refuse', message: 'no' });
    await submit(flow, { count: 70 });
    await allEnded(flow);
    flow.clock.set('2026-02-28T10:00:00Z');
    const stories = await everyStory(flow);
    expect(new Set([...stories.values()].map(({ entry }) => entry.kind))).toEqual(
      new Set(['grant', 'hold', 'charge', 'release', 'expire']),
    );
    expect(told(stories, 'grant').map(([why]) => why?.split(';')[0])).toEqual([
      'Granted by the plan for its cycle',
      'Bought: 2 add-on units, usable at once',
      'Granted by the plan for its cycle',
      'Renewed by itself: add-on units that were bought before',
    ]);
    expect(told(stories, 'charge')[0]).toEqual([
      'Charged once for Image generator (basic): the picture was delivered.',
      'Its price for each of the 70 that were ordered together, by version 2026-11-01 of the card «AI Studios»: 1 picture × 1 credit = 1 credit.',
      'The card says: 1 credit an image, each time one is made, regenerating included.',
      '1 credit came from plan credit that lapses on 28 Feb 2026 (lapses soonest).',
      'Next in order would have been add-on credit that lapses on 28 Feb 2026 (lapses at the same instant, but add-on credit goes after plan credit); it had 120 credits.',
      'What was processed is charged once, whatever its result is worth, and not given back.',
    ]);
    expect(told(stories, 'expire').toSorted()).toEqual([
      [
        'Lapsed unused at the end of the cycle on 28 Feb 2026.',
        'Of the 120 credits granted on 31 Jan 2026: 10 spent, 110 lapsed.',
      ],
      [
        'Lapsed unused at the end of the cycle on 28 Feb 2026.',
        'Of the 60 credits granted on 31 Jan 2026: 59 spent, 1 lapsed.',
      ],
    ]);
  });

  test('of seats, an upgrade, the pool and the end of the plan, seat by seat', async () => {
    const flow = await openFlow();
    await flow.client.workspace.begin(personal);
    await submitOne(flow);
    await order(flow, { kind: 'change-plan', planId: 'team', cadence: 'monthly', contract: null });
    await order(flow, { kind: 'add-seat', seat: null, name: 'Bo' });
    await order(flow, { kind: 'buy-units', addOnId: 'team-unit', count: 1 });
    await flow.client.plan.workAs({ seat: 'seat-2' });
    const { batchId } = await submitOne(flow);
    expect(flow.studio.ports.jobs.batch(batchId)?.seat).toBe('seat-2');
    await order(flow, { kind: 'end-plan' });
    flow.studio.queue.work();
    await allEnded(flow);
    flow.clock.set('2026-03-01T00:00:00Z');
    const stories = await everyStory(flow);
    expect(told(stories, 'grant').map(([why]) => why?.split(/[;:]/)[0])).toEqual([
      'Granted by the plan for its cycle',
      'Granted at once with the change of plan',
      'Granted with the seat seat-2',
      'Bought',
    ]);
    const [, ofSecond] = [...stories.values()].filter(({ entry }) => entry.kind === 'hold');
    expect(ofSecond?.considered.map(({ lot }) => lot.wallet.id)).toEqual(['seat-2', 'pool']);
  });

  test('B6 A13 of credit without a date, cut to its cap and taken by the end of the plan', async () => {
    const flow = await openFlow();
    const [plan] = chatNow.plans.filter(({ id }) => id === 'plus');
    if (plan === undefined) throw new Error('the card has no plan plus');
    const rollover = { kind: 'capped', credits: 5 } as const;
    const card = { ...chatNow, id: 'capped', plans: [{ ...plan, rollover }] } as typeof chatNow;
    const { ports } = flow.studio;
    write(ports.database, () => keepCard(ports, card));
    const { id, version } = card;
    const start = { card: { id, version }, planId: 'plus', cadence: 'monthly', contract: null };
    const wish = { kind: 'start-plan', ...start, seats: 1, timeZone: 'UTC' } as const;
    expect(
      placeOrder(ports, { orderId: 'start', wish: { ...wish, cadence: 'monthly' }, accepted: null })
        .kind,
    ).toBe('placed');
    flow.clock.set('2026-03-01T00:00:00Z');
    await order(flow, { kind: 'end-plan' });
    flow.clock.set('2026-04-01T00:00:00Z');
    const stories = await everyStory(flow);
    const [granted] = [...stories.values()];
    expect(granted && hasDate(granted.lot)).toBe(false);
    expect(told(stories, 'grant')[0]?.[0]).toMatch(/what is left of it does not lapse\.$/);
    expect(told(stories, 'expire').map(([why]) => why)).toEqual([
      'Lapsed unused on 28 Feb 2026: at most 5 credits of the plan roll over.',
      'Lapsed unused when the plan ended on 31 Mar 2026: plan and add-on credit ends with it.',
      'Lapsed unused when the plan ended on 31 Mar 2026: plan and add-on credit ends with it.',
    ]);
  });

  test('of a hold over two lots, wherever it is asked from', async () => {
    const flow = await openFlow();
    await flow.client.workspace.begin({ ...freePlan, cardId: 'chatnow' });
    flow.studio.queue.work();
    const request = { model: 'image-grand', quality: 'premium' } as const;
    await submit(flow, { count: 3, request });
    await allEnded(flow);
    flow.clock.set('2026-02-01T00:00:00Z');
    await order(flow, { kind: 'change-plan', planId: 'plus', cadence: 'monthly', contract: null });
    const job = await submitOne(flow, { request });
    await inState(flow, job.id, 'done');
    const ofJob = [...(await everyStory(flow)).values()].filter(
      ({ entry }) => entry.job?.id === job.id,
    );
    expect(ofJob.map(({ entry }) => `${entry.kind} ${entry.credits}`)).toEqual([
      'hold 4',
      'hold 8',
      'charge 4',
      'charge 8',
    ]);
    for (const { considered } of ofJob) {
      expect(considered.map(({ available, taken, reason }) => [available, taken, reason])).toEqual([
        [4, 4, 'lapses soonest'],
        [560, 8, 'lapses at the same instant, but came later'],
      ]);
    }
  });

  test('of a hold that was made anew at a boundary, each by the lots of its own instant', async () => {
    const flow = await openFlow();
    await flow.client.workspace.begin(freePlan);
    await flow.client.jobs.pause();
    const job = await submitOne(flow);
    flow.clock.set('2026-02-28T10:00:00Z');
    await flow.client.credits.balance();
    await flow.client.jobs.resume();
    flow.studio.queue.work();
    await inState(flow, job.id, 'done');
    const stories = await everyStory(flow);
    const ofJob = [...stories.values()].filter(({ job: each }) => each !== null);
    expect(ofJob.map(({ entry, considered }) => [entry.kind, considered[0]?.lot.id])).toEqual([
      ['hold', 'subscription-1:0:base:seat-1'],
      ['release', 'subscription-1:0:base:seat-1'],
      ['hold', 'subscription-1:1:base:seat-1'],
      ['charge', 'subscription-1:1:base:seat-1'],
    ]);
    expect(ofJob.map(({ sentences }) => sentences[0])).toEqual([
      'Put aside for Image generator (basic) when it was queued, from the plan credit that lapses soonest (28 Feb 2026).',
      'Lapsed on 28 Feb 2026 while it was put aside for Image generator (basic), which still waited.',
      'Put aside anew for Image generator (basic), which still waited, from the plan credit that lapses soonest (31 Mar 2026).',
      'Charged once for Image generator (basic): the picture was delivered.',
    ]);
    expect(ofJob[0]?.sentences.at(-1)).toBe('It lapsed on 28 Feb 2026, before it was spent.');
    expect(ofJob[2]?.sentences.at(-1)).toBe('It was charged on 28 Feb 2026.');
  });

  test('by the card of its day, also when a newer version calls and prices things otherwise', async () => {
    const flow = await workingFlow();
    const job = await submitOne(flow);
    await inState(flow, job.id, 'done');
    const models = aiStudios.models.map((model) => ({ ...model, name: `New ${model.name}` }));
    const newer = { ...aiStudios, version: '2026-11-01.1', models, name: 'Newer' };
    const { ports } = flow.studio;
    write(ports.database, () => keepCard(ports, newer));
    const wish = { kind: 'use-card', card: { id: newer.id, version: newer.version } } as const;
    expect(placeOrder(ports, { orderId: 'newer', wish, accepted: null }).kind).toBe('placed');
    const [story] = [...(await everyStory(flow)).values()].filter(
      ({ entry }) => entry.kind === 'charge',
    );
    expect(story?.job?.modelName).toBe('Image generator');
    expect(story?.sentences[1]).toContain('by version 2026-11-01 of the card «AI Studios»');
  });

  test('an entry that is none is refused', async () => {
    const flow = await workingFlow();
    const refused = await refusalOf(flow.client.insight.why({ entryId: 'charge:nothing' }));
    expect(refused).toEqual({ code: 'entry-unknown', entryId: 'charge:nothing' });
  });
});

describe('the balance of the past', () => {
  async function lived() {
    const flow = await openFlow();
    await flow.client.workspace.begin(team);
    await order(flow, { kind: 'buy-units', addOnId: 'team-unit', count: 1 });
    await flow.client.jobs.pause();
    flow.studio.queue.work();
    for (const [day, seat] of [
      ['2026-02-03', 'seat-1'],
      ['2026-02-20', 'seat-2'],
      ['2026-03-02', 'seat-1'],
    ] as const) {
      flow.clock.set(`${day}T08:00:00Z`);
      await flow.client.plan.workAs({ seat });
      await submit(flow, { count: 3 });
      flow.clock.set(`${day}T09:00:00Z`);
      await flow.client.jobs.resume();
      await allEnded(flow);
      await flow.client.jobs.pause();
    }
    // What waits now is moved on at the next boundary.
    await submit(flow, { count: 2 });
    flow.clock.set('2026-04-10T00:00:00Z');
    await flow.client.credits.balance();
    return flow;
  }

  test('is what all entries up to it add up to, at every instant', async () => {
    const flow = await lived();
    const entries = entriesOf(flow);
    const instants = entries.flatMap(({ at }) => [at - 1, at, at + 1]);
    expect(entries.map(({ at }) => at)).toEqual(
      entries.map(({ at }) => at).toSorted((left, right) => left - right),
    );
    for (const at of [...new Set(instants)].map(instant)) {
      const { balance, newest } = await flow.client.insight.balanceAt({ at });
      const before = entries.filter((entry) => entry.at <= at);
      expect(balance).toEqual(balanceAt(lotsAfter(before, before.length), at));
      expect(newest.map(({ number }) => number)).toEqual(
        before
          .map((_, place) => place + 1)
          .slice(-20)
          .reverse(),
      );
    }
  });

  test('of now, and of what has not come, is the balance now', async () => {
    const flow = await lived();
    const now = await flow.client.insight.balanceAt({ at: 8.64e15 });
    const own = await flow.client.insight.balanceAt({ at: flow.clock.now() });
    expect(now).toEqual(own);
    expect(now.balance.at).toBe(flow.clock.now());
  });

  test('as a plot agrees with the balance of each of its instants', async () => {
    const flow = await lived();
    const [from, to] = [Date.UTC(2026, 0, 30), Date.UTC(2026, 3, 10)];
    const { points } = await flow.client.insight.balances({ from, to, points: 61 });
    expect(points).toHaveLength(61);
    expect([points[0]?.at, points.at(-1)?.at]).toEqual([from, to]);
    for (const { at, available, held } of points) {
      const { balance } = await flow.client.insight.balanceAt({ at });
      expect({ available, held }).toEqual({ available: balance.available, held: balance.held });
    }
    expect(new Set(points.map(({ available }) => available)).size).toBeGreaterThan(5);
  });

  test('as a plot ends now, and is refused where there are no days', async () => {
    const flow = await lived();
    const { balances } = flow.client.insight;
    const now = flow.clock.now();
    const { points } = await balances({ from: now - 1000, to: now + 1_000_000, points: 2 });
    expect(points.map(({ at }) => at)).toEqual([now - 1000, now]);
    expect(await refusalOf(balances({ from: now, to: now - 1, points: 2 }))).toMatchObject({
      code: 'span-invalid',
    });
    expect(await refusalOf(balances({ from: now + 1, to: now + 2, points: 2 }))).toMatchObject({
      code: 'span-invalid',
    });
  });

  test('as a plot tells when credit came and lapsed, from its first instant on', async () => {
    const flow = await lived();
    const entries = entriesOf(flow);
    const [from, to] = [entries[0]?.at ?? 0, flow.clock.now()];
    const { turns } = await flow.client.insight.balances({ from, to, points: 2 });
    const came = entries.filter(({ kind }) => kind === 'grant');
    const lapsed = entries.filter((entry) => bucketsOf(entry)?.to === 'expired');
    const sumAt = (moved: readonly Entry[], at: number) =>
      moved.filter((entry) => entry.at === at).reduce((sum, { credits }) => sum + credits, 0);
    const instants = new Set([...came, ...lapsed].map(({ at }) => at).toSorted((a, b) => a - b));
    expect(turns).toEqual(
      [...instants].map((at) => ({ at, granted: sumAt(came, at), lapsed: sumAt(lapsed, at) })),
    );
    expect(turns.length).toBeGreaterThan(2);
    const later = await flow.client.insight.balances({ from: from + 1, to, points: 2 });
    expect(later.turns).toEqual(turns.slice(1));
  });
});
