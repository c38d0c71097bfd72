import { largestBatch } from '../../src-shared/billing/card/quote';
import { draftStore } from '../stores/draft';
import { Stepper } from '../ui/stepper';

/** How many pictures one press makes. */
export function CountField({ problem }: { problem: string | null }) {
  const count = draftStore((draft) => draft.count);
  return (
    <Stepper
      label="Images"
      noun="images"
      value={count}
      onChange={(next) => draftStore.getState().change({ count: next })}
      least={1}
      most={largestBatch}
      problem={problem}
    />
  );
}
