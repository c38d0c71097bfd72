import type { Quote } from '../../src-shared/billing/card/quote';
import type { ConsideredLot } from '../../src-shared/billing/lots/considered-lots';
import type { Story } from '../../src-shared/contract/insight';
import { useBegun } from '../stores/workspace';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { PromptText } from '../ui/prompt-text';
import { useDates } from './use-dates';

/** The price of that day as a receipt: its arithmetic, the rule behind it, and the lots in the order in which they pay. */
export function PriceSlip({ story: { job, considered } }: { story: Story }) {
  const { card } = useBegun();
  if (job === null) return null;
  const { quote, modelName, prompt } = job;
  const cardName = quote.card.id === card.id ? card.name : quote.card.id;
  return (
    <Paper label="Price">
      <p className="mb-1 text-xs text-muted">
        {cardName} {quote.card.version}
      </p>
      <p className="mb-1.5">
        <PromptText lines={2}>{prompt}</PromptText>
        <span className="block text-muted">
          {modelName}, {quote.quality}
        </span>
      </p>
      <PaperLine amount={formatCount(quote.each)}>{unitArithmetic(quote)}</PaperLine>
      <p className="text-xs text-muted">{quote.rule}</p>
      <PaperRule />
      <PaperLine strong amount={<span className="text-lg">{formatCredits(quote.each)}</span>}>
        Price
      </PaperLine>
      {quote.count > 1 ? (
        <PaperLine muted amount={formatCount(quote.total)}>
          One of {formatCount(quote.count)} ordered together
        </PaperLine>
      ) : null}
      {considered.length === 0 ? null : (
        <>
          <PaperPerforation />
          <ol aria-label="Lots that could pay, in their order" className="flex flex-col gap-1.5">
            {considered.map((each) => (
              <li key={each.lot.id}>
                <Considered considered={each} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Paper>
  );
}

/** A lot that could pay: what was taken of what it had, and why it stands where it stands. */
function Considered({
  considered: { lot, available, taken, reason },
}: {
  considered: ConsideredLot;
}) {
  const dates = useDates();
  return (
    <>
      <PaperLine muted={taken === 0} amount={`${formatCount(taken)} of ${formatCount(available)}`}>
        {sourceName(lot.source, lot.wallet.kind)}
      </PaperLine>
      <p className="text-xs text-muted">
        {dates.lapse(lot)}; {reason}
      </p>
    </>
  );
}

/** How the price of one output is made up: «1 picture × 12 credits», «5 seconds × 15 credits for every 2». */
function unitArithmetic({ units, unit, price }: Quote): string {
  const counted = formatNumberOf(units, unit === 'second' ? 'second' : 'picture');
  const rate = formatCredits(price.credits);
  return price.per === 1
    ? `${counted} × ${rate}`
    : `${counted} × ${rate} for every ${formatCount(price.per)}`;
}
