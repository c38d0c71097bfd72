import { X } from 'lucide-react';
import { useId } from 'react';
import type { TriedPrice } from '../../src-shared/billing/future/pace';
import { whatIfStore } from '../stores/what-if';
import { useBegun } from '../stores/workspace';
import { IconButton } from '../ui/button';
import { Field, problemIdOf } from '../ui/field';
import { formatCount } from '../ui/figures';
import { NumberField } from '../ui/number-field';
import { Select } from '../ui/select';
import { type PriceOffer, priceOffers } from './price-offers';
import { priceKey } from './trial-problems';

/** Other prices of models: what was usual is made all the same, and costs as much more or less. */
export function TrialPrices({ problems }: { problems: ReadonlyMap<string, string> }) {
  const { card } = useBegun();
  const id = useId();
  const { prices, price } = whatIfStore();
  const offers = priceOffers(card);
  const left = offers.filter((offer) => !prices.some((tried) => priceKey(tried) === offer.key));
  const add = (key: string) => {
    const offer = offers.find((each) => each.key === key);
    if (offer !== undefined) price(offer.price);
  };
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-sm font-medium">
        Prices
      </h2>
      {prices.map((tried) => {
        const offer = offers.find((each) => each.key === priceKey(tried));
        return offer === undefined ? null : (
          <PriceRow
            key={offer.key}
            offer={offer}
            tried={tried}
            problem={problems.get(offer.key) ?? null}
          />
        );
      })}
      {left.length === 0 ? null : (
        <Select
          aria-label="Try another price for"
          value=""
          onChange={(event) => add(event.target.value)}
          className="w-full"
        >
          <option value="">Try another price for…</option>
          {left.map(({ key, name, now }) => (
            <option key={key} value={key}>
              {name} · {now}
            </option>
          ))}
        </Select>
      )}
    </section>
  );
}

type PriceRowProps = { offer: PriceOffer; tried: TriedPrice; problem: string | null };

function PriceRow({ offer, tried, problem }: PriceRowProps) {
  const id = useId();
  const { price, removePrice } = whatIfStore.getState();
  return (
    <div
      className={`rounded-md border bg-paper px-2.5 py-1.5 ${problem === null ? 'border-line' : 'border-danger'}`}
    >
      <Field
        label={offer.name}
        controlId={id}
        problem={problem}
        aside={
          <span className="flex items-center gap-1">
            <NumberField
              id={id}
              label={offer.name}
              value={tried.credits}
              onChange={(credits) => price({ ...tried, credits })}
              invalid={problem !== null}
              describedBy={problem === null ? `${id}-now` : problemIdOf(id)}
              className="w-16"
            />
            <IconButton
              label={`Take out: ${offer.name}`}
              className="-mr-1.5"
              onClick={() => removePrice(tried)}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </span>
        }
      >
        <p id={`${id}-now`} className="text-xs text-muted">
          credits {perText(tried, offer)}, in every quality; now {offer.now}
        </p>
      </Field>
    </div>
  );
}

function perText({ per }: TriedPrice, { unit }: PriceOffer): string {
  return per === 1 ? `a ${unit}` : `for ${formatCount(per)} ${unit}s`;
}
