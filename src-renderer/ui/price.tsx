import { formatMoney } from './figures';

/** A price; where the card names none it says so, more quietly than a figure. */
export function Price({ cents }: { cents: number | null }) {
  const money = formatMoney(cents);
  return money ?? <span className="font-normal text-muted">not on the card</span>;
}
