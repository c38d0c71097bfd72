import { useId } from 'react';
import { describeRefusal } from '../../src-shared/refusal';
import { useDates } from '../credits/use-dates';
import { planStore } from '../stores/plan';
import { canBePlaced, type Slip, slipStore } from '../stores/slip';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/empty';
import { askAgain, placeSlip } from './order-actions';
import { SlipFields } from './slip-fields';
import { SlipPaper } from './slip-paper';
import { hasOwnField } from './slip-problems';
import { buttonWords, takesAway, titleOf } from './slip-words';
import { usePlan } from './use-plan';

/** What an order will do and cost, over whatever screen it was asked for from, with the one button that places it. */
export function OrderSlip() {
  const slip = slipStore((store) => store.slip);
  const plan = planStore((store) => store.plan);
  const close = () => {
    // What was pressed is on its way; its outcome is worth waiting for.
    if (slip?.submission !== 'under-way') slipStore.getState().close();
  };
  return (
    <Dialog
      open={slip !== null}
      onClose={close}
      title={slip === null ? '' : titleOf(slip.wish, plan)}
      foot={slip === null ? null : <SlipFoot slip={slip} />}
    >
      {slip === null ? null : <SlipBody slip={slip} />}
    </Dialog>
  );
}

function SlipBody({ slip }: { slip: Slip }) {
  const plan = usePlan();
  const { preview, asking } = slip;
  if (plan === null) return <Skeleton className="h-40" />;
  return (
    <div className="flex flex-col gap-4">
      <SlipFields slip={slip} plan={plan} />
      {preview === null ? null : (
        <div aria-busy={asking} className={asking ? 'opacity-60' : ''}>
          <SlipPaper preview={preview} plan={plan} wish={slip.wish} />
        </div>
      )}
    </div>
  );
}

/** What is in the way, and the button with the price: always in sight, however long the slip is. */
function SlipFoot({ slip }: { slip: Slip }) {
  const { day } = useDates();
  const problemId = useId();
  const { wish, preview, refusal, problem, submission } = slip;
  const sentence = problem ?? (refusal === null ? null : describeRefusal(refusal));
  // What is said at its own field is only repeated here, quietly, as the reason of the button.
  const quiet = problem === null && refusal !== null && hasOwnField(wish, refusal);
  const ready = canBePlaced(slip);
  const words: Record<Slip['submission'], string> = {
    none: preview === null ? 'Nothing to order yet' : buttonWords(wish, preview, day(preview.at)),
    'under-way': 'Recording…',
    placed: 'Recorded',
  };
  return (
    <div className="flex flex-col gap-2">
      {sentence === null ? null : (
        <p
          role={quiet ? undefined : 'alert'}
          id={problemId}
          className={`text-sm ${quiet ? 'text-muted' : 'text-danger'}`}
        >
          {sentence}
        </p>
      )}
      {problem !== null && preview === null ? (
        <Button onClick={askAgain}>Ask again</Button>
      ) : (
        <Button
          look={takesAway(wish) && ready ? 'danger' : 'primary'}
          size="large"
          aria-disabled={!ready}
          aria-describedby={sentence === null ? undefined : problemId}
          onClick={(event) => (event.detail > 1 ? undefined : void placeSlip())}
          onKeyDown={(event) => (event.repeat ? event.preventDefault() : undefined)}
          className="w-full"
        >
          {words[submission]}
        </Button>
      )}
    </div>
  );
}
