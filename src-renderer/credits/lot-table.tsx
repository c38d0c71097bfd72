import type { Lot } from '../../src-shared/billing/lot';
import { formatDay } from '../ui/dates';
import { formatCount } from '../ui/figures';
import { sourceName } from '../ui/lot-names';

/** The lots in the order in which they pay. */
export function LotTable({ lots }: { lots: readonly Lot[] }) {
  if (lots.length === 0) return <p className="text-sm text-muted">No credit at hand.</p>;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Lots, the first to be spent on top</caption>
      <thead className="text-left text-xs text-muted">
        <tr>
          <th scope="col" className="pb-1 font-normal">
            Lot
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Left of
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Lapses
          </th>
        </tr>
      </thead>
      <tbody>
        {lots.map((lot) => (
          <tr key={lot.id} className="border-t border-line align-baseline">
            <td className="py-1 pr-2">{sourceName(lot.source, lot.wallet.kind)}</td>
            <td className="py-1 pr-2 text-right whitespace-nowrap">
              {formatCount(lot.available)}
              <span className="text-muted"> / {formatCount(lot.granted)}</span>
            </td>
            <td className="py-1 text-right whitespace-nowrap">{formatDay(lot.expiresAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
