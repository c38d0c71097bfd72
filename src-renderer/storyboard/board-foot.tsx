import { Clapperboard, Images } from 'lucide-react';
import { useId } from 'react';
import { describeRefusal, type Refusal } from '../../src-shared/refusal';
import { filmSeconds } from '../../src-shared/storyboard/assemble-board';
import { type BoardPrice, boardReceipt, priceBoard } from '../../src-shared/storyboard/price-board';
import { creditsStore } from '../stores/credits';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatNumberOf } from '../ui/figures';
import { BoardSlip } from './board-slip';
import { FilmProgress } from './film-progress';
import { assemble, makeVisuals } from './make-actions';
import { pressOnce } from './press-once';
import { creditWords } from './quality-words';
import { storyboardStore } from './storyboard-store';
import { useBoard, useMissing } from './use-board';

/** What making the missing pictures would cost, the button that does it, and the one that makes the film. */
export function BoardFoot() {
  const board = useBoard();
  const { card } = useBegun();
  const missing = useMissing();
  const balance = creditsStore((store) => store.balance);
  const refusal = storyboardStore((store) => store.refusal);
  const price = priceBoard(card, board, missing);
  if (balance === null) return null;
  const receipt =
    price.kind === 'priced' ? boardReceipt(price.total, balance.lots, balance.at) : null;
  return (
    <div className="flex max-h-[62%] shrink-0 flex-col gap-2.5 border-t border-line bg-surface px-4 pt-3 pb-3">
      {price.kind === 'refused' || receipt === null || missing.length === 0 ? null : (
        <div className="-mx-1 min-h-0 overflow-y-auto px-1">
          <BoardSlip price={price} receipt={receipt} />
        </div>
      )}
      <Problem refusal={refusal ?? (price.kind === 'refused' ? price.refusal : null)} />
      <MakeButton price={price} isShort={receipt?.kind === 'short'} />
      <AssembleButton />
      <FilmProgress />
    </div>
  );
}

/** What was refused, and where more credit comes from where that is what is missing. */
function Problem({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <p role="alert" className="text-sm text-danger">
      {describeRefusal(refusal)}
    </p>
  );
}

function MakeButton({ price, isShort }: { price: BoardPrice; isShort: boolean }) {
  const { card } = useBegun();
  const missing = useMissing();
  const busy = storyboardStore((store) => store.busy);
  const reasonId = useId();
  const cost = price.kind === 'priced' ? ` · ${creditWords(price.total)}` : '';
  const reason = isShort
    ? 'There is not enough credit for all of them.'
    : missing.length === 0
      ? 'Every scene has its picture, or gets it now.'
      : null;
  const make = () =>
    makeVisuals(
      card,
      missing.map(({ id }) => id),
    );
  return (
    <div>
      <Button
        look={missing.length === 0 ? 'quiet' : 'primary'}
        size="large"
        className="w-full"
        aria-disabled={reason !== null || busy !== 'none' || price.kind === 'refused'}
        aria-describedby={reason === null ? undefined : reasonId}
        {...pressOnce(() => (reason === null ? void make() : undefined))}
      >
        <Images size={16} aria-hidden />
        {busy === 'visuals'
          ? 'Holding credit…'
          : missing.length === 0
            ? 'Make pictures'
            : `Make ${formatNumberOf(missing.length, 'picture')}${cost}`}
      </Button>
      {reason === null ? null : (
        <p id={reasonId} className="mt-1 text-xs text-muted">
          {reason}{' '}
          {isShort ? (
            <button
              type="button"
              onClick={() => screenStore.getState().showPlan('extra')}
              className="rounded-sm underline decoration-edge underline-offset-2 hover:text-ink"
            >
              Get more, or choose basic for some
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}

/** Puts together what there is: never metered (A4). */
function AssembleButton() {
  const board = useBoard();
  const { card } = useBegun();
  const made = storyboardStore((store) => store.made);
  const busy = storyboardStore((store) => store.busy);
  const wordsId = useId();
  const shown = board.scenes.filter(({ id }) => (made.scenes[id]?.asset ?? null) !== null);
  const isMaking = made.film.job !== null;
  // With nothing left to be made it is what comes next.
  const isNext = useMissing().length === 0 && shown.length > 0;
  const disabled = shown.length === 0 || isMaking || busy !== 'none';
  const leftOut = formatNumberOf(board.scenes.length - shown.length, 'scene');
  const words =
    shown.length === 0
      ? 'The film needs at least one picture.'
      : shown.length < board.scenes.length
        ? `${leftOut} without a picture will be left out.`
        : null;
  return (
    <div>
      <Button
        look={isNext ? 'primary' : 'quiet'}
        className="h-10 w-full"
        aria-disabled={disabled}
        aria-describedby={words === null ? undefined : wordsId}
        {...pressOnce(() => (disabled ? undefined : void assemble(card)))}
      >
        <Clapperboard size={16} aria-hidden />
        {shown.length === 0
          ? 'Put the film together · free'
          : `Put the film together · ${filmSeconds(shown)} s · free`}
      </Button>
      {words === null ? null : (
        <p id={wordsId} className="mt-1 text-xs text-muted">
          {words}
        </p>
      )}
    </div>
  );
}
