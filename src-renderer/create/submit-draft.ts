import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { takeOver } from '../queue/queue-actions';
import { draftStore } from '../stores/draft';
import { tellProblem } from '../stores/toasts';
import { currentCheck } from './current-draft';

/** Answers come faster than people click twice; so long, in milliseconds, is a double click at most. */
const restAfterSubmit = 600;

/**
 * Submits the draft at the price its receipt shows. Pressed twice, it submits once: the second
 * press finds the first under way or only just accepted, and a repeat of an unanswered one has the
 * same batch id.
 */
export async function submitDraft(): Promise<void> {
  const checked = currentCheck();
  const draft = draftStore.getState();
  if (checked === null) return;
  const { request, receipt, refusal } = checked;
  if (refusal !== null || receipt === null) {
    if (refusal !== null && draft.submission === 'none') draft.refused(refusal);
    return;
  }
  if (!draft.beginSubmit()) return;
  const { card, total } = receipt.quote;
  const { batchId, count } = draft;
  const accepted = { card, total };
  const answer = await ask(tally().jobs.submit({ batchId, request, count, accepted }));
  switch (answer.kind) {
    case 'answered':
      takeOver(answer.value);
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
