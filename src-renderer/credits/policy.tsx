import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Dialog } from '../ui/dialog';

/** Why there are no refunds, in the card's own words, readable before spending (B9). */
export function PolicyDialog() {
  const open = screenStore((store) => store.dialog === 'refunds');
  const { card } = useBegun();
  return (
    <Dialog
      open={open}
      onClose={() => screenStore.getState().showDialog(null)}
      title="Why there are no refunds"
    >
      <PolicyText policies={card.policies} />
    </Dialog>
  );
}

function PolicyText({ policies }: { policies: RateCard['policies'] }) {
  return (
    <div className="flex flex-col gap-2.5">
      {policies.refunds.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="border-t border-line pt-2.5 text-muted">{policies.expiry}</p>
      <p className="text-muted">{policies.renewal}</p>
    </div>
  );
}
