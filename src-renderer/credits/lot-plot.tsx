import type { Bucket, Lot } from '../../src-shared/billing/lot';
import { formatCount } from '../ui/figures';

const shown: readonly { bucket: Bucket; name: string; fill: string }[] = [
  { bucket: 'available', name: 'available', fill: 'bg-accent' },
  { bucket: 'held', name: 'held', fill: 'bg-accent/50' },
  { bucket: 'spent', name: 'spent', fill: 'bg-edge' },
  { bucket: 'expired', name: 'lapsed', fill: 'bg-line' },
];

/** Each lot as a bar of what was granted: what is left, held, spent and lapsed. */
export function LotPlot({ lots }: { lots: readonly Lot[] }) {
  const most = Math.max(1, ...lots.map((lot) => lot.granted));
  if (lots.length === 0) return null;
  return (
    <div>
      <div className="flex flex-col gap-1">
        {lots.map((lot) => (
          <div
            key={lot.id}
            role="img"
            aria-label={descriptionOf(lot)}
            className="flex h-4 min-w-4 gap-px overflow-hidden rounded-sm"
            style={{ width: `${(100 * lot.granted) / most}%` }}
          >
            {shown.map(({ bucket, fill }) =>
              lot[bucket] > 0 ? (
                <div key={bucket} className={fill} style={{ flexGrow: lot[bucket] }} />
              ) : null,
            )}
          </div>
        ))}
      </div>
      <ul className="mt-1.5 flex flex-wrap gap-x-3 text-xs text-muted" aria-hidden>
        {shown
          .filter(({ bucket }) => lots.some((lot) => lot[bucket] > 0))
          .map(({ bucket, name, fill }) => (
            <li key={bucket} className="flex items-center gap-1">
              <span className={`size-2 rounded-xs ${fill}`} />
              {name}
            </li>
          ))}
      </ul>
    </div>
  );
}

function descriptionOf(lot: Lot): string {
  const parts = shown
    .filter(({ bucket }) => lot[bucket] > 0)
    .map(({ bucket, name }) => `${formatCount(lot[bucket])} ${name}`);
  return `${formatCount(lot.granted)} granted: ${parts.join(', ')}`;
}
