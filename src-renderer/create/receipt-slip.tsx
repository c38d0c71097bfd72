import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GivenWarning } from '../../src-shared/billing/card/advice';
import type { Payment, Receipt } from '../../src-shared/billing/card/receipt';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { lapseWords } from '../ui/dates';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { useWarnings } from './current-draft';

type ReceiptSlipProps = { receipt: Receipt; detailed: boolean; aside: ReactNode };

/** What pressing Generate will do to the balance: the till receipt, before it is paid (D2). */
export function ReceiptSlip({ receipt, detailed, aside }: ReceiptSlipProps) {
  const { quote } = receipt;
  const { card } = useBegun();
  const warnings = useWarnings();
  return (
    <Paper label="Receipt">
      <div className="mb-1 flex justify-between gap-2 text-xs text-muted">
        <span>{detailed ? `${card.name} ${quote.card.version}` : 'Receipt'}</span>
        {aside}
      </div>
      {detailed ? (
        <>
          <PaperLine amount={formatCount(quote.total)}>{arithmeticOf(receipt)}</PaperLine>
          <p className="text-xs text-muted">{quote.rule}</p>
          <PaperRule />
        </>
      ) : null}
      <PaperLine strong amount={<span className="text-lg">{formatCredits(quote.total)}</span>}>
        {detailed ? 'Total' : arithmeticOf(receipt)}
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
      {warnings.length > 0 ? <WarningLines warnings={warnings} /> : null}
      {detailed ? (
        <button
          type="button"
          onClick={() => screenStore.getState().showDialog('refunds')}
          className="mt-1.5 rounded-sm text-xs text-muted underline decoration-edge underline-offset-2 hover:text-ink"
        >
          Why there are no refunds
        </button>
      ) : null}
    </Paper>
  );
}

/** The price in the units it is made of: «2 images × 1 credit». */
export function arithmeticOf({ quote }: Receipt): string {
  const outputs = formatNumberOf(quote.count, quote.unit === 'second' ? 'clip' : 'image');
  const length = quote.unit === 'second' ? ` × ${quote.units} s` : '';
  const { credits, per } = quote.price;
  const price = per === 1 ? formatCredits(credits) : `${formatCredits(credits)} per ${per}`;
  return `${outputs}${length} × ${price}`;
}

function PaymentLine({ payment }: { payment: Payment }) {
  return (
    <PaperLine amount={formatCount(payment.credits)}>
      {sourceName(payment.source, payment.wallet)}
      <span className="text-muted"> · {lapseWords(payment)}</span>
    </PaperLine>
  );
}

function BalanceLines({ receipt, detailed }: { receipt: Receipt; detailed: boolean }) {
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

function WarningLines({ warnings }: { warnings: readonly GivenWarning[] }) {
  return (
    <>
      <PaperPerforation />
      <ul aria-label="Before you press" className="flex flex-col gap-1">
        {warnings.map(({ situation, text }) => (
          <li key={situation} className="flex gap-1.5 text-xs text-caution">
            <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
