import { ArrowLeft } from 'lucide-react';
import { useCallback } from 'react';
import type { Story } from '../../src-shared/contract/insight';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';
import { insightStore } from '../stores/insight';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/empty';
import { DayBalance } from './day-balance';
import { useAnswer } from './use-answer';
import { hasActions, WhyActions } from './why-actions';
import { WhyStory } from './why-story';

/** Why an entry is there, or what a day's balance was made of: over whatever screen it was asked from. */
export function InsightDialog() {
  const trail = insightStore((store) => store.trail);
  const current = trail.at(-1);
  const entryId = current?.kind === 'why' ? current.entryId : null;
  const { story, problem } = useStory(entryId);
  return (
    <Dialog
      open={current !== undefined}
      onClose={() => insightStore.getState().close()}
      title={current?.kind === 'day' ? 'Balance on a day' : 'Why this credit?'}
      width="max-w-3xl"
      foot={
        trail.length > 1 || (story !== null && hasActions(story)) ? (
          <Foot story={story} canGoBack={trail.length > 1} />
        ) : null
      }
    >
      {current?.kind === 'day' ? <DayBalance day={current.day} /> : null}
      {entryId === null ? null : problem !== null ? (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      ) : story === null ? (
        <Skeleton className="h-72" />
      ) : (
        <WhyStory key={entryId} story={story} />
      )}
    </Dialog>
  );
}

function Foot({ story, canGoBack }: { story: Story | null; canGoBack: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {canGoBack ? (
        <Button onClick={() => insightStore.getState().back()}>
          <ArrowLeft size={14} aria-hidden />
          Back
        </Button>
      ) : null}
      {story === null ? null : <WhyActions story={story} />}
    </div>
  );
}

/** The story of an entry; null while it is being told. */
function useStory(entryId: string | null): { story: Story | null; problem: string | null } {
  const read = useCallback(() => ask(tally().insight.why({ entryId: entryId ?? '' })), [entryId]);
  const { value, problem, asking } = useAnswer(entryId === null ? null : read);
  const story = value?.entry.id === entryId ? value : null;
  return { story, problem: asking ? null : problem };
}
