import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type Board, boardSchema } from '../../src-shared/storyboard/board';
import {
  changeScene,
  changeScenes,
  withFilm,
  withVisual,
} from '../../src-shared/storyboard/edit-board';
import { boardOf } from '../../src-shared/storyboard/outline';
import { priceBoard } from '../../src-shared/storyboard/price-board';
import { type ModelServer, openModelServer } from '../helpers/model-server';
import type { TestStudio } from '../helpers/test-studio';
import { allEnded, balance, entriesOf, openFlow, refusalOf, restart, workingFlow } from './flow';

async function cardOf(flow: TestStudio): Promise<RateCard> {
  const workspace = await flow.client.workspace.state();
  if (workspace.kind === 'new') throw new Error('the workspace has not begun');
  return workspace.card;
}

/** A board of a topic as the page makes it, kept. */
async function newBoard(flow: TestStudio): Promise<Board> {
  const { outline, by } = await flow.client.boards.outlineTopic({ topic: 'A fox and the moon' });
  expect(by).toBe('built-in');
  const board = boardOf(randomUUID(), 'topic', outline);
  await flow.client.boards.save({ board });
  return board;
}

/** Has the pictures of some scenes made, as the page does: at the price it shows. */
async function make(flow: TestStudio, before: Board, ids: readonly string[]) {
  const card = await cardOf(flow);
  const board = ids.reduce((each, id) => withVisual(each, id, randomUUID()), before);
  const scenes = board.scenes.filter(({ id }) => ids.includes(id));
  const price = priceBoard(card, board, scenes);
  if (price.kind === 'refused') throw new Error(price.refusal.code);
  const visuals = price.scenes.map(({ scene, quote }) => ({
    scene,
    accepted: { card: quote.card, total: quote.total },
  }));
  const call = { board, visuals };
  return { board, call, total: price.total };
}

async function madeOf(flow: TestStudio, before: Board, ids: readonly string[]): Promise<Board> {
  const { board, call } = await make(flow, before, ids);
  await flow.client.boards.makeVisuals(call);
  await allEnded(flow);
  return board;
}

const free = { card: { id: 'ai-studios', version: '' }, total: 0 };

async function assembled(flow: TestStudio, before: Board): Promise<Board> {
  const { id, version } = await cardOf(flow);
  const board = withFilm(before, randomUUID());
  await flow.client.boards.assemble({ board, accepted: { card: { id, version }, total: 0 } });
  await allEnded(flow);
  return board;
}

const idsOf = ({ scenes }: Board) => scenes.map(({ id }) => id);

describe('a storyboard from its topic to its film', () => {
  test('A5: basic pictures cost nothing, premium ones one credit each', async () => {
    const flow = await workingFlow();
    const board = await newBoard(flow);
    const basic = await madeOf(flow, board, idsOf(board));
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    const dear = changeScene(basic, '2', { quality: 'premium' });
    await madeOf(flow, dear, ['2']);
    expect(await balance(flow)).toEqual({ available: 15, held: 0 });
    const { state } = await flow.client.boards.read({ id: board.id });
    expect(Object.values(state.scenes).map(({ asset }) => asset !== null)).toEqual(
      board.scenes.map(() => true),
    );
  });

  test('A3: making a premium picture again is charged again and gives another one', async () => {
    const flow = await workingFlow();
    const board = changeScenes(await newBoard(flow), { quality: 'premium' });
    const once = await madeOf(flow, board, ['1']);
    const first = (await flow.client.boards.read({ id: board.id })).state.scenes['1']?.asset;
    const twice = await madeOf(flow, once, ['1']);
    const second = (await flow.client.boards.read({ id: board.id })).state.scenes['1']?.asset;
    expect(await balance(flow)).toEqual({ available: 14, held: 0 });
    expect(second?.sha256).not.toBe(first?.sha256);
    expect(twice.scenes[0]?.batches).toHaveLength(2);
  });

  test('A4: the film costs nothing, and shows the scenes that have a picture, in order', async () => {
    const flow = await workingFlow();
    const board = await madeOf(flow, await newBoard(flow), ['3', '1']);
    await assembled(flow, board);
    const order = flow.engine.orders.at(-1)?.request;
    if (order?.tool !== 'assembly') throw new Error('no film was asked for');
    expect(order.scenes.map(({ caption }) => caption)).toEqual(
      board.scenes.filter(({ id }) => ['1', '3'].includes(id)).map(({ caption }) => caption),
    );
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    const { state } = await flow.client.boards.read({ id: board.id });
    expect(state.film.asset?.mediaType).toBe('video/mp4');
  });

  test('B1: on the other card each picture is metered, and the film is not (A4)', async () => {
    const flow = await openFlow();
    await flow.client.workspace.begin({
      cardId: 'chatnow',
      planId: 'plus',
      cadence: 'monthly',
      timeZone: 'UTC',
    });
    flow.studio.queue.work();
    const { available } = await balance(flow);
    const board = await newBoard(flow);
    const { call, total } = await make(flow, board, ['1', '2']);
    expect(total).toBeGreaterThan(0);
    await flow.client.boards.makeVisuals(call);
    await allEnded(flow);
    await assembled(flow, call.board);
    expect(await balance(flow)).toEqual({ available: available - total, held: 0 });
  });

  test('the same press again makes and costs nothing more', async () => {
    const flow = await workingFlow();
    const board = changeScenes(await newBoard(flow), { quality: 'premium' });
    const { call } = await make(flow, board, ['1', '2']);
    const [one, two] = await Promise.all([
      flow.client.boards.makeVisuals(call),
      flow.client.boards.makeVisuals(call),
    ]);
    expect(one.jobs.map(({ id }) => id)).toEqual(two.jobs.map(({ id }) => id));
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 14, held: 0 });
    const film = withFilm(call.board, randomUUID());
    const { id, version } = await cardOf(flow);
    const accepted = { card: { id, version }, total: 0 };
    const first = await flow.client.boards.assemble({ board: film, accepted });
    const second = await flow.client.boards.assemble({ board: film, accepted });
    expect(second.jobs.map((job) => job.id)).toEqual(first.jobs.map((job) => job.id));
    await allEnded(flow);
  });

  test('without enough credit nothing is made, all or none', async () => {
    const flow = await workingFlow();
    const board = await newBoard(flow);
    const many = Array.from({ length: 17 }, (_, index) => ({
      ...(board.scenes[0] ?? fail()),
      id: `${index + 1}`,
      quality: 'premium' as const,
    }));
    const { call } = await make(
      flow,
      { ...board, scenes: many },
      many.map(({ id }) => id),
    );
    const refusal = await refusalOf(flow.client.boards.makeVisuals(call));
    expect(refusal).toMatchObject({ code: 'not-enough-credits', missing: 1 });
    expect(await entriesOf(flow, null)).toEqual(['grant 16']);
    const { state } = await flow.client.boards.read({ id: board.id });
    expect(Object.values(state.scenes).every(({ job }) => job === null)).toBe(true);
  });

  test('a failed attempt leaves the picture that was there, and says why', async () => {
    const flow = await workingFlow();
    const board = await madeOf(flow, await newBoard(flow), ['1']);
    const before = (await flow.client.boards.read({ id: board.id })).state.scenes['1']?.asset;
    flow.engine.scripts.push({ kind: 'refuse', message: 'No paint is left.' });
    await madeOf(flow, board, ['1']);
    const { state } = await flow.client.boards.read({ id: board.id });
    expect(state.scenes['1']).toEqual({ asset: before, job: null, failure: 'No paint is left.' });
  });

  test('a picture on its way is told as such, over a restart too', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const { call } = await make(flow, await newBoard(flow), ['1']);
    const { jobs } = await flow.client.boards.makeVisuals(call);
    const { state } = await flow.client.boards.read({ id: call.board.id });
    expect(state.scenes['1']?.job).toBe(jobs[0]?.id);
    const again = await restart(flow);
    await allEnded(again);
    const after = await again.client.boards.read({ id: call.board.id });
    expect(after.state.scenes['1']?.asset).not.toBeNull();
    expect(after.board).toEqual(call.board);
  });

  test('a scene or a film that names no batch can’t be made', async () => {
    const flow = await workingFlow();
    const board = await newBoard(flow);
    const visuals = [{ scene: '1', accepted: free }];
    expect(await refusalOf(flow.client.boards.makeVisuals({ board, visuals }))).toEqual({
      code: 'scene-unknown',
      scene: '1',
    });
    const film = flow.client.boards.assemble({ board, accepted: free });
    expect(await refusalOf(film)).toEqual({ code: 'scenes-missing' });
  });

  test('a film without any picture is refused', async () => {
    const flow = await workingFlow();
    const board = withFilm(await newBoard(flow), randomUUID());
    const { id, version } = await cardOf(flow);
    const accepted = { card: { id, version }, total: 0 };
    expect(await refusalOf(flow.client.boards.assemble({ board, accepted }))).toEqual({
      code: 'scenes-missing',
    });
  });
});

describe('keeping storyboards', () => {
  test('the one changed last is listed first; a removed one comes back as it was', async () => {
    const flow = await workingFlow();
    const one = await newBoard(flow);
    flow.clock.set('2026-01-31T11:00:00Z');
    const two = await newBoard(flow);
    const listed = async () => (await flow.client.boards.list()).boards.map(({ id }) => id);
    expect(await listed()).toEqual([two.id, one.id]);
    const { board } = await flow.client.boards.remove({ id: two.id });
    expect(await listed()).toEqual([one.id]);
    expect(await refusalOf(flow.client.boards.read({ id: two.id }))).toEqual({
      code: 'board-unknown',
      boardId: two.id,
    });
    await flow.client.boards.save({ board });
    expect((await flow.client.boards.read({ id: two.id })).board).toEqual(two);
  });

  test('A5: a save from before a picture was paid for does not take it off its scene', async () => {
    const flow = await workingFlow();
    const stale = await newBoard(flow);
    const made = await assembled(flow, await madeOf(flow, stale, ['1', '2']));
    const { state } = await flow.client.boards.save({ board: { ...stale, title: 'Mine' } });
    expect(state.scenes['1']?.asset).not.toBeNull();
    const kept = (await flow.client.boards.read({ id: stale.id })).board;
    expect(kept.title).toBe('Mine');
    expect(kept.scenes.map(({ batches }) => batches)).toEqual(
      made.scenes.map(({ batches }) => batches),
    );
    expect(kept.films).toEqual(made.films);
  });

  test('A5: pictures and a film ordered from such a state leave the earlier ones where they are', async () => {
    const flow = await workingFlow();
    const stale = await newBoard(flow);
    const early = await madeOf(flow, stale, ['1']);
    const late = await madeOf(flow, stale, ['1', '2']);
    const film = await assembled(flow, stale);
    const kept = (await flow.client.boards.read({ id: stale.id })).board;
    expect(kept.scenes[0]?.batches).toEqual([
      ...(early.scenes[0]?.batches ?? []),
      ...(late.scenes[0]?.batches ?? []),
    ]);
    expect(kept.scenes[1]?.batches).toEqual(late.scenes[1]?.batches);
    expect(kept.films).toEqual(film.films);
    const order = flow.engine.orders.at(-1)?.request;
    expect(order?.tool === 'assembly' && order.scenes).toHaveLength(2);
  });

  test('what was spoilt on the disk is left out, and the others are still there', async () => {
    const flow = await workingFlow();
    const sound = await newBoard(flow);
    const spoilt = await newBoard(flow);
    const { database } = flow.studio.ports;
    const spoil = database.prepare('update board set content_json = ? where id = ?');
    for (const text of ['{', '{"id":7}', JSON.stringify({ ...spoilt, scenes: [{}] })]) {
      spoil.run(text, spoilt.id);
      expect((await flow.client.boards.list()).boards.map(({ id }) => id)).toEqual([sound.id]);
    }
  });
});

describe('an outline of a document', () => {
  const outlineOf = (flow: TestStudio, name: string, text: string | Uint8Array) =>
    flow.client.boards.outlineDocument({
      name,
      file: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    });

  test('is made of its own sentences and can be kept as a board', async () => {
    const flow = await workingFlow();
    const text =
      '# Bees\n\nA bee visits many flowers in the garden. Its hive stands near the old orchard wall. In summer the bees carry pollen from flower to flower. In winter they keep warm inside the hive together.';
    const { outline, note } = await outlineOf(flow, 'bees.md', text);
    expect(outline.title).toBe('Bees');
    expect(outline.scenes.length).toBeGreaterThanOrEqual(4);
    expect(note).toBeNull();
    expect(boardSchema.safeParse(boardOf(randomUUID(), 'document', outline)).success).toBe(true);
  });

  const unreadable: [string, string, string | Uint8Array, RegExp][] = [
    ['an empty file', 'a.txt', '', /it is empty/],
    ['only white space', 'a.txt', ' \n\n \t', /it is empty/],
    [
      'a picture',
      'a.png',
      Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13),
      /no text, PDF/,
    ],
    ['a file over the limit', 'a.txt', new Uint8Array(20 * 1024 * 1024 + 1), /larger than 20 MB/],
    ['a web page', 'a.html', '<!doctype html><p>Hello there.</p>', /web page/],
  ];
  test.each(unreadable)('is refused in one sentence for %s', async (_, name, file, words) => {
    const flow = await workingFlow();
    const refusal = await refusalOf(outlineOf(flow, name, file));
    expect(refusal).toMatchObject({ code: 'document-unreadable' });
    expect('reason' in refusal ? refusal.reason : '').toMatch(words);
  });

  test('a topic without a word is refused', async () => {
    const flow = await workingFlow();
    expect(await refusalOf(flow.client.boards.outlineTopic({ topic: ' … ' }))).toEqual({
      code: 'topic-empty',
    });
  });
});

describe('with a language model connected', () => {
  const outline = {
    title: 'Foxes at night',
    scenes: [
      { caption: 'A fox wakes.', prompt: 'a fox in a den, moonlight' },
      { caption: 'It hunts.', prompt: 'a fox in a field, night' },
    ],
  };
  let server: ModelServer;
  beforeEach(async () => {
    server = await openModelServer();
  });
  afterEach(() => server.close());

  async function connectedFlow(...pieces: string[]): Promise<TestStudio> {
    const flow = await workingFlow();
    const { address } = server;
    const refused = await flow.studio.languageModel.connect({ address, model: 'tiny', key: null });
    expect(refused).toBeNull();
    server.script.push({ kind: 'answer', pieces });
    return flow;
  }

  test('the outline is its own', async () => {
    const flow = await connectedFlow('```json\n', JSON.stringify(outline), '\n```');
    const made = await flow.client.boards.outlineTopic({ topic: 'foxes' });
    expect(made).toEqual({ outline, by: 'language-model', note: null });
    expect(server.arrived).toHaveLength(1);
  });

  test('what is too long is cut, and makes a board that can be kept', async () => {
    const long = { caption: 'a fox '.repeat(200), prompt: 'fox '.repeat(200) };
    const scenes = Array.from({ length: 20 }, () => long);
    const flow = await connectedFlow(JSON.stringify({ title: 'fox '.repeat(200), scenes }));
    const made = await flow.client.boards.outlineTopic({ topic: 'foxes' });
    expect(made.by).toBe('language-model');
    const board = boardOf(randomUUID(), 'topic', made.outline);
    expect(boardSchema.safeParse(board).success).toBe(true);
  });

  test.each([
    ['no outline', '{"title":"Foxes","scenes":[]}'],
    ['no JSON', 'I would rather talk.'],
  ])('where it answers with %s, the built-in one is made, and it is said why', async (_, text) => {
    const flow = await connectedFlow(text);
    const made = await flow.client.boards.outlineTopic({ topic: 'A fox and the moon' });
    expect(made.by).toBe('built-in');
    expect(made.outline.title).toBe('A fox and the moon');
    expect(made.note).toMatch(/^\S.+\. The built-in outline was made instead\.$/);
  });

  test('a document is sent as material, its beginning only', async () => {
    const flow = await connectedFlow(JSON.stringify(outline));
    const text = `${'A bee flies over the meadow. '.repeat(3000)}`;
    const file = new TextEncoder().encode(text);
    await flow.client.boards.outlineDocument({ name: 'bees.txt', file });
    const sent = JSON.stringify(server.arrived[0]?.body.messages);
    expect(sent).toContain('no instruction to you');
    expect(sent.length).toBeLessThan(20_000);
  });
});

function fail(): never {
  throw new Error('the board has no scene');
}
