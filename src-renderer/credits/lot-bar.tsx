import type { Bucket, Lot } from '../../src-shared/billing/lots/lot';
import { formatCount } from '../ui/figures';

const parts: readonly { bucket: Bucket; name: string; fill: string }[] = [
  { bucket: 'available', name: 'left', fill: 'bg-accent' },
  { bucket: 'held', name: 'on hold', fill: 'bg-accent/50' },
  { bucket: 'spent', name: 'spent', fill: 'bg-edge' },
  { bucket: 'expired', name: 'lapsed', fill: 'bg-caution/60' },
];

/** A lot as a bar of what was granted: what is left, on hold, spent and lapsed; `most` credits are its full width. */
export function LotBar({ lot, most }: { lot: Lot; most: number }) {
  return (
    <div
      role="img"
      aria-label={`${formatCount(lot.granted)} granted: ${partsText(lot)}`}
      className="flex h-2.5 min-w-3 gap-px overflow-hidden rounded-sm"
      style={{ width: `${(100 * lot.granted) / most}%` }}
    >
      {parts.map(({ bucket, fill }) =>
        lot[bucket] > 0 ? (
          <div key={bucket} className={fill} style={{ flexGrow: lot[bucket] }} />
        ) : null,
      )}
    </div>
  );
}

/** Which colour of a bar is what, as far as the lots have it. */
export function LotLegend({ lots }: { lots: readonly Lot[] }) {
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-3 text-xs text-muted">
      {parts
        .filter(({ bucket }) => lots.some((lot) => lot[bucket] > 0))
        .map(({ bucket, name, fill }) => (
          <li key={bucket} className="flex items-center gap-1">
            <span className={`size-2 rounded-xs ${fill}`} />
            {name}
          </li>
        ))}
    </ul>
  );
}

/** Where a lot's credit is: «34 left, 26 spent». */
function partsText(lot: Lot): string {
  return parts
    .filter(({ bucket }) => lot[bucket] > 0)
    .map(({ bucket, name }) => `${formatCount(lot[bucket])} ${name}`)
    .join(', ');
}
