import { promptsOf } from '../../src-shared/jobs/prompt-alternatives';
import { draftStore } from '../stores/draft';
import { filledPrompt, outputsOf, promptCountOf } from '../stores/draft-fields';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { useCheckedDraft } from './current-draft';

/** So many prompts are shown; more are counted. */
const mostShown = 12;

/** What the alternatives `{a|b}` of a prompt come to while one types: how many prompts, outputs and credits. */
export function AlternativesNote() {
  const noun = draftStore(({ tool }) => (tool === 'video' ? 'clip' : 'image'));
  const isUsed = draftStore((draft) => promptCountOf(draft) > 1);
  const prompt = draftStore(filledPrompt);
  const outputs = draftStore(outputsOf);
  const checked = useCheckedDraft();
  const prompts = promptsOf(prompt);
  if (prompts === null || !isUsed) return null;
  const each = outputs / prompts.length;
  const price = checked?.receipt == null ? '' : ` · ${formatCredits(checked.receipt.total)}`;
  const further = prompts.length - mostShown;
  return (
    <details className="rounded-md bg-well px-2.5 py-1.5 text-sm">
      <summary className="font-medium">
        {formatNumberOf(prompts.length, 'prompt')} × {formatCount(each)} ={' '}
        {formatNumberOf(outputs, noun)}
        {price}
      </summary>
      <ol aria-label="Prompts" className="mt-1 list-decimal pl-5 text-xs text-muted">
        {prompts.slice(0, mostShown).map((each) => (
          <li key={each}>
            <PromptText lines={2}>{each}</PromptText>
          </li>
        ))}
      </ol>
      {further > 0 ? (
        <p className="pl-5 text-xs text-muted">and {formatCount(further)} more</p>
      ) : null}
    </details>
  );
}
