import type { CreditPrice } from '../../src-shared/billing/card/credit-price';
import { creditCost, type LineMargin } from '../../src-shared/billing/card/margin';
import { roundedDown } from '../../src-shared/billing/fraction';
import { formatNumberOf } from '../ui/figures';
import { formatMicros } from './dollars';

type CreditRangeProps = { cheapest: CreditPrice | null; dearest: CreditPrice | null };

/** Between which prices a credit of the card is sold, which every margin goes by. */
export function CreditRange({ cheapest, dearest }: CreditRangeProps) {
  if (cheapest === null || dearest === null) {
    return (
      <p className="text-sm text-muted">
        No plan, unit or pack names a price, so nobody knows what a credit brings and what is left
        of it.
      </p>
    );
  }
  return (
    <p className="text-sm text-muted">
      A credit brings from {creditPriceWords(cheapest)} to {creditPriceWords(dearest)}. What is left
      is told for one image, or a clip of 5 s, rounded down.
    </p>
  );
}

/** Says how many price lines are no part of what the plans leave; nothing where no line names a cost at all. */
export function UncostedNote({ lines }: { lines: readonly LineMargin[] }) {
  const without = lines.filter(({ cost, credits }) => cost === null && credits > 0).length;
  if (without === 0 || lines.every(({ cost }) => cost === null)) return null;
  return (
    <p className="text-sm text-muted">
      {formatNumberOf(without, 'price line')} {without === 1 ? 'names' : 'name'} no cost of the
      provider and {without === 1 ? 'is' : 'are'} left out of what a plan leaves at best and at
      worst.
    </p>
  );
}

function creditPriceWords(offer: CreditPrice): string {
  return `${formatMicros(roundedDown(creditCost(offer)))} (${offerName(offer)})`;
}

/** An offer as a sentence names it: «Pro, annual». */
function offerName({ name, cadence }: CreditPrice): string {
  return cadence === null ? name : `${name}, ${cadence}`;
}
