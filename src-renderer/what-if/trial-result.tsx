import { useState } from 'react';
import { isUntouched, whatIfStore } from '../stores/what-if';
import { Skeleton } from '../ui/empty';
import { TrialEvents } from './trial-events';
import { TrialPlot } from './trial-plot';
import { TrialTotals } from './trial-totals';
import type { TrialState } from './use-trial';

/** What comes of the trial: as a plot, in figures beside those of how it is, and as a statement of what happens when. */
export function TrialResult({ trial }: { trial: TrialState }) {
  const { answer, outdated, asking, problem, refused } = trial;
  const untouched = whatIfStore(({ pace, changes, prices, ...rest }) =>
    isUntouched({ ...rest, pace, changes, prices, from: null, until: null }),
  );
  const [shows, setShows] = useState<'changed' | 'as it is'>('changed');
  if (answer === null) {
    return problem === null && refused === null ? (
      <Skeleton className="mx-auto h-80 max-w-4xl" />
    ) : (
      <p className="text-muted">Nothing to show yet: the form says what is in the way.</p>
    );
  }
  const isChanged = shows === 'changed' || untouched;
  return (
    <div
      aria-busy={asking}
      className={`mx-auto flex max-w-4xl flex-col gap-4 transition-opacity ${asking ? 'opacity-60' : ''}`}
    >
      {outdated && !asking ? (
        <p className="rounded-md bg-caution-soft px-3 py-2 text-sm">
          Something in the form stands in the way, so this is what came of it before.
        </p>
      ) : null}
      <TrialPlot answer={answer} untouched={untouched} />
      <div className="grid grid-cols-1 items-start gap-4 min-[76rem]:grid-cols-[22rem_1fr]">
        <TrialTotals answer={answer} untouched={untouched} />
        <TrialEvents
          future={isChanged ? answer.changed : answer.asItIs}
          shows={untouched ? null : shows}
          onShow={setShows}
        />
      </div>
    </div>
  );
}
