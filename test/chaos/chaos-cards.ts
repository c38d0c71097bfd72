import { aiStudios, chatNow } from '../helpers/cards';

/** Both services: one sells units, the other packs. */
export const chaosCards = ['ai-studios', 'chatnow'] as const;
export type ChaosCard = (typeof chaosCards)[number];

/** Long before the first kill: the clock may be set back. */
const firstVersion = '2025-01-01';
const firstDay = Date.UTC(2026, 0, 1);
/** How many days lie between two versions of a card. */
const daysBetween = 45;
const day = 86_400_000;

type Rollovers = Readonly<Record<string, unknown>>;

/** So that every rule of rollover comes under fire; the cards that come with Tally know only one. */
const rollovers: Record<ChaosCard, Rollovers> = {
  'ai-studios': { personal: { kind: 'cycles', cycles: 2 } },
  chatnow: {
    plus: { kind: 'capped', credits: 50 },
    pro: { kind: 'all' },
    'pack-small': { kind: 'cycles', cycles: 1 },
    'pack-large': { kind: 'capped', credits: 30 },
  },
};

/** What the swift picture of a version costs. */
const pictureOf: Record<ChaosCard, { readonly model: string; readonly price: number }> = {
  'ai-studios': { model: 'image-generator', price: 1 },
  chatnow: { model: 'image-swift', price: 2 },
};

export const modelOf = (card: ChaosCard): string => pictureOf[card].model;
export const cardIdOf = (card: ChaosCard): string => `chaos-${card}`;

/**
 * A version of a service's card, as the text of its file: the first is there from the beginning, each later one has its own
 * day, prices and figures. The grants are small, so that credit runs out.
 */
export function cardText(card: ChaosCard, version: number): string {
  const { plans, packs, prices, ...rest } = card === 'chatnow' ? chatNow : aiStudios;
  const date = new Date(firstDay + version * daysBetween * day).toISOString().slice(0, 10);
  const { model, price } = pictureOf[card];
  const grantOf = (grant: (typeof plans)[number]['monthly']) =>
    grant?.grant.kind === 'fixed'
      ? { ...grant, grant: { ...grant.grant, credits: smaller(grant.grant.credits) + version } }
      : grant;
  return JSON.stringify({
    ...rest,
    id: cardIdOf(card),
    version: version === 0 ? firstVersion : `${date}.${version}`,
    plans: plans.map((plan) => ({
      ...plan,
      monthly: grantOf(plan.monthly),
      annual: grantOf(plan.annual),
      rollover: rollovers[card][plan.id] ?? plan.rollover,
    })),
    packs: packs.map((pack) => ({
      ...pack,
      onlyWhenUsedUp: pack.id === 'pack-small',
      rollover: rollovers[card][pack.id] ?? pack.rollover,
    })),
    prices: prices.map((line) =>
      line.tool === 'image' && (line.model ?? model) === model
        ? { ...line, credits: price + (version % 3) }
        : line,
    ),
  });
}

/** A tenth of a grant, and not nothing. */
function smaller(credits: number): number {
  return Math.max(10, Math.floor(credits / 10));
}
