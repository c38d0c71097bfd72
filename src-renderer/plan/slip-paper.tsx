import type { Instant } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lots/lot';
import type { OrderPreview, OrderWish, PlanState } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { creditsStore } from '../stores/credits';
import { useBegun } from '../stores/workspace';
import { formatCount } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { Price } from '../ui/price';
import { lineWords, type Named } from './slip-words';

type SlipPaperProps = { preview: OrderPreview; plan: PlanState; wish: OrderWish };

/** The slip itself: what is billed now, what comes at once, and what one should know before (A14, B9). */
export function SlipPaper({ preview, plan, wish }: SlipPaperProps) {
  const { card } = useBegun();
  const { day } = useDates();
  const seats = seatsWith(plan, preview, wish);
  return (
    <Paper label="Slip">
      <div className="mb-1.5 flex justify-between gap-2 text-xs text-muted">
        <span>
          {card.name} {card.version}
        </span>
        <span>{day(plan.at)}</span>
      </div>
      {preview.lines.map((line) => (
        <PaperLine key={line.id} amount={<Price cents={line.cents} />}>
          {lineWords(line, seats)}
        </PaperLine>
      ))}
      {preview.lines.length > 0 ? <PaperRule /> : null}
      <div aria-live="polite">
        <PaperLine
          strong
          amount={
            <span className="text-lg">
              <Total preview={preview} />
            </span>
          }
        >
          Billed now
        </PaperLine>
        {preview.credits > 0 ? (
          <PaperLine strong amount={`+${formatCount(preview.credits)}`}>
            Credits at once
          </PaperLine>
        ) : null}
      </div>
      {preview.effect === 'at-cycle-end' ? (
        <PaperLine amount={day(preview.at)}>Takes effect</PaperLine>
      ) : null}
      {wish.kind === 'end-plan' ? <AtStake at={preview.at} /> : null}
      <PaperPerforation />
      <ul aria-label="Before you press" className="flex flex-col gap-1.5 text-sm">
        {preview.words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li className="text-xs text-muted">
          Tally takes no card payments: this records what the service bills.
        </li>
      </ul>
    </Paper>
  );
}

function Total({ preview }: { preview: OrderPreview }) {
  return preview.lines.length === 0 ? 'nothing' : <Price cents={preview.cents} />;
}

/** What this seat would lose with the plan, as things stand; packs keep their own date (A13). */
function AtStake({ at }: { at: Instant }) {
  const lots = creditsStore((store) => store.balance?.lots ?? noLots);
  const { day } = useDates();
  return lots
    .filter((lot) => lot.source !== 'pack' && lot.available > 0 && lot.expiresAt >= at)
    .map((lot) => (
      <PaperLine key={lot.id} amount={formatCount(lot.available)}>
        {sourceName(lot.source, lot.wallet.kind)}
        <span className="text-muted"> · lapses {day(at)} unless used</span>
      </PaperLine>
    ));
}

const noLots: readonly Lot[] = [];

/** The seats with the one that would be added, by the name it would have. */
function seatsWith(plan: PlanState, { lines }: OrderPreview, wish: OrderWish): readonly Named[] {
  const added = lines.find((line) => line.kind === 'seat')?.seat ?? null;
  if (wish.kind !== 'add-seat' || wish.seat !== null || added === null) return plan.seats;
  return [...plan.seats, { id: added, name: wish.name }];
}
