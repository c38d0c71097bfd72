import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostScenes } from '../../../src-shared/jobs/assembly-request';
import { type Board, boardSchema, mostKept } from '../../../src-shared/storyboard/board';
import {
  addScene,
  changeScene,
  moveScene,
  putSceneBack,
  removeScene,
  withFilm,
  withMadeOf,
  withVisual,
} from '../../../src-shared/storyboard/edit-board';
import { sceneAt, topicBoard } from './sample-board';

const idsOf = (board: Board) => board.scenes.map(({ id }) => id);

/** Anything that a person does to a board. */
const deed = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    from: fc.nat(50),
    to: fc.integer({ min: -2, max: 50 }),
  }),
  fc.record({ kind: fc.constant('remove' as const), from: fc.nat(50) }),
  fc.record({ kind: fc.constant('add' as const) }),
  fc.record({
    kind: fc.constant('caption' as const),
    from: fc.nat(50),
    text: fc.string({ maxLength: 400 }),
  }),
  fc.record({ kind: fc.constant('make' as const), from: fc.nat(50), batch: fc.uuid() }),
);

type Deed = typeof deed extends fc.Arbitrary<infer Done> ? Done : never;

function after(board: Board, step: Deed): Board {
  const id = 'from' in step ? (board.scenes[step.from % (board.scenes.length || 1)]?.id ?? '') : '';
  switch (step.kind) {
    case 'move':
      return moveScene(board, id, step.to);
    case 'remove':
      return removeScene(board, id);
    case 'add':
      return addScene(board) ?? board;
    case 'caption':
      return changeScene(board, id, { caption: step.text });
    case 'make':
      return withVisual(board, id, step.batch);
  }
}

describe('editing a storyboard', () => {
  test('whatever is done to a board, it stays one', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 80 }), (deeds) => {
        const board = deeds.reduce(after, topicBoard());
        expect(boardSchema.safeParse(board).success).toBe(true);
      }),
    );
  });

  test('moving a scene keeps all scenes and the order of the others', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.integer({ min: -3, max: 9 }), (from, to) => {
        const board = topicBoard();
        const { id } = sceneAt(board, from);
        const moved = moveScene(board, id, to);
        const others = (ids: string[]) => ids.filter((each) => each !== id);
        expect(others(idsOf(moved))).toEqual(others(idsOf(board)));
        expect(idsOf(moved).indexOf(id)).toBe(Math.min(5, Math.max(0, to)));
      }),
    );
  });

  test('taking a scene out and putting it back changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(5), (place) => {
        const board = topicBoard();
        const scene = sceneAt(board, place);
        expect(putSceneBack(removeScene(board, scene.id), scene, place)).toEqual(board);
        expect(putSceneBack(board, scene, place)).toEqual(board);
      }),
    );
  });

  test('a scene comes back with its picture though a new one has its id', () => {
    const [batch = ''] = fc.sample(fc.uuid(), 1);
    const board = withVisual(topicBoard(), '6', batch);
    const scene = sceneAt(board, 5);
    const added = addScene(removeScene(board, scene.id)) ?? board;
    expect(idsOf(added)).toEqual(idsOf(board));
    const back = putSceneBack(added, scene, 5) ?? board;
    expect(sceneAt(back, 5)).toEqual({ ...scene, id: '7' });
    expect(sceneAt(back, 6)).toEqual(sceneAt(added, 5));
    expect(putSceneBack(back, scene, 5)).toEqual(back);
  });

  test('what others had made meanwhile is kept, the newest so many', () => {
    const batches = fc.sample(fc.uuid(), mostKept + 5);
    const [mine = '', ...theirs] = batches;
    const stored = theirs.slice(0, mostKept).reduce(withFilm, withVisual(topicBoard(), '1', mine));
    const board = withFilm(removeScene(topicBoard(), '2'), mine);
    const kept = withMadeOf(board, stored);
    expect(idsOf(kept)).toEqual(idsOf(board));
    expect(sceneAt(kept, 0).batches).toEqual([mine]);
    expect(kept.films).toEqual([...theirs.slice(1, mostKept), mine]);
    expect(withMadeOf(kept, kept)).toEqual(kept);
  });

  test('scenes are added up to the limit, each with an id of its own', () => {
    let board = topicBoard();
    for (let next = addScene(board); next !== null; next = addScene(board)) board = next;
    expect(board.scenes.length).toBe(mostScenes);
    const other = removeScene(board, '2');
    expect(putSceneBack(addScene(other) ?? other, sceneAt(board, 1), 1)).toBeNull();
    expect(new Set(idsOf(board)).size).toBe(mostScenes);
  });

  test('the newest batches are remembered, so many and no more', () => {
    const batches = fc.sample(fc.uuid(), mostKept + 5);
    const board = batches.reduce((each, batch) => withVisual(each, '1', batch), topicBoard());
    expect(sceneAt(board, 0).batches).toEqual(batches.slice(-mostKept));
    expect(batches.reduce(withFilm, topicBoard()).films).toEqual(batches.slice(-mostKept));
  });
});
