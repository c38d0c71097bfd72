import type { CycleStatement } from '../../src-shared/contract/invoices';
import type { PlanState } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { Price } from '../ui/price';
import { lineWords } from './slip-words';

type CycleSlipProps = { statement: CycleStatement; plan: PlanState };

/** The bill of one billing cycle, and below the perforation where its credit went. */
export function CycleSlip({ statement, plan }: CycleSlipProps) {
  const { day } = useDates();
  const { subscription, number, planName, cycle, open, credits } = statement;
  return (
    <Paper label={`Cycle ${number}`}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base font-semibold">
          {planName}
          <span className="font-normal text-muted">
            , {day(cycle.startsAt)} – {day(cycle.endsAt)}
          </span>
        </h3>
        <span className="text-xs text-muted">
          No. {formatCount(number)}
          {open ? ', running' : ''}
        </span>
      </div>
      {subscription === null ? (
        <p className="text-muted">No plan was running, so nothing was billed.</p>
      ) : (
        <BillLines statement={statement} plan={plan} />
      )}
      <PaperPerforation />
      <PaperLine muted amount={formatCount(credits.opening)}>
        Credits at the start
      </PaperLine>
      <PaperLine amount={`+ ${formatCount(credits.granted)}`}>Granted</PaperLine>
      <PaperLine amount={`− ${formatCount(credits.charged)}`}>Charged</PaperLine>
      <PaperLine amount={`− ${formatCount(credits.lapsed)}`}>Lapsed</PaperLine>
      <PaperRule />
      <PaperLine strong amount={formatCredits(credits.closing)}>
        {open ? 'Now' : 'At the end'}
      </PaperLine>
    </Paper>
  );
}

function BillLines({ statement, plan }: CycleSlipProps) {
  const { day } = useDates();
  const { lines, open, unpriced, cents } = statement;
  return (
    <>
      {lines.map((line) => (
        <PaperLine key={line.id} amount={<Price cents={line.cents} />}>
          <span className="inline-block w-26 text-muted">{day(line.at)}</span>
          {lineWords(line, plan.seats)}
          {line.credits > 0 ? (
            <span className="text-muted"> +{formatCredits(line.credits)}</span>
          ) : null}
        </PaperLine>
      ))}
      <PaperRule />
      <PaperLine
        strong
        amount={
          <span className="text-lg">
            <Price cents={totalOf(statement)} />
          </span>
        }
      >
        {open ? 'Billed so far' : 'Billed'}
      </PaperLine>
      {unpriced > 0 && cents > 0 ? (
        <p className="text-xs text-muted">
          {formatNumberOf(unpriced, 'line')} without a price on the card{' '}
          {unpriced === 1 ? 'is' : 'are'} not in the sum.
        </p>
      ) : null}
    </>
  );
}

/** The sum of the lines; null where none of them has a price. */
function totalOf({ cents, unpriced, lines }: CycleStatement): number | null {
  return unpriced > 0 && unpriced === lines.length ? null : cents;
}
