import { useEffect, useMemo } from 'react';
import { largestBatch } from '../../src-shared/billing/card/quote';
import type { ProjectHistory } from '../../src-shared/billing/card/warnings';
import { noCredits } from '../../src-shared/billing/credits';
import type { Past } from '../../src-shared/contract/past';
import { isWholeBetween } from '../../src-shared/jobs/look';
import { inputsOf } from '../../src-shared/jobs/request';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { draftStore } from '../stores/draft';
import { batchesOf, type DraftBatch, type DraftFields } from '../stores/draft-fields';
import { pastStore } from '../stores/past';

/** So long, in milliseconds, does the form stand still before the main process is asked. */
const restBeforeAsking = 250;

/** Asks what was made before of the draft: when it has stood still, and again when a job has changed. */
export function useAskPast(): void {
  const draft = draftStore();
  const revision = creditsStore((store) => store.revision);
  const asked = useMemo(() => JSON.stringify(batchesOf(draft)), [draft]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed balance means that a job has
  useEffect(() => {
    const timer = setTimeout(() => void askPast(asked), restBeforeAsking);
    return () => clearTimeout(timer);
  }, [asked, revision]);
}

async function askPast(asked: string): Promise<void> {
  const batches = batchesOf(draftStore.getState());
  // The form may have gone on since, or hold what nobody could make.
  if (JSON.stringify(batches) !== asked) return;
  if (!batches.every(isWhole)) return;
  const answer = await ask(tally().past.of({ batches: [...batches] }));
  if (answer.kind === 'answered') {
    pastStore.getState().tell(answer.value, asked, promptsText(batches));
  }
}

/** Whether it names a count that can be made, and every picture that it is made from. */
function isWhole({ request, count }: DraftBatch): boolean {
  const isCount = isWholeBetween(count, 1, largestBatch);
  return isCount && inputsOf(request).every((picture) => picture !== '');
}

function promptsText(batches: readonly DraftBatch[]): string {
  return JSON.stringify(batches.map(({ request }) => request.prompt));
}

const nothing: ProjectHistory = {
  lastModel: null,
  triesOfPrompt: 0,
  spentOnPrompt: noCredits,
  hasResult: false,
};

/** What is known of the project's past, as far as it is about this form. */
export function historyFor(
  fields: DraftFields,
  { past, prompts }: Pick<ReturnType<typeof pastStore.getState>, 'past' | 'prompts'>,
): ProjectHistory {
  if (past === null) return nothing;
  const isSamePrompt = prompts === promptsText(batchesOf(fields));
  return isSamePrompt ? past : { ...nothing, lastModel: past.lastModel };
}

/** What was made before of exactly this form; null while that is not known. */
export function usePastOfDraft(): Past | null {
  const draft = draftStore();
  const { past, asked } = pastStore();
  return useMemo(
    () => (asked === JSON.stringify(batchesOf(draft)) ? past : null),
    [draft, past, asked],
  );
}
