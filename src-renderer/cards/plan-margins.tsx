import { creditCost, type PlanMargin, type Spending } from '../../src-shared/billing/card/margin';
import { roundedDown } from '../../src-shared/billing/fraction';
import { formatCredits } from '../ui/figures';
import { CardTable, Cell, RowHead } from './card-table';
import { formatMicros } from './dollars';
import { digitsOf, MarginFigures } from './margin-cell';

type PlanMarginTableProps = {
  label: string;
  margins: readonly PlanMargin[];
  /** What a price line is called, by its number. */
  nameOf: (index: number) => string;
};

const columns = [
  { name: 'Plan' },
  { name: 'Brings', figures: true },
  { name: 'Leaves at best', figures: true },
  { name: 'Leaves at worst', figures: true },
];

/** What each plan leaves when all of its credits go into the line that costs least, or most. */
export function PlanMarginTable({ label, margins, nameOf }: PlanMarginTableProps) {
  const digits = digitsOf(
    margins.flatMap(({ least, most }) => [least?.margin ?? null, most?.margin ?? null]),
  );
  return (
    <CardTable label={label} columns={columns}>
      <tbody>
        {margins.map(({ offer, least, most }) => (
          <tr key={`${offer.id} ${offer.cadence}`} className="border-b border-line last:border-0">
            <RowHead>
              {offer.name}
              <span className="block text-xs font-normal text-muted">{offer.cadence}</span>
            </RowHead>
            <Cell figures>
              {formatMicros(offer.micros)}
              <span className="block text-xs text-muted">
                {formatCredits(offer.credits)}, {formatMicros(roundedDown(creditCost(offer)))} each
              </span>
            </Cell>
            <Cell figures>
              <Spent spending={least} digits={digits} nameOf={nameOf} />
            </Cell>
            <Cell figures>
              <Spent spending={most} digits={digits} nameOf={nameOf} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}

type SpentProps = {
  spending: Spending | null;
  digits: number;
  nameOf: PlanMarginTableProps['nameOf'];
};

function Spent({ spending, digits, nameOf }: SpentProps) {
  const unknown = 'not known: no price line names what the provider asks';
  return (
    <>
      <MarginFigures margin={spending?.margin ?? null} digits={digits} unknown={unknown} />
      {spending === null ? null : (
        <span className="block text-xs text-muted">all in {nameOf(spending.index)}</span>
      )}
    </>
  );
}
