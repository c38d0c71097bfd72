import { describe, expect, test } from 'vitest';
import { isoOf } from '../../src-shared/billing/instant';
import type { TestStudio } from '../helpers/test-studio';
import {
  begun,
  bills,
  expectRightBooks,
  expectSameAfterRestart,
  grants,
  justBefore,
  order,
  personal,
  plus,
  units,
} from './billing-flow';
import { balance, submit } from './flow';

/** When credit came, without what it was. */
const instantsOf = (flow: TestStudio) => grants(flow).map((line) => line.slice(0, 16));
const day = 86_400_000;

/** Looks at every one of these instants and a millisecond before: credit comes at the very instant. */
async function expectGrantsAt(flow: TestStudio, instants: readonly string[]): Promise<void> {
  for (const iso of instants) {
    const before = grants(flow).length;
    flow.clock.set(justBefore(`${iso}:00.000Z`));
    await balance(flow);
    expect(grants(flow), `just before ${iso}`).toHaveLength(before);
    flow.clock.advance(1);
    await balance(flow);
    expect(instantsOf(flow).at(-1)).toBe(iso);
  }
}

describe('a plan begun at an hour that a summer-time night leaves out', () => {
  const berlin = { ...plus, timeZone: 'Europe/Berlin' } as const;

  test('B3 renews an hour later on the wall that night, once, and at its own hour after it', async () => {
    const flow = await begun(berlin, '2026-01-29T01:30:00Z');
    await expectGrantsAt(flow, [
      '2026-02-28T01:30',
      // 02:30 is no time of day on 29 March: it is 03:30 by then.
      '2026-03-29T01:30',
      '2026-04-29T00:30',
      '2026-05-29T00:30',
    ]);
    expectRightBooks(flow);
  });

  test('and at an hour that an autumn night has twice, at the first of them only', async () => {
    const flow = await begun(berlin, '2026-09-25T00:30:00Z');
    await expectGrantsAt(flow, ['2026-10-25T00:30']);
    flow.clock.set('2026-10-25T01:30:00Z');
    await balance(flow);
    expect(grants(flow)).toHaveLength(2);
    await expectGrantsAt(flow, ['2026-11-25T01:30']);
    await expectSameAfterRestart(flow);
  });

  test('jobs that wait over such a night are held anew at that instant', async () => {
    const flow = await begun(berlin, '2026-01-29T01:30:00Z');
    await flow.client.jobs.pause();
    const request = { model: 'image-swift' } as const;
    await submit(flow, { count: 3, request });
    flow.clock.set('2026-03-29T01:29:59.999Z');
    await balance(flow);
    expect(flow.studio.ports.jobs.unfinished().map(({ holds }) => holds)).toEqual([2, 2, 2]);
    flow.clock.advance(1);
    await balance(flow);
    expect(flow.studio.ports.jobs.unfinished().map(({ holds }) => holds)).toEqual([3, 3, 3]);
    await expectSameAfterRestart(flow);
  });
});

describe('a workspace where a whole day was left out', () => {
  // Samoa went from 29 to 31 December 2011.
  const apia = { ...plus, timeZone: 'Pacific/Apia' } as const;

  test('B3 renews a day later that month, and on its own day after it', async () => {
    const flow = await begun(apia, '2011-10-30T20:00:00Z');
    // Always ten in the morning there: on the 30th, but for 31 December.
    await expectGrantsAt(flow, [
      '2011-11-30T20:00',
      '2011-12-30T20:00',
      '2012-01-29T20:00',
      '2012-02-28T20:00',
    ]);
    await expectSameAfterRestart(flow);
  });

  test('is caught up in one go as it is step by step', async () => {
    const flow = await begun(apia, '2011-10-30T20:00:00Z');
    flow.clock.set('2012-03-31T00:00:00Z');
    await balance(flow);
    expect(instantsOf(flow)).toHaveLength(6);
    expect(new Set(instantsOf(flow)).size).toBe(6);
    expectRightBooks(flow);
  });
});

describe('a plan begun on 29 February, over ten years', () => {
  /** The starts of its months at noon of UTC, by hand: the 29th, or the last day of a shorter month. */
  const monthStarts = Array.from({ length: 121 }, (_, month) => {
    const lastDay = new Date(Date.UTC(2024, 2 + month, 1) - day).getUTCDate();
    return new Date(Date.UTC(2024, 1 + month, Math.min(29, lastDay), 12)).toISOString();
  });
  const leapDay = '2024-02-29T12:00:00.000Z';
  const last = monthStarts.at(-1) ?? '';

  test('A7 every month comes once on the 29th, on 28 February in other years', async () => {
    const flow = await begun(personal, leapDay);
    await order(flow, units('personal-unit', 1));
    flow.clock.set(last);
    await balance(flow);
    const twice = monthStarts.flatMap((iso) => [iso, iso]);
    expect(grants(flow).map((line) => line.slice(0, 24))).toEqual(twice);
    expect(bills(flow).map((line) => line.slice(0, 24))).toEqual(twice);
    expect(await balance(flow)).toEqual({ available: 120, held: 0 });
    const twin = await begun(personal, leapDay);
    await order(twin, units('personal-unit', 1));
    for (const iso of monthStarts) {
      twin.clock.set(iso);
      await balance(twin);
    }
    expect(bills(twin)).toEqual(bills(flow));
    await expectSameAfterRestart(flow);
  });

  test('A6 a yearly plan comes on 28 February, and on the 29th in leap years', async () => {
    const flow = await begun({ ...personal, cadence: 'annual' }, leapDay);
    flow.clock.set(last);
    await balance(flow);
    const years = monthStarts.filter((_, month) => month % 12 === 0);
    expect(grants(flow).map((line) => line.slice(0, 24))).toEqual(years);
    expect(years.map((iso) => iso.slice(5, 10))).toEqual([
      '02-29',
      ...['02-28', '02-28', '02-28', '02-29', '02-28', '02-28', '02-28', '02-29', '02-28', '02-28'],
    ]);
    await expectSameAfterRestart(flow);
  });

  test('B4 a yearly plan that grants monthly is billed ten times and granted a hundred and twenty', async () => {
    const flow = await begun({ ...plus, cadence: 'annual' }, leapDay);
    flow.clock.set(justBefore(last));
    await balance(flow);
    expect(grants(flow).map((line) => line.slice(0, 24))).toEqual(monthStarts.slice(0, -1));
    expect(bills(flow)).toEqual(
      monthStarts
        .filter((_, month) => month % 12 === 0 && month < 120)
        .map((iso) => `${iso} plan 1 12000`),
    );
    const { plan } = await flow.client.plan.state();
    expect(plan && isoOf(plan.cycle.endsAt)).toBe(last);
    await expectSameAfterRestart(flow);
  });
});
