import { recommend } from '../../src-shared/billing/card/recommend';
import { recommendationSentence, triesSentence } from '../../src-shared/billing/card/warning-words';
import type { ProjectHistory } from '../../src-shared/billing/card/warnings';
import type { Asset } from '../../src-shared/jobs/asset';
import { draftStore, fieldsOf } from '../stores/draft';
import { outputsOf } from '../stores/draft-fields';
import { useBegun } from '../stores/workspace';
import { formatDay } from '../ui/dates';
import { formatCount, formatNumberOf } from '../ui/figures';
import { usePastOfDraft } from './ask-past';
import { changeWithUndo } from './change-with-undo';
import { pressOf } from './check-draft';
import { withModel } from './fields-of-way';
import { openResult } from './open-result';
import { WayButton } from './way-button';

/** What was already paid for by exactly this form: opening it costs nothing, making it again does (A3, B8). */
export function IdenticalLine() {
  const identical = usePastOfDraft()?.identical ?? [];
  const [first] = identical;
  const outputs = draftStore(outputsOf);
  if (first === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-accent bg-accent-soft px-2.5 py-1 text-xs">
      <p>
        {outputs === 1
          ? `You already paid for exactly this on ${formatDay(first.createdAt)}.`
          : `${shareOf(identical.length, outputs)} already made and paid for, the first on ${formatDay(first.createdAt)}.`}
      </p>
      <OpenIt asset={first} />
    </div>
  );
}

function shareOf(found: number, outputs: number): string {
  if (found === outputs) return `All ${formatCount(outputs)} were`;
  return `${formatCount(found)} of these ${formatNumberOf(outputs, 'output')} ${found === 1 ? 'was' : 'were'}`;
}

function OpenIt({ asset }: { asset: Asset }) {
  return <WayButton onClick={() => void openResult(asset)}>Open it · no credits</WayButton>;
}

/** How often this prompt was tried and what that cost (B8). */
export function TriesLine({ history }: { history: ProjectHistory }) {
  const sentence = triesSentence(history);
  return sentence === null ? null : <p className="mt-1 text-xs text-muted">{sentence}</p>;
}

/**
 * The model of best balance with its reason in numbers, and a click to take it (B11). Folded, it is only said while
 * another one is chosen.
 */
export function RecommendationLine({ folded }: { folded: boolean }) {
  const { card } = useBegun();
  const draft = draftStore();
  const [part] = pressOf(draft);
  if (part === undefined || draft.tool === 'playground') return null;
  const best = recommend(card, part.request, part.longestSide);
  if (best === null) return null;
  const isChosen = best.model.id === draft.model && best.quality === draft.quality;
  if (folded && isChosen) return null;
  const sentence = recommendationSentence(card, best, part.request);
  const take = () =>
    changeWithUndo(
      withModel(fieldsOf(draftStore.getState()), best.model.id, best.quality, card),
      `Using ${best.model.name}, ${best.quality}`,
    );
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      <p>{isChosen ? `${sentence} It is chosen.` : sentence}</p>
      {isChosen ? null : (
        <WayButton onClick={take}>
          Use {best.model.name}, {best.quality}
        </WayButton>
      )}
    </div>
  );
}
