import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { chatNow } from '../helpers/cards';
import { frozenClock } from '../helpers/frozen-clock';
import type { TestStudio } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  entriesOf,
  listen,
  openFlow,
  refusalOf,
  restart,
  submissionOf,
  submit,
  submitOne,
  until,
} from './flow';

const model = 'image-swift';
const swift = { model, quality: 'basic' } as const;

/** A card of one's own by ChatNow's rules, whose Swift pictures cost so many credits. */
function mine(version: string, credits = 2): RateCard {
  const prices = chatNow.prices.map((price) =>
    price.tool === 'image' && price.model === model ? { ...price, credits } : price,
  );
  return JSON.parse(JSON.stringify({ ...chatNow, id: 'mine', name: 'Mine', version, prices }));
}

const textOf = (card: RateCard) => JSON.stringify(card, null, 2);
const importing = (flow: TestStudio, card: RateCard) =>
  flow.client.cards.import({ text: textOf(card) });

/** Every version of «mine» with its use. */
async function usesOf(flow: TestStudio): Promise<string[]> {
  const { cards } = await flow.client.cards.list();
  return cards.flatMap(({ card, use }) => (card.id === 'mine' ? [`${card.version} ${use}`] : []));
}

/** A studio that has begun with the plan Plus of one's own card, 600 credits. */
async function begunWithMine(options: Parameters<typeof openFlow>[0] = {}): Promise<TestStudio> {
  const flow = await openFlow(options);
  await importing(flow, mine('2026-01-01'));
  await flow.client.workspace.begin({
    cardId: 'mine',
    planId: 'plus',
    cadence: 'monthly',
    timeZone: 'Europe/Berlin',
  });
  return flow;
}

function rows(flow: TestStudio, table: string): unknown[] {
  return flow.studio.ports.database.prepare(`select * from ${table}`).all();
}

describe('importing', () => {
  test('a card of one’s own is kept for ever and can be begun with', async () => {
    const flow = await openFlow();
    expect(await importing(flow, mine('2026-01-01'))).toMatchObject({ takenUp: false });
    const again = await restart(flow);
    expect(await usesOf(again)).toEqual(['2026-01-01 not']);
    const { cards } = await again.client.workspace.cards();
    expect(cards.map(({ id }) => id)).toEqual(['ai-studios', 'chatnow', 'mine']);
  });
  test('the same card again changes nothing', async () => {
    const flow = await begunWithMine();
    await importing(flow, mine('2026-01-10', 5));
    const before = [rows(flow, 'rate_card'), rows(flow, 'plan_order'), rows(flow, 'entry')];
    const windows = `\uFEFF${textOf(mine('2026-01-10', 5)).replaceAll('\n', '\r\n')}`;
    expect(await flow.client.cards.import({ text: windows })).toMatchObject({ takenUp: true });
    expect([rows(flow, 'rate_card'), rows(flow, 'plan_order'), rows(flow, 'entry')]).toEqual(
      before,
    );
  });
  test('what is no card keeps nothing and says where', async () => {
    const flow = await openFlow();
    const text = textOf(mine('2026-01-01')).replace('"credits": 2', '"credits": -2');
    expect(await refusalOf(flow.client.cards.import({ text }))).toMatchObject({
      code: 'card-text-invalid',
      problems: [
        { path: 'prices.0.credits', line: text.slice(0, text.indexOf('-2')).split('\n').length },
      ],
    });
    expect(rows(flow, 'rate_card')).toEqual([]);
  });
  test('another card under a version that is known is refused, and nothing is overwritten', async () => {
    const flow = await begunWithMine();
    const before = rows(flow, 'rate_card');
    expect(await refusalOf(importing(flow, mine('2026-01-01', 1)))).toEqual({
      code: 'card-version-taken',
      cardId: 'mine',
      version: '2026-01-01',
    });
    expect(rows(flow, 'rate_card')).toEqual(before);
  });
  test('the id of a card that comes with Tally is taken, whatever the version; its own content is not', async () => {
    const flow = await openFlow();
    for (const version of [chatNow.version, '2030-01-01']) {
      const card = { ...mine(version, 1), id: 'chatnow' };
      expect(await refusalOf(importing(flow, card))).toEqual({
        code: 'card-id-taken',
        cardId: 'chatnow',
      });
    }
    expect(await importing(flow, chatNow)).toMatchObject({ takenUp: false });
  });
  test('a newer version is kept and taken up together, or neither', async () => {
    const flow = await begunWithMine();
    const { database } = flow.studio.ports;
    const before = [rows(flow, 'rate_card'), rows(flow, 'plan_order')];
    database.exec(`create temp trigger full before insert on plan_order
      begin select raise(abort, 'no room'); end`);
    await expect(importing(flow, mine('2026-01-20', 9))).rejects.toThrow();
    expect([rows(flow, 'rate_card'), rows(flow, 'plan_order')]).toEqual(before);
    database.exec('drop trigger full');
    expect(await usesOf(flow)).toEqual(['2026-01-01 now']);
    expect(await importing(flow, mine('2026-01-20', 9))).toMatchObject({ takenUp: true });
  });
  test('a version that is no newer is kept, and no price goes by it', async () => {
    const flow = await begunWithMine();
    await importing(flow, mine('2026-01-20', 3));
    expect(await importing(flow, mine('2026-01-10', 4))).toMatchObject({ takenUp: false });
    expect(await usesOf(flow)).toEqual(['2026-01-01 before', '2026-01-10 not', '2026-01-20 now']);
  });
});

describe('a new version changes future prices only', () => {
  test('never balances, held prices or history', async () => {
    const flow = await begunWithMine();
    const [held] = await submit(flow, { request: swift, count: 2 });
    const before = {
      entries: rows(flow, 'entry'),
      lots: rows(flow, 'lot'),
      held: await balance(flow),
    };
    const told = listen(flow);
    await importing(flow, mine('2026-01-20', 7));
    expect({
      entries: rows(flow, 'entry'),
      lots: rows(flow, 'lot'),
      held: await balance(flow),
    }).toEqual(before);
    expect(told).toContainEqual(expect.objectContaining({ kind: 'workspace-changed' }));
    flow.studio.queue.work();
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 596, held: 0 });
    expect(held?.quote).toMatchObject({ card: { version: '2026-01-01' }, each: 2 });
    const after = await submitOne(flow, { request: swift });
    expect(after.quote).toMatchObject({ card: { version: '2026-01-20' }, each: 7 });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 589, held: 0 });
    expect(await flow.client.workspace.state()).toMatchObject({ card: { version: '2026-01-20' } });
    expect(await entriesOf(flow, held?.id ?? '')).toHaveLength(2);
  });
  test('a price that was shown before is asked for again, not charged otherwise', async () => {
    const flow = await begunWithMine();
    const shown = await submissionOf(flow, { request: swift });
    await importing(flow, mine('2026-01-20', 7));
    expect(await refusalOf(flow.client.jobs.submit(shown))).toMatchObject({
      code: 'price-changed',
      quote: { total: 7 },
    });
  });
  test('the running plan keeps what it promised; the next one goes by the new card', async () => {
    const flow = await begunWithMine();
    const dearer = mine('2026-01-20');
    const plans = dearer.plans.map((plan) =>
      plan.id === 'plus' && plan.monthly !== null
        ? { ...plan, monthly: { ...plan.monthly, priceCents: 9_900 } }
        : plan,
    );
    await importing(flow, { ...dearer, plans });
    expect((await flow.client.plan.state()).plan).toMatchObject({ priceCents: 1_200 });
    flow.clock.set('2026-03-01T12:00:00Z');
    expect((await flow.client.plan.state()).plan).toMatchObject({ priceCents: 1_200 });
  });
});

describe('a version of a later day', () => {
  test('is used from that day on, as it is where the workspace is', async () => {
    const flow = await begunWithMine({ clock: frozenClock('2026-01-31T10:00:00Z') });
    expect(await importing(flow, mine('2026-02-10', 7))).toMatchObject({ takenUp: true });
    expect(await usesOf(flow)).toEqual(['2026-01-01 now', '2026-02-10 later']);
    expect((await submitOne(flow, { request: swift })).price).toBe(2);
    // Berlin is an hour ahead: its 10th begins at 23:00 of the 9th by universal time.
    flow.clock.set('2026-02-09T22:59:59Z');
    expect((await submitOne(flow, { request: swift })).price).toBe(2);
    flow.studio.lookAtClock();
    const told = listen(flow);
    const versions = () =>
      told.flatMap((event) =>
        event.kind === 'workspace-changed' && event.workspace.kind === 'begun'
          ? [event.workspace.card.version]
          : [],
      );
    flow.clock.set('2026-02-09T23:00:00Z');
    flow.studio.lookAtClock();
    await until(versions, (known) => known.length > 0);
    expect(versions()).toEqual(['2026-02-10']);
    expect(await usesOf(flow)).toEqual(['2026-01-01 before', '2026-02-10 now']);
    expect((await submitOne(flow, { request: swift })).price).toBe(7);
    const again = await restart(flow);
    expect(await usesOf(again)).toEqual(['2026-01-01 before', '2026-02-10 now']);
  });
  test('is no choice of the welcome before that day, but is taken up by whoever begins before', async () => {
    const flow = await openFlow();
    await importing(flow, mine('2026-02-10', 7));
    expect((await flow.client.workspace.cards()).cards.map(({ id }) => id)).not.toContain('mine');
    await importing(flow, mine('2026-01-01'));
    await flow.client.workspace.begin({
      cardId: 'mine',
      planId: 'plus',
      cadence: 'monthly',
      timeZone: 'UTC',
    });
    expect(await usesOf(flow)).toEqual(['2026-01-01 now', '2026-02-10 later']);
  });
});

describe('checking', () => {
  test('says what an import would do, and does nothing', async () => {
    const flow = await begunWithMine();
    const notesOf = async (card: RateCard) => {
      const found = await flow.client.cards.check({ text: textOf(card) });
      return found.kind === 'card' ? found.notes.join(' ') : 'invalid';
    };
    expect(await notesOf(mine('2026-03-01'))).toContain('from 2026-03-01 on');
    expect(await notesOf(mine('2026-01-20'))).toContain('from now on');
    expect(await notesOf(mine('2026-01-01'))).toContain('changes nothing');
    expect(await notesOf(mine('2025-01-01'))).toContain('not newer than version 2026-01-01');
    expect(await notesOf(mine('2026-01-01', 3))).toContain('give yours a newer version');
    expect(await notesOf({ ...mine('2026-01-20'), id: 'other' })).toContain('Prices go by «mine»');
    const [first, ...others] = mine('2026-01-20').prices;
    if (first === undefined) throw new Error('a card has prices');
    const losing = {
      ...mine('2026-01-20'),
      prices: [{ ...first, providerCost: 90_000 }, ...others],
    };
    expect(await notesOf(losing)).toContain('At prices.0 the provider asks more');
    expect(await usesOf(flow)).toEqual(['2026-01-01 now']);
  });
  test('lists every problem of what is no card', async () => {
    const flow = await openFlow();
    expect(await flow.client.cards.check({ text: '{ "schema": 1, }' })).toMatchObject({
      kind: 'invalid',
      problems: [{ path: 'text', line: 1, column: 16 }],
    });
  });
});

describe('exporting', () => {
  test('writes a file that is read as the same card, and overwrites nothing', async () => {
    const flow = await openFlow({ caller: 'terminal' });
    await importing(flow, mine('2026-01-01.2'));
    const folder = join(flow.folder, 'exported');
    mkdirSync(folder);
    const asked = { id: 'mine', version: '2026-01-01.2', folder };
    const { path } = await flow.client.cards.export(asked);
    expect(path).toBe(join(folder, 'mine-2026-01-01.2.json'));
    expect(JSON.parse(readFileSync(path ?? '', 'utf8'))).toEqual(mine('2026-01-01.2'));
    const text = readFileSync(path ?? '', 'utf8');
    expect(await flow.client.cards.import({ text })).toMatchObject({ takenUp: false });
    await flow.client.cards.export(asked);
    expect(readdirSync(folder).sort()).toEqual([
      'mine-2026-01-01.2 (2).json',
      'mine-2026-01-01.2.json',
    ]);
  });
  test('a page can’t name a folder, and a dismissed dialog writes nothing', async () => {
    const flow = await openFlow();
    const { id, version } = chatNow;
    const named = flow.client.cards.export({ id, version, folder: flow.folder });
    expect(await refusalOf(named)).toEqual({ code: 'folder-not-allowed' });
    expect(await flow.client.cards.export({ id, version, folder: null })).toEqual({ path: null });
  });
  test.each([
    ['../../chatnow', '2026-11-01'],
    ['chatnow', '../../2026-11-01'],
    ['chatnow', '1999-01-01'],
    ['__proto__', 'constructor'],
  ])('there is no card %s %s', async (id, version) => {
    const flow = await openFlow({ caller: 'terminal' });
    const asked = flow.client.cards.export({ id, version, folder: flow.folder });
    expect(await refusalOf(asked)).toMatchObject({
      code: 'card-unknown',
      cardId: `${id}-${version}`,
    });
  });
  test('a folder that is not there is told', async () => {
    const flow = await openFlow({ caller: 'terminal' });
    const { id, version } = chatNow;
    const asked = flow.client.cards.export({ id, version, folder: join(flow.folder, 'gone') });
    expect(await refusalOf(asked)).toMatchObject({ code: 'folder-unwritable' });
  });
});
