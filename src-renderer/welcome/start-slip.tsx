import type { RateCard } from '../../src-shared/billing/rate-card';
import { Button } from '../ui/button';
import { formatCount, formatCredits, formatMoney } from '../ui/figures';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { ownTimeZone } from './begin';
import { type PlanChoice, planGrant } from './plan-choice';

type StartSlipProps = {
  card: RateCard;
  choice: PlanChoice;
  busy: boolean;
  problem: string | null;
};

/** The first slip of all: what the chosen plan puts into the till. */
export function StartSlip({ card, choice, busy, problem }: StartSlipProps) {
  const plan = card.plans.find((candidate) => candidate.id === choice.planId);
  const grant = planGrant(card, choice);
  if (grant === null) return null;
  return (
    <div className="flex flex-col gap-3">
      <Paper label="What you start with">
        <p className="mb-2 text-xs text-muted">
          {card.name} {card.version}
        </p>
        <PaperLine amount={`+${formatCount(grant.credits)}`}>
          {plan?.name} plan, {choice.cadence}
        </PaperLine>
        <PaperRule />
        <PaperLine strong amount={<span className="text-lg">{formatCredits(grant.credits)}</span>}>
          You start with
        </PaperLine>
        <PaperPerforation />
        <PaperLine muted amount={grant.everyMonths === 12 ? 'every year' : 'every month'}>
          Comes back
        </PaperLine>
        <PaperLine muted amount={priceWords(grant.priceCents)}>
          Price
        </PaperLine>
        <PaperLine muted amount={ownTimeZone()}>
          Time zone
        </PaperLine>
        <p className="mt-2 text-xs text-muted">{card.policies.expiry}</p>
      </Paper>
      <Button type="submit" look="primary" aria-disabled={busy} size="large">
        {busy ? 'Opening the ledger…' : `Start with ${formatCredits(grant.credits)}`}
      </Button>
      <p className="text-xs text-muted">
        The plan only sets the rules of your own ledger: Tally bills nobody and needs no account.
      </p>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

function priceWords(cents: number | null): string {
  if (cents === 0) return 'free';
  return formatMoney(cents) ?? 'not on the card';
}
