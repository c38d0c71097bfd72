import { beforeEach, describe, expect, test } from 'vitest';
import { keepCard, placeOrder } from '../../../src-main/billing-clock/place-order';
import { rebuildUsage, verifyUsage } from '../../../src-main/jobs/recount-usage';
import { settleFailed } from '../../../src-main/jobs/settle-job';
import { write } from '../../../src-main/store/write';
import { dayOf } from '../../../src-shared/billing/billing-cycle';
import type { Wish } from '../../../src-shared/billing/plan/order';
import type { UsageRow } from '../../../src-shared/contract/insight';
import {
  allEnded,
  jobNow,
  openFlow,
  refusalOf,
  restart,
  submit,
  submitOne,
} from '../../flows/flow';
import { aiStudios } from '../../helpers/cards';
import { foxRequest, type TestStudio } from '../../helpers/test-studio';

const timeZone = 'Europe/Berlin';
const everyDay = { from: '2000-01-01', to: '2100-01-01' };
let flow: TestStudio;

// Days on both sides of a midnight in Berlin that is none in UTC, of summer time, and of a boundary.
const instants = [
  ['2026-02-03T22:59:59.999Z', 'seat-1', 'basic'],
  ['2026-02-03T23:00:00Z', 'seat-2', 'premium'],
  ['2026-02-04T12:00:00Z', 'seat-1', 'basic'],
  ['2026-03-28T22:59:59Z', 'seat-1', 'basic'],
  ['2026-03-28T23:00:00Z', 'seat-1', 'premium'],
  ['2026-03-29T21:59:59Z', 'seat-1', 'premium'],
  ['2026-03-29T22:00:00Z', 'seat-2', 'basic'],
] as const;

beforeEach(async () => {
  flow = await openFlow();
  const plan = { cardId: 'ai-studios', planId: 'team', cadence: 'monthly', seats: 2 } as const;
  await flow.client.workspace.begin({ ...plan, timeZone });
  flow.studio.queue.work();
  for (const [at, seat, quality] of instants) {
    flow.clock.set(at);
    await flow.client.plan.workAs({ seat });
    await flow.client.jobs.resume();
    flow.engine.scripts.push({ kind: 'deliver' }, { kind: 'refuse', message: 'no' });
    await submit(flow, { count: 3, request: { quality } });
    await allEnded(flow);
    await flow.client.jobs.pause();
    await failProcessed(quality);
  }
});

/** A job that an engine processed in vain: no engine of a test does that, so it is settled by hand. */
async function failProcessed(quality: 'basic' | 'premium'): Promise<void> {
  const { ports } = flow.studio;
  const job = await submitOne(flow, { request: { quality } });
  const at = ports.clock.settledNow();
  const running = ports.jobs.move(job, { kind: 'running', startedAt: at });
  const failure = { code: 'engine-crashed', message: '', processed: true } as const;
  settleFailed(ports, running, failure, at);
}

/** Use by day, added up from the statement's charges and nothing else. */
async function countedSlowly(): Promise<UsageRow[]> {
  const page = await flow.client.credits.statement({ before: null, limit: 500, jobId: null });
  const rows = new Map<string, UsageRow>();
  for (const { kind, job: mention, at, credits } of page.lines) {
    if (kind !== 'charge' || mention === null) continue;
    const { seat, quote } = jobNow(flow, mention.id);
    const { tool, model, quality, units } = quote;
    const key = { day: dayOf(at, timeZone), seat, tool, model, quality };
    const before = rows.get(JSON.stringify(key)) ?? { outputs: 0, units: 0, credits: 0 };
    rows.set(JSON.stringify(key), {
      ...key,
      outputs: before.outputs + 1,
      units: before.units + units,
      credits: (before.credits + credits) as UsageRow['credits'],
    });
  }
  const keyOf = ({ day, seat, quality }: UsageRow) => `${day} ${seat} ${quality}`;
  return [...rows.values()].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

async function usage(span: { from: string; to: string } = everyDay): Promise<readonly UsageRow[]> {
  return (await flow.client.insight.usage(span)).rows;
}

test('use by day is what charges add up to, by the days of the workspace', async () => {
  const rows = await usage();
  expect(rows).toEqual(await countedSlowly());
  expect(rows.map(({ day, seat, outputs }) => `${day} ${seat} ${outputs}`)).toEqual([
    '2026-02-03 seat-1 3',
    '2026-02-04 seat-1 3',
    '2026-02-04 seat-2 3',
    '2026-03-28 seat-1 3',
    '2026-03-29 seat-1 6',
    '2026-03-30 seat-2 3',
  ]);
});

test('a span has both its days, and one that ends before it starts is refused', async () => {
  const rows = await usage({ from: '2026-02-04', to: '2026-03-28' });
  expect(rows.map(({ day }) => day)).toEqual(['2026-02-04', '2026-02-04', '2026-03-28']);
  expect(await usage({ from: '2026-02-05', to: '2026-03-27' })).toEqual([]);
  expect(await refusalOf(usage({ from: '2026-02-05', to: '2026-02-04' }))).toEqual({
    code: 'span-invalid',
    from: '2026-02-05',
    to: '2026-02-04',
  });
});

test('A5 what is free is counted, for nothing', async () => {
  flow = await openFlow();
  const { ports } = flow.studio;
  const tools = aiStudios.tools.map((tool) => ({ ...tool, metering: 'free' as const }));
  const card = { ...aiStudios, id: 'free', tools };
  write(ports.database, () => keepCard(ports, card));
  const wish: Wish = {
    kind: 'start-plan',
    card: { id: card.id, version: card.version },
    ...{ planId: 'free', cadence: 'monthly', contract: null, seats: 1, timeZone },
  };
  placeOrder(ports, { orderId: 'start', wish, accepted: null });
  flow.studio.queue.work();
  await submit(flow, { count: 2 });
  await allEnded(flow);
  const { quality } = foxRequest;
  const key = { day: '2026-01-31', seat: 'seat-1', tool: 'image', model: 'image-generator' };
  expect(await usage()).toEqual([{ ...key, quality, outputs: 2, units: 2, credits: 0 }]);
});

describe('the kept use is a cache', () => {
  const check = () => {
    const steps = verifyUsage(flow.studio.ports.database, timeZone);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };

  test.each([
    ['lost', 'delete from usage_day'],
    ['lost in part', "delete from usage_day where day = '2026-03-28'"],
    ['of another day', "update usage_day set day = '2026-02-05' where day = '2026-02-03'"],
    ['of a day before all', "insert into usage_day values ('2020-01-01','a','b','c','d',1,1,1)"],
    ['of a day after all', "insert into usage_day values ('2030-01-01','a','b','c','d',1,1,1)"],
    ['of another seat', "update usage_day set seat = 'seat-3' where day = '2026-03-30'"],
    ['of too many outputs', "update usage_day set outputs = 9 where day = '2026-03-30'"],
    ['of too few units', "update usage_day set units = 0 where day = '2026-03-30'"],
    ['of too much credit', 'update usage_day set credits = credits + 1'],
  ])('%s it is found, and counted anew it is the same', async (_, damage) => {
    const before = await usage();
    expect(check()).toBeNull();
    flow.studio.ports.database.exec(damage);
    expect(check()).toMatchObject({ at: expect.stringMatching(/^use of \d{4}-/) });
    rebuildUsage(flow.studio.ports.database, timeZone);
    expect(check()).toBeNull();
    expect(await usage()).toEqual(before);
  });

  test('a ledger from before it was kept is counted once, when it is opened', async () => {
    const before = await usage();
    await allEnded(flow);
    flow.studio.ports.database.exec('delete from usage_day');
    flow = await restart(flow);
    expect(await usage()).toEqual(before);
  });

  test('it is not counted anew when there is any: verify says what is wrong with it', async () => {
    flow.studio.ports.database.exec("delete from usage_day where day = '2026-03-28'");
    flow = await restart(flow);
    expect(check()).not.toBeNull();
    rebuildUsage(flow.studio.ports.database, timeZone);
  });
});
