import { quote } from '../../src-shared/billing/card/quote';
import type { Quality, RateCard } from '../../src-shared/billing/card/rate-card';
import { draftStore } from '../stores/draft';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatCredits } from '../ui/figures';

/** A model in a quality, and the whole credits of one edit by it. */
export type EditPrice = {
  readonly model: string;
  readonly name: string;
  readonly quality: Quality;
  readonly credits: number;
};

/** What one edit costs by each model in each of its qualities, the cheapest first. */
export function editPrices(card: RateCard): EditPrice[] {
  const each = card.models.flatMap(({ id, name, qualities }) =>
    qualities.flatMap((quality) => {
      const priced = quote(card, { tool: 'edit', model: id, quality, count: 1, seconds: null });
      return priced.kind === 'quote'
        ? [{ model: id, name, quality, credits: priced.quote.each }]
        : [];
    }),
  );
  return each.sort((left, right) => left.credits - right.credits);
}

/** Says that the network is the same for every model, and offers the one that costs least. */
export function CheapestModel() {
  const { card } = useBegun();
  const model = draftStore((draft) => draft.model);
  const quality = draftStore((draft) => draft.quality);
  const prices = editPrices(card);
  const [least] = prices;
  const chosen = prices.find((price) => price.model === model && price.quality === quality);
  if (least === undefined || chosen === undefined || chosen.credits <= least.credits) return null;
  return (
    <div className="flex flex-col items-start gap-1.5 text-sm">
      <p className="text-muted">
        The network is the same for every model and quality; only the price differs.
      </p>
      <Button
        onClick={() => draftStore.getState().change({ model: least.model, quality: least.quality })}
      >
        Use {least.name}, {least.quality} · {formatCredits(least.credits)}
      </Button>
    </div>
  );
}
