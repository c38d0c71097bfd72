import type { Remedy } from '../../src-shared/billing/advice';
import type { RateCard } from '../../src-shared/billing/rate-card';
import type { Refusal } from '../../src-shared/refusal';
import { draftStore, fitToModel } from '../stores/draft';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatDay } from '../ui/dates';
import { formatCredits } from '../ui/figures';

type Shortage = Extract<Refusal, { code: 'not-enough-credits' }>;

/** What can be done, here and now, about too little credit. */
export function Remedies({ refusal }: { refusal: Shortage }) {
  const { card } = useBegun();
  return (
    <div role="alert" className="flex flex-col gap-1.5 text-sm">
      <p>
        {formatCredits(refusal.missing)} too few.{' '}
        <span className="text-muted">{waitSentence(refusal.remedies)}</span>
      </p>
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {refusal.remedies.map((remedy) => {
          const offer = offerOf(remedy, card);
          if (offer === null) return null;
          return (
            <Button key={remedy.kind} onClick={offer.take}>
              {offer.label}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

type Offer = { readonly label: string; readonly take: () => void };

/** The remedies that the form itself can take: fewer, or cheaper. */
function offerOf(remedy: Remedy, card: RateCard): Offer | null {
  const draft = draftStore.getState();
  if (remedy.kind === 'fewer') {
    const { count, total } = remedy;
    return {
      label: `Make ${count} · ${formatCredits(total)}`,
      take: () => draft.change({ count }),
    };
  }
  if (remedy.kind === 'cheaper') {
    const { model: id, quality } = remedy.request;
    const model = card.models.find((candidate) => candidate.id === id);
    if (model === undefined) return null;
    return {
      label: `Use ${model.name}, ${quality} · ${formatCredits(remedy.total)}`,
      take: () => draft.change(fitToModel({ ...draft, quality }, model)),
    };
  }
  return null;
}

function waitSentence(remedies: readonly Remedy[]): string {
  const wait = remedies.find((remedy) => remedy.kind === 'wait');
  if (wait === undefined) return '';
  return `${formatCredits(wait.credits)} come on ${formatDay(wait.renewsAt)}.`;
}
