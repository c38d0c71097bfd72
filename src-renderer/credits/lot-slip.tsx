import type { Story } from '../../src-shared/contract/insight';
import { formatCount, formatCredits } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { Price } from '../ui/price';
import { LotBar } from './lot-bar';
import { useDates } from './use-dates';

/** For a grant or a lapse: what became of the lot so far, and what was ordered. */
export function LotSlip({ story: { lot, order } }: { story: Story }) {
  const dates = useDates();
  return (
    <Paper label="Lot">
      <p className="mb-1 text-xs text-muted">{sourceName(lot.source, lot.wallet.kind)}</p>
      <PaperLine strong amount={<span className="text-lg">{formatCredits(lot.granted)}</span>}>
        Granted
      </PaperLine>
      <p className="text-xs text-muted">
        {dates.day(lot.startsAt)}; {dates.lapse(lot)}
      </p>
      <div className="my-2">
        <LotBar lot={lot} most={lot.granted} />
      </div>
      <PaperLine amount={formatCount(lot.spent)}>Spent</PaperLine>
      {lot.held > 0 ? <PaperLine amount={formatCount(lot.held)}>On hold</PaperLine> : null}
      {lot.expired > 0 ? <PaperLine amount={formatCount(lot.expired)}>Lapsed</PaperLine> : null}
      <PaperRule />
      <PaperLine strong amount={formatCount(lot.available)}>
        Left
      </PaperLine>
      {order === null ? null : (
        <>
          <PaperPerforation />
          <p className="mb-1">{order.words}</p>
          <PaperLine amount={<Price cents={order.cents} />}>
            Billed
            <span className="block text-xs text-muted">{dates.day(order.at)}</span>
          </PaperLine>
        </>
      )}
    </Paper>
  );
}
