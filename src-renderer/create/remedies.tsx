import { assertNever } from '../../src-shared/assert-never';
import type { Remedy } from '../../src-shared/billing/card/advice';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Refusal } from '../../src-shared/refusal';
import { openSlip } from '../plan/order-actions';
import { draftStore } from '../stores/draft';
import { promptCountOf } from '../stores/draft-fields';
import { fitToModel } from '../stores/fit-draft';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatDay } from '../ui/dates';
import { formatCredits } from '../ui/figures';
import { priceWords } from '../ui/plan-words';

type Shortage = Extract<Refusal, { code: 'not-enough-credits' }>;

/** What can be done, here and now, about too little credit. */
export function Remedies({ refusal }: { refusal: Shortage }) {
  const { card, planId } = useBegun();
  const offers = refusal.remedies.flatMap((remedy) => offerOf(remedy, card, refusal) ?? []);
  return (
    <div role="alert" className="flex flex-col gap-1.5 text-sm">
      <p>
        {formatCredits(refusal.missing)} too few.{' '}
        <span className="text-muted">
          {planId === null
            ? 'No plan is running, so none come by themselves. '
            : waitSentence(refusal.remedies)}
        </span>
        <button
          type="button"
          onClick={() => screenStore.getState().showPlan('plans')}
          className="rounded-sm underline decoration-edge underline-offset-2 hover:decoration-current"
        >
          {planId === null ? 'Start a plan' : 'Change plan'}
        </button>
      </p>
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {offers.map(({ label, take }) => (
          <Button key={label} onClick={take}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

type Offer = { readonly label: string; readonly take: () => void };

/** What a press does about it: fewer or cheaper in the form, or the slip of something to buy. */
function offerOf(remedy: Remedy, card: RateCard, { missing }: Shortage): Offer | null {
  const draft = draftStore.getState();
  switch (remedy.kind) {
    case 'fewer': {
      // Outputs come in whole rounds of the prompts that the form stands for.
      const prompts = promptCountOf(draft);
      const count = Math.floor(remedy.count / prompts);
      if (count === 0) return null;
      const total = (remedy.total / remedy.count) * count * prompts;
      return {
        label: `Make ${count * prompts} · ${formatCredits(total)}`,
        take: () => draft.change({ count }),
      };
    }
    case 'cheaper': {
      const { model: id, quality } = remedy.request;
      const model = card.models.find((candidate) => candidate.id === id);
      if (model === undefined) return null;
      return {
        label: `Use ${model.name}, ${quality} · ${formatCredits(remedy.total)}`,
        take: () => draft.change(fitToModel({ ...draft, quality }, model)),
      };
    }
    case 'add-on': {
      const { id: addOnId, credits, priceCents } = remedy.addOn;
      const count = Math.ceil(missing / credits);
      return {
        label: `Buy units… · ${formatCredits(credits)} for ${priceWords(priceCents)}`,
        take: () => openSlip({ kind: 'buy-units', addOnId, count }),
      };
    }
    case 'pack': {
      const { id: packId, name, credits, priceCents } = remedy.pack;
      return {
        label: `Buy ${name}… · ${formatCredits(credits)} for ${priceWords(priceCents)}`,
        take: () => openSlip({ kind: 'buy-pack', packId }),
      };
    }
    case 'wait':
      return null;
    default:
      return assertNever(remedy);
  }
}

function waitSentence(remedies: readonly Remedy[]): string {
  const wait = remedies.find((remedy) => remedy.kind === 'wait');
  if (wait === undefined) return '';
  return `${formatCredits(wait.credits)} come on ${formatDay(wait.renewsAt)}. `;
}
