import { largestBatch } from '../../src-shared/billing/card/quote';
import { draftStore } from '../stores/draft';
import { Stepper } from '../ui/stepper';

type CountFieldProps = {
  problem: string | null;
  /** What is counted, in the plural. */
  noun?: string;
};

/** How many of them one press makes. */
export function CountField({ problem, noun = 'images' }: CountFieldProps) {
  const count = draftStore((draft) => draft.count);
  return (
    <Stepper
      label={`${noun.charAt(0).toUpperCase()}${noun.slice(1)}`}
      noun={noun}
      value={count}
      onChange={(next) => draftStore.getState().change({ count: next })}
      least={1}
      most={largestBatch}
      problem={problem}
    />
  );
}
