import { type RateCard, rateCardSchema } from '../../../src-shared/billing/card/rate-card';
import { type Chance, chanceOf } from '../../chaos/seeded-random';
import { aiStudios, chatNow } from '../../helpers/cards';
import { pick } from './pick';

const rollovers = [
  { kind: 'none' },
  { kind: 'all' },
  { kind: 'capped', credits: 25 },
  { kind: 'capped', credits: 900 },
  { kind: 'cycles', cycles: 1 },
  { kind: 'cycles', cycles: 3 },
] as const;

const variantsOfEach = 20;

/** Both cards as they are sold, then variants of them with every kind of rollover, unit and pack. */
export const cards: readonly RateCard[] = [aiStudios, chatNow].flatMap((card) => [
  card,
  ...Array.from({ length: variantsOfEach }, (_, index) => variantOf(card, chanceOf(index + 1))),
]);

function variantOf(card: RateCard, chance: Chance): RateCard {
  const plans = card.plans.map((plan) => ({
    ...plan,
    monthly: plan.monthly && { ...plan.monthly, priceCents: price(chance, plan.monthly) },
    annual: plan.annual && { ...plan.annual, priceCents: price(chance, plan.annual) },
    rollover: pick(chance, rollovers),
  }));
  return rateCardSchema.parse({
    ...card,
    name: `${card.name}, varied`,
    plans: [...plans, ...plans.filter(({ kind }) => kind === 'contract').map(second)],
    addOns: addOnsOf(plans, chance),
    packs: packsOf(chance),
  });
}

/** Another plan of the same terms, so that one contract can follow another. */
function second<Item extends { id: string }>(item: Item): Item {
  return { ...item, id: `${item.id}-2` };
}

function price(chance: Chance, { priceCents }: { priceCents: number | null }): number | null {
  if (chance.below(3) > 0) return priceCents;
  return chance.below(3) === 0 ? null : chance.below(10_000);
}

function addOnsOf(plans: readonly { id: string }[], chance: Chance) {
  return (['seat', 'pool', 'seat', 'pool'] as const).map((wallet, index) => {
    const some = plans.filter(() => chance.below(2) === 0).map(({ id }) => id);
    return {
      id: `unit-${index}`,
      name: `Unit ${index}`,
      plans: some.length > 0 ? some : ['free'],
      credits: pick(chance, [7, 60, 200]),
      priceCents: pick(chance, [null, 1000, 333]),
      wallet,
    };
  });
}

function packsOf(chance: Chance) {
  return rollovers.flatMap((rollover, index) =>
    (['seat', 'pool'] as const).map((wallet) => ({
      id: `pack-${index}-${wallet}`,
      name: `Pack ${index}`,
      credits: pick(chance, [10, 90, 1000]),
      priceCents: pick(chance, [null, 500, 1999]),
      wallet,
      onlyWhenUsedUp: chance.below(3) === 0,
      rollover,
    })),
  );
}
