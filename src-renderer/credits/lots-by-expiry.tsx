import { useState } from 'react';
import type { Instant } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lots/lot';
import { planStore } from '../stores/plan';
import { Button } from '../ui/button';
import { formatCount } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { seatName } from '../ui/plan-words';
import { PromptText } from '../ui/prompt-text';
import { LotBar, LotLegend } from './lot-bar';
import { awayText, isSoon, type LotGroup, lotGroups } from './lot-groups';
import { useDates } from './use-dates';

/** So many lots are shown before one asks for all: a team has one for each seat. */
const shownAtFirst = 8;

type LotsByExpiryProps = {
  lots: readonly Lot[];
  /** The instant from which days are counted. */
  now: Instant;
};

/** The lots in the order in which they pay, by when they lapse: a bar for each of what was granted. */
export function LotsByExpiry({ lots, now }: LotsByExpiryProps) {
  const [all, setAll] = useState(false);
  if (lots.length === 0) return <p className="text-sm text-muted">No credit at hand.</p>;
  const most = Math.max(...lots.map(({ granted }) => granted));
  const isTeam = new Set(lots.map(({ wallet }) => wallet.id)).size > 1;
  const shown = all ? lots : lots.slice(0, shownAtFirst);
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label="Lots by expiry" className="flex flex-col gap-3">
        {lotGroups(shown).map((group) => (
          <Group
            key={group.expiresAt ?? 'no date'}
            group={group}
            now={now}
            most={most}
            isTeam={isTeam}
          />
        ))}
      </ol>
      <LotLegend lots={shown} />
      {shown.length < lots.length ? (
        <Button className="self-start" onClick={() => setAll(true)}>
          Show all {formatCount(lots.length)} lots
        </Button>
      ) : null}
    </div>
  );
}

type GroupProps = { group: LotGroup; now: Instant; most: number; isTeam: boolean };

function Group({ group: { expiresAt, lots }, now, most, isTeam }: GroupProps) {
  const dates = useDates();
  return (
    <li>
      <p className="mb-1 flex flex-wrap justify-between gap-x-2 text-xs text-muted">
        {expiresAt === null ? (
          'Does not lapse'
        ) : (
          <>
            <span>Lapses {dates.day(expiresAt)}</span>
            <span className={isSoon(expiresAt, now) ? 'font-medium text-caution' : ''}>
              {awayText(expiresAt, now)}
            </span>
          </>
        )}
      </p>
      <ul className="flex flex-col gap-2">
        {lots.map((lot) => (
          <li key={lot.id}>
            <p className="mb-0.5 flex justify-between gap-2 text-sm">
              <span className="min-w-0">
                {sourceName(lot.source, lot.wallet.kind)}
                {isTeam && lot.wallet.kind === 'seat' ? <SeatOf lot={lot} /> : null}
              </span>
              <span className="shrink-0">
                <span className="font-medium">{formatCount(lot.available)}</span>
                <span className="text-muted"> of {formatCount(lot.granted)}</span>
              </span>
            </p>
            <LotBar lot={lot} most={most} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Whose own credit it is, where there are several seats. */
function SeatOf({ lot }: { lot: Lot }) {
  const seats = planStore((store) => store.plan?.seats);
  const seat = seats?.find(({ id }) => id === lot.wallet.id) ?? { id: lot.wallet.id, name: '' };
  return (
    <span className="text-muted">
      , <PromptText>{seatName(seat)}</PromptText>
    </span>
  );
}
