import { useId } from 'react';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { describeRefusal } from '../../src-shared/refusal';
import { Button } from '../ui/button';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { priceWords } from '../ui/plan-words';
import { ownTimeZone } from './begin';
import type { PlanChoice, Start } from './plan-choice';

type StartSlipProps = {
  card: RateCard;
  choice: PlanChoice;
  start: Start;
  busy: boolean;
  problem: string | null;
};

/** The first slip of all: what the chosen plan puts into the till. */
export function StartSlip({ card, choice, start, busy, problem }: StartSlipProps) {
  const reasonId = useId();
  const refused = start.kind === 'refused';
  const words = refused ? 'Start' : `Start with ${formatCredits(start.credits)}`;
  return (
    <div className="flex flex-col gap-3 md:sticky md:top-6">
      {refused ? null : <StartPaper card={card} choice={choice} start={start} />}
      <Button
        type="submit"
        look="primary"
        aria-disabled={busy || refused}
        aria-describedby={refused ? reasonId : undefined}
        size="large"
      >
        {busy ? 'Opening the ledger…' : words}
      </Button>
      {refused ? (
        <p id={reasonId} className="text-sm text-muted">
          {describeRefusal(start.refusal)}
        </p>
      ) : null}
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

type StartPaperProps = {
  card: RateCard;
  choice: PlanChoice;
  start: Extract<Start, { kind: 'start' }>;
};

function StartPaper({ card, choice, start }: StartPaperProps) {
  const plan = card.plans.find((candidate) => candidate.id === choice.planId);
  const { credits, creditsEach, everyMonths, seats, cents } = start;
  return (
    <Paper label="What you start with">
      <p className="mb-2 text-xs text-muted">
        {card.name} {card.version}
      </p>
      <PaperLine amount={`+${formatCount(credits)}`}>
        {plan?.name} plan, {choice.cadence}
        {seats > 1 ? (
          <span className="block text-xs text-muted">
            {formatNumberOf(seats, 'seat')} × {formatCredits(creditsEach)}
          </span>
        ) : null}
      </PaperLine>
      <PaperRule />
      <PaperLine strong amount={<span className="text-lg">{formatCredits(credits)}</span>}>
        You start with
      </PaperLine>
      <PaperPerforation />
      <PaperLine muted amount={everyMonths === 12 ? 'every year' : 'every month'}>
        Comes back
      </PaperLine>
      <PaperLine muted amount={cents === 0 ? 'free' : priceWords(cents)}>
        {choice.cadence === 'annual' ? 'Price a year' : 'Price a month'}
      </PaperLine>
      <PaperLine muted amount={ownTimeZone()}>
        Time zone
      </PaperLine>
      <p className="mt-2 text-xs text-muted">{card.policies.expiry}</p>
    </Paper>
  );
}
