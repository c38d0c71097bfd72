import type { ReactNode } from 'react';
import type { Quote } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { JointReceipt, Payment } from '../../src-shared/billing/card/receipt';
import { letterOf } from '../playground/letters';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { lapseWords } from '../ui/dates';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { RecommendationLine, TriesLine } from './advice-lines';
import { useBeforehand } from './current-draft';
import { WarningLines } from './warning-lines';

type ReceiptSlipProps = { receipt: JointReceipt; detailed: boolean; aside: ReactNode };

/** What pressing Generate will do to the balance: the till receipt, before it is paid (D2). */
export function ReceiptSlip({ receipt, detailed, aside }: ReceiptSlipProps) {
  const { quotes, total } = receipt;
  const { card } = useBegun();
  const beforehand = useBeforehand();
  // The warning says of the tries what the line would.
  const isRetried = beforehand.warnings.some(({ situation }) => situation === 'prompt-retried');
  return (
    <Paper label="Receipt">
      <div className="mb-1 flex justify-between gap-2 text-xs text-muted">
        <span>
          {detailed ? `${card.name} ${quotes[0]?.card.version ?? card.version}` : 'Receipt'}
        </span>
        {aside}
      </div>
      {detailed ? <QuoteLines quotes={quotes} /> : null}
      <PaperLine strong amount={<span className="text-lg">{formatCredits(total)}</span>}>
        {detailed ? 'Total' : sumWords(quotes)}
      </PaperLine>
      {detailed && receipt.kind === 'payable' && receipt.payments.length > 0 ? (
        <>
          <PaperPerforation />
          {receipt.payments.map((payment) => (
            <PaymentLine key={payment.lotId} payment={payment} />
          ))}
        </>
      ) : null}
      {detailed ? <PaperPerforation /> : <PaperRule />}
      <BalanceLines receipt={receipt} detailed={detailed} />
      {isRetried ? null : <TriesLine history={beforehand.history} />}
      <WarningLines {...beforehand} folded={!detailed} />
      {detailed ? (
        <>
          <PaperPerforation />
          <RecommendationLine folded={false} />
          <button
            type="button"
            onClick={() => screenStore.getState().showDialog('refunds')}
            className="mt-1.5 rounded-sm text-xs text-muted underline decoration-edge underline-offset-2 hover:text-ink"
          >
            Why there are no refunds
          </button>
        </>
      ) : (
        <RecommendationLine folded />
      )}
    </Paper>
  );
}

/** Each thing that is paid for, in the units it is made of, and the card's word on why it costs this. */
function QuoteLines({ quotes }: { quotes: readonly Quote[] }) {
  const { card } = useBegun();
  const rules = [...new Set(quotes.map(({ rule }) => rule))];
  const lines = quotes.map((quote, index) => ({ quote, key: `${index} ${quote.model}` }));
  return (
    <>
      {lines.map(({ quote, key }, index) => (
        <PaperLine key={key} amount={formatCount(quote.total)}>
          {quotes.length === 1
            ? arithmeticOf(quote)
            : `${letterOf(index)} ${nameOf(card, quote)}: ${arithmeticOf(quote)}`}
        </PaperLine>
      ))}
      {rules.map((rule) => (
        <p key={rule} className="text-xs text-muted">
          {rule}
        </p>
      ))}
      <PaperRule />
    </>
  );
}

function nameOf(card: RateCard, { model, quality }: Quote): string {
  return `${card.models.find(({ id }) => id === model)?.name ?? model}, ${quality}`;
}

function sumWords(quotes: readonly Quote[]): string {
  const [first, ...others] = quotes;
  if (first === undefined) return '';
  if (others.length === 0) return arithmeticOf(first);
  return formatNumberOf(
    quotes.reduce((sum, { count }) => sum + count, 0),
    'image',
  );
}

/** The price in the units it is made of: «2 images × 1 credit». */
export function arithmeticOf({ tool, count, unit, units, price }: Quote): string {
  const noun = tool === 'edit' ? 'edit' : 'image';
  const outputs = formatNumberOf(count, unit === 'second' ? 'clip' : noun);
  const length = unit === 'second' ? ` × ${units} s` : '';
  const { credits, per } = price;
  const each = per === 1 ? formatCredits(credits) : `${formatCredits(credits)} per ${per}`;
  return `${outputs}${length} × ${each}`;
}

function PaymentLine({ payment }: { payment: Payment }) {
  return (
    <PaperLine amount={formatCount(payment.credits)}>
      {sourceName(payment.source, payment.wallet)}
      <span className="text-muted"> · {lapseWords(payment)}</span>
    </PaperLine>
  );
}

function BalanceLines({ receipt, detailed }: { receipt: JointReceipt; detailed: boolean }) {
  if (receipt.kind === 'short') {
    return (
      <>
        <PaperLine muted amount={formatCount(receipt.before)}>
          Balance now
        </PaperLine>
        <div className="text-danger">
          <PaperLine
            strong
            amount={<span className="text-danger">{formatCount(receipt.missing)}</span>}
          >
            <span className="text-danger">Missing</span>
          </PaperLine>
        </div>
      </>
    );
  }
  return (
    <>
      {detailed ? (
        <PaperLine muted amount={formatCount(receipt.before)}>
          Balance now
        </PaperLine>
      ) : null}
      <PaperLine amount={formatCount(receipt.after)}>Balance after</PaperLine>
    </>
  );
}
