import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { JobsChanged } from '../../src-shared/contract/jobs';
import type { Board } from '../../src-shared/storyboard/board';
import { withFilm, withVisual } from '../../src-shared/storyboard/edit-board';
import { priceBoard } from '../../src-shared/storyboard/price-board';
import { type Answer, ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { takeOver } from '../queue/queue-actions';
import { tellProblem } from '../stores/toasts';
import { edit, keepNow } from './keep-board';
import { followBoard } from './storyboard-actions';
import { storyboardStore } from './storyboard-store';

/** Batches of a wish that got no answer, by the wish: pressed again, it is the same wish and paid once. */
const unanswered = new Map<string, readonly string[]>();

/** Has the pictures of scenes made at the price that is shown: all of them or none. */
export async function makeVisuals(card: RateCard, ids: readonly string[]): Promise<void> {
  const { board, busy } = storyboardStore.getState();
  if (board === null || busy !== 'none' || ids.length === 0) return;
  const price = priceBoard(card, board, scenesOf(board, ids));
  if (price.kind === 'refused') return storyboardStore.getState().refuse(price.refusal);
  const wish = `${board.id} ${ids.join(' ')}`;
  const batches = unanswered.get(wish) ?? ids.map(() => crypto.randomUUID());
  const visuals = ids.map((scene) => {
    const priced = price.scenes.find((each) => each.scene === scene);
    if (priced === undefined) throw new Error(`scene ${scene} has no price`);
    const { card: of, total } = priced.quote;
    return { scene, accepted: { card: of, total } };
  });
  const begin = (each: Board) =>
    ids.reduce((made, id, index) => withVisual(made, id, batches[index] ?? ''), each);
  await send('visuals', wish, batches, begin, (next) =>
    ask(tally().boards.makeVisuals({ board: next, visuals })),
  );
}

/** Has the scenes that have a picture put together; that is never metered (A4). */
export async function assemble({ id, version }: RateCard): Promise<void> {
  const { board, busy } = storyboardStore.getState();
  if (board === null || busy !== 'none') return;
  const wish = `${board.id} film`;
  const batch = unanswered.get(wish)?.[0] ?? crypto.randomUUID();
  const accepted = { card: { id, version }, total: 0 };
  await send(
    'film',
    wish,
    [batch],
    (each) => withFilm(each, batch),
    (next) => ask(tally().boards.assemble({ board: next, accepted })),
  );
}

/** Sends the board as it will be; it becomes so once the wish is met. */
async function send(
  busy: 'visuals' | 'film',
  wish: string,
  batches: readonly string[],
  begin: (board: Board) => Board,
  call: (board: Board) => Promise<Answer<JobsChanged>>,
): Promise<void> {
  const store = storyboardStore.getState();
  const { board } = store;
  if (board === null) return;
  store.setBusy(busy);
  const answer = await call(begin(board));
  store.setBusy('none');
  switch (answer.kind) {
    case 'answered':
      unanswered.delete(wish);
      takeOver(answer.value);
      // What was changed meanwhile stays as it was changed.
      edit(begin);
      await keepNow();
      return followBoard();
    case 'refused':
      unanswered.delete(wish);
      return storyboardStore.getState().refuse(answer.refusal);
    case 'unanswered':
      unanswered.set(wish, batches);
      return tellProblem(sentenceOf(answer));
  }
}

function scenesOf(board: Board, ids: readonly string[]) {
  return board.scenes.filter(({ id }) => ids.includes(id));
}
