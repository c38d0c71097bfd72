import type { Plan, RateCard } from '../../src-shared/billing/card/rate-card';
import { formatCredits } from '../ui/figures';
import { grantWords, planPriceWords, priceWords, rolloverWords } from '../ui/plan-words';
import { CardTable, Cell, RowHead } from './card-table';
import { walletWords } from './card-words';

/** The plans: what each grants and costs, month by month or by the year, and what becomes of what is left. */
export function CardPlans({ card }: { card: RateCard }) {
  const columns = [
    { name: 'Plan' },
    { name: 'Monthly' },
    { name: 'Annual' },
    { name: 'What is left' },
  ];
  return (
    <CardTable label="Plans" columns={columns}>
      <tbody>
        {card.plans.map((plan) => (
          <tr key={plan.id} className="border-b border-line">
            <RowHead>{plan.name}</RowHead>
            <Cell>
              <Offer plan={plan} cadence="monthly" />
            </Cell>
            <Cell>
              <Offer plan={plan} cadence="annual" />
            </Cell>
            <Cell muted>{rolloverWords(plan.rollover)}</Cell>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}

function Offer({ plan, cadence }: { plan: Plan; cadence: 'monthly' | 'annual' }) {
  const offer = plan[cadence];
  if (offer === null) return <span className="text-muted">not offered</span>;
  if (offer.grant.kind === 'contract') return 'By contract';
  const { perSeat } = plan;
  const price = { priceCents: offer.priceCents, cadence, perSeat, contract: false };
  return (
    <>
      {grantWords(offer.grant, perSeat)}
      <span className="block text-muted">{planPriceWords(price)}</span>
    </>
  );
}

/** Add-on units, which renew by themselves (A10–A14). */
export function CardAddOns({ card }: { card: RateCard }) {
  const columns = [
    { name: 'Unit' },
    { name: 'Credits', figures: true },
    { name: 'A month', figures: true },
    { name: 'For' },
    { name: 'With the plans' },
  ];
  if (card.addOns.length === 0) return <p className="text-sm text-muted">None are sold.</p>;
  return (
    <CardTable label="Add-on units" columns={columns}>
      <tbody>
        {card.addOns.map(({ id, name, credits, priceCents, wallet, plans }) => (
          <tr key={id} className="border-b border-line">
            <RowHead>{name}</RowHead>
            <Cell figures>{formatCredits(credits)}</Cell>
            <Cell figures>{priceWords(priceCents)}</Cell>
            <Cell muted>{walletWords(wallet)}</Cell>
            <Cell muted>
              {plans.map((plan) => card.plans.find((each) => each.id === plan)?.name).join(', ')}
            </Cell>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}

/** Packs, which are bought once (B5). */
export function CardPacks({ card }: { card: RateCard }) {
  const columns = [
    { name: 'Pack' },
    { name: 'Credits', figures: true },
    { name: 'Price', figures: true },
    { name: 'Sold' },
    { name: 'What is left' },
  ];
  if (card.packs.length === 0) return <p className="text-sm text-muted">None are sold.</p>;
  return (
    <CardTable label="Packs" columns={columns}>
      <tbody>
        {card.packs.map(({ id, name, credits, priceCents, wallet, onlyWhenUsedUp, rollover }) => (
          <tr key={id} className="border-b border-line">
            <RowHead>{name}</RowHead>
            <Cell figures>{formatCredits(credits)}</Cell>
            <Cell figures>{priceWords(priceCents)}</Cell>
            <Cell muted>
              {onlyWhenUsedUp ? 'once the allowance is used up' : 'at any time'},{' '}
              {walletWords(wallet)}
            </Cell>
            <Cell muted>{rolloverWords(rollover)}</Cell>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}
