import type { Quote } from '../../src-shared/billing/card/quote';
import type { JobsChanged } from '../../src-shared/contract/jobs';
import { type Answer, ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { settleMask } from '../edit/keep-mask';
import { takeOver } from '../queue/queue-actions';
import { comparisonStore } from '../stores/comparison';
import { draftStore } from '../stores/draft';
import type { DraftBatch } from '../stores/draft-fields';
import { tellInformation, tellProblem } from '../stores/toasts';
import { currentCheck } from './current-draft';

/** Answers come faster than people click twice; so long, in milliseconds, is a double click at most. */
const restAfterSubmit = 600;

/**
 * Submits the draft at the price its receipt shows. Pressed twice, it submits once: the second
 * press finds the first under way or only just accepted, and a repeat of an unanswered one has the
 * same batch ids.
 */
export async function submitDraft(): Promise<void> {
  if (isSettling || !(await settleAsPressed())) return;
  const checked = currentCheck();
  const draft = draftStore.getState();
  if (checked === null) return;
  const { batches, receipt, refusal } = checked;
  if (refusal !== null || receipt === null) {
    if (refusal !== null && draft.submission === 'none') draft.refused(refusal);
    return;
  }
  if (!draft.beginSubmit()) return;
  const submissions = submissionsOf(batches, receipt.quotes, [
    draft.batchId,
    ...draft.otherBatchIds,
  ]);
  const answer = await send(submissions);
  switch (answer.kind) {
    case 'answered':
      takeOver(answer.value);
      if (draft.tool === 'playground') {
        comparisonStore.getState().show(submissions.map(({ batchId }) => batchId));
      }
      draft.accepted();
      setTimeout(draft.rested, restAfterSubmit);
      return;
    case 'refused':
      draft.refused(answer.refusal);
      return;
    case 'unanswered':
      draft.giveUp();
      tellProblem(sentenceOf(answer));
  }
}

/** Whether a press waits for the mask to be kept: any other until then is a repeat of it. */
let isSettling = false;

/** Keeps what was painted; false where that can't be done, or where the form is not the one any more that was pressed. */
async function settleAsPressed(): Promise<boolean> {
  const unsettled = settleMask();
  if (unsettled === null) return true;
  const pressed = askedAndPriced();
  isSettling = true;
  try {
    if (!(await unsettled)) return false;
  } finally {
    isSettling = false;
  }
  if (askedAndPriced() === pressed) return true;
  tellInformation('The form has changed since you pressed, so nothing was made; press again.');
  return false;
}

/** What a press would ask for and its total; without the mask, which gets its name when it is kept. */
function askedAndPriced(): string {
  const checked = currentCheck();
  const asked = [checked?.batches ?? [], checked?.receipt?.total ?? null];
  return JSON.stringify(asked, (field, value) => (field === 'mask' ? null : value));
}

type Submission = Parameters<ReturnType<typeof tally>['jobs']['submit']>[0];

function submissionsOf(
  batches: readonly DraftBatch[],
  quotes: readonly Quote[],
  ids: readonly string[],
): Submission[] {
  return batches.flatMap(({ request, count }, index) => {
    const [quote, batchId] = [quotes[index], ids[index]];
    if (quote === undefined || batchId === undefined) throw new Error('a batch has no price or id');
    const { card, total } = quote;
    return [{ batchId, request, count, accepted: { card, total } }];
  });
}

/** One batch by itself; several all together or not at all. */
function send(submissions: readonly Submission[]): Promise<Answer<JobsChanged>> {
  const [first, ...others] = submissions;
  if (first !== undefined && others.length === 0) return ask(tally().jobs.submit(first));
  return ask(tally().jobs.submitTogether({ batches: [...submissions] }));
}
