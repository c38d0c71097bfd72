// @vitest-environment happy-dom
import { implement, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { creditsStore } from '../../../src-renderer/stores/credits';
import { queueStore } from '../../../src-renderer/stores/queue';
import { toastStore } from '../../../src-renderer/stores/toasts';
import { edit, keepNow } from '../../../src-renderer/storyboard/keep-board';
import { assemble, makeVisuals } from '../../../src-renderer/storyboard/make-actions';
import { add, move, remove } from '../../../src-renderer/storyboard/scene-edits';
import { nothingMade, storyboardStore } from '../../../src-renderer/storyboard/storyboard-store';
import { contract } from '../../../src-shared/contract/contract';
import type { JobsChanged } from '../../../src-shared/contract/jobs';
import { mostScenes } from '../../../src-shared/jobs/assembly-request';
import type { Board } from '../../../src-shared/storyboard/board';
import { changeScene, changeScenes } from '../../../src-shared/storyboard/edit-board';
import { aiStudios } from '../../helpers/cards';
import { serveScreens } from '../../helpers/page-client';
import { balanceOf, jobWith } from '../../helpers/page-records';
import { reset } from '../../helpers/page-stores';
import { sceneAt, topicBoard } from '../../shared/storyboard/sample-board';

type Wish = { readonly board: Board; readonly visuals: readonly unknown[] };

const answer: JobsChanged = { jobs: [jobWith({ id: 'new' })], balance: balanceOf(14) };
const outcomes: (() => JobsChanged)[] = [];
let wishes: Wish[] = [];
let films: Board[] = [];
let saved: Board[] = [];
/** What happens while a wish is on its way. */
let meanwhile: () => void = () => undefined;

const { boards } = implement(contract);
serveScreens({
  boards: {
    save: boards.save.handler(({ input }) => {
      saved.push(input.board);
      return { state: nothingMade };
    }),
    read: boards.read.handler(() => ({ board: saved.at(-1) ?? topicBoard(), state: nothingMade })),
    makeVisuals: boards.makeVisuals.handler(({ input }) => {
      wishes.push(input);
      meanwhile();
      return outcomes.shift()?.() ?? answer;
    }),
    assemble: boards.assemble.handler(({ input }) => {
      films.push(input.board);
      return outcomes.shift()?.() ?? answer;
    }),
  },
});

const board = changeScenes(topicBoard(), { quality: 'premium' });
const shown = () => storyboardStore.getState().board ?? topicBoard();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  [wishes, films, saved] = [[], [], []];
  outcomes.length = 0;
  meanwhile = () => undefined;
  reset(queueStore);
  reset(toastStore);
  reset(storyboardStore);
  creditsStore.getState().setBalance(balanceOf(16));
  storyboardStore.getState().open(board, nothingMade);
});

afterEach(() => vi.useRealTimers());

const refusal = { code: 'board-unknown', boardId: 'gone' } as const;
const refuse = () => {
  throw new ORPCError('REFUSED', { status: 422, defined: true, data: refusal });
};
const vanish = () => {
  throw new Error('no answer');
};

describe('having pictures made', () => {
  test('A5: asks for each scene at the price that is shown, under a new batch', async () => {
    await makeVisuals(aiStudios, ['1', '2']);
    const [wish] = wishes;
    const accepted = { card: { id: aiStudios.id, version: aiStudios.version }, total: 1 };
    expect(wish?.visuals).toEqual([
      { scene: '1', accepted },
      { scene: '2', accepted },
    ]);
    expect(wish?.board.scenes.map(({ batches }) => batches.length)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(shown().scenes[0]?.batches).toEqual(wish?.board.scenes[0]?.batches);
    expect(queueStore.getState().jobs.has('new')).toBe(true);
    expect(creditsStore.getState().balance?.available).toBe(14);
  });

  test('two presses at once ask once', async () => {
    await Promise.all([makeVisuals(aiStudios, ['1']), makeVisuals(aiStudios, ['1'])]);
    expect(wishes).toHaveLength(1);
  });

  test('a press without an answer is pressed again under the same batch', async () => {
    outcomes.push(vanish);
    await makeVisuals(aiStudios, ['1']);
    expect(shown().scenes[0]?.batches).toEqual([]);
    expect(toastStore.getState().toasts).toHaveLength(1);
    await makeVisuals(aiStudios, ['1']);
    const [first, second] = wishes.map((wish) => wish.board.scenes[0]?.batches);
    expect(second).toEqual(first);
    await makeVisuals(aiStudios, ['1']);
    expect(shown().scenes[0]?.batches).toHaveLength(2);
  });

  test('a refused press leaves the board as it was and says why until something changes', async () => {
    outcomes.push(refuse);
    await makeVisuals(aiStudios, ['1']);
    expect(shown()).toEqual(board);
    expect(storyboardStore.getState().refusal).toEqual(refusal);
    edit((each) => changeScene(each, '1', { caption: 'Anew' }));
    expect(storyboardStore.getState().refusal).toBeNull();
  });

  test('what is changed meanwhile stays changed', async () => {
    meanwhile = () => edit((each) => changeScene(each, '1', { caption: 'Meanwhile' }));
    await makeVisuals(aiStudios, ['1']);
    expect(sceneAt(shown(), 0)).toMatchObject({ caption: 'Meanwhile' });
    expect(sceneAt(shown(), 0).batches).toHaveLength(1);
    expect(saved.at(-1)).toEqual(shown());
  });

  test('A4: a film is asked for at no price', async () => {
    await assemble(aiStudios);
    expect(films).toHaveLength(1);
    expect(shown().films).toEqual(films[0]?.films);
  });
});

describe('changing a board', () => {
  test('is kept a moment after the last change, once', async () => {
    edit((each) => changeScene(each, '1', { caption: 'a' }));
    edit((each) => changeScene(each, '1', { caption: 'ab' }));
    expect(storyboardStore.getState().kept).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    await vi.waitFor(() => expect(storyboardStore.getState().kept).toBe(true));
    expect(saved.map(({ scenes }) => scenes[0]?.caption)).toEqual(['ab']);
    await keepNow();
    expect(saved).toHaveLength(1);
  });

  test('a scene that was deleted comes back by its toast, where it was', async () => {
    remove('3');
    expect(shown().scenes.map(({ id }) => id)).toEqual(['1', '2', '4', '5', '6']);
    toastStore.getState().toasts[0]?.action?.run();
    expect(shown()).toEqual(board);
    await keepNow();
    expect(saved.at(-1)).toEqual(board);
  });

  test('a scene that was deleted is kept as such before a new one can get its id', async () => {
    remove('6');
    add();
    await keepNow();
    expect(saved.map(({ scenes }) => scenes.map(({ id }) => id).join())).toEqual([
      '1,2,3,4,5',
      '1,2,3,4,5,6',
    ]);
  });

  test('undo in a storyboard that is full waits for room', async () => {
    remove('3');
    for (let count = 5; count < mostScenes; count += 1) add();
    toastStore.getState().toasts[0]?.action?.run();
    expect(shown().scenes).toHaveLength(mostScenes);
    const full = toastStore.getState().toasts.at(-1);
    remove('6');
    full?.action?.run();
    expect(shown().scenes[2]).toEqual(sceneAt(board, 2));
    await keepNow();
    expect(saved.at(-1)).toEqual(shown());
  });

  test('a move is said, and one beyond the ends does nothing', () => {
    move('2', 0);
    expect(shown().scenes[0]?.id).toBe('2');
    expect(storyboardStore.getState().said).toBe('Scene 2 is now scene 1 of 6.');
    const before = shown();
    move('2', -1);
    expect(shown()).toBe(before);
  });
});
