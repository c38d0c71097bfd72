import { type RateCard, rateCardSchema } from '../../src-shared/billing/card/rate-card';
import {
  createIndependentWorld,
  type InvoiceView,
  type LotView,
  type Operation,
  type PlanChoice,
  type World,
  type WorldView,
} from './operations';

/** A story told to the model, and what it has come to, in lines that can be checked by hand. */
export type Script = {
  /** Does things that must be allowed. */
  does(...operations: Operation[]): void;
  /** Tries things that must be refused, and change nothing. */
  refuses(...operations: Operation[]): void;
  /** Moves the clock to an instant, written as in ISO 8601, in UTC. */
  at(instant: string): void;
  view(): WorldView;
  /** Lots with something available or on hold: `seat-1 base 60: 50 + 10 held to 2024-02-29`. */
  lots(): string[];
  /** Lines from an instant on: `2024-01-31 plan 3 for 7200`, or `for ?` where it is not known. */
  invoices(from?: string): string[];
};

/** An instant that is written without a time is a midnight of UTC. */
export const instant = (text: string) => Date.parse(text.length === 10 ? `${text}T00:00Z` : text);

const dateOf = (time: number) => new Date(time).toISOString().replace('T00:00:00.000Z', '');

/** `create` makes the world that the story is told to: the model, unless another one is given. */
export function script(
  card: RateCard,
  startsAt: string,
  timeZone = 'UTC',
  create: (options: {
    card: RateCard;
    timeZone: string;
    startsAt: number;
  }) => World = createIndependentWorld,
): Script {
  const world = create({ card, timeZone, startsAt: instant(startsAt) });
  const apply = (operations: Operation[], wanted: string) => {
    for (const operation of operations) {
      const outcome = world.apply(operation);
      if (outcome !== wanted) throw new Error(`${outcome}: ${JSON.stringify(operation)}`);
    }
  };
  return {
    does: (...operations) => apply(operations, 'accepted'),
    refuses(...operations) {
      const before = JSON.stringify(world.view());
      apply(operations, 'refused');
      if (JSON.stringify(world.view()) !== before) throw new Error('a refusal changed something');
    },
    at: (to) => apply([{ kind: 'advance', to: instant(to) }], 'accepted'),
    view: () => world.view(),
    lots: () =>
      world
        .view()
        .lots.filter(({ available, held }) => available + held > 0)
        .map(lotLine),
    invoices: (from = '1970-01-01') =>
      world
        .view()
        .invoices.filter(({ at }) => at >= instant(from))
        .map(invoiceLine),
  };
}

function lotLine({ wallet, source, granted, available, held, expiresAt }: LotView): string {
  const parts = held > 0 ? `${available} + ${held} held` : `${available}`;
  const date = expiresAt === null ? 'without date' : `to ${dateOf(expiresAt)}`;
  return `${wallet} ${source} ${granted}: ${parts} ${date}`;
}

const invoiceLine = ({ at, kind, quantity, cents }: InvoiceView) =>
  `${dateOf(at)} ${kind} ${quantity} for ${cents ?? '?'}`;

/** A plan of a card; `seats` only where the plan has seats. */
export function plan(planId: string, cadence: PlanChoice['cadence'], seats = 1): PlanChoice {
  return { planId, cadence, seats, contract: null };
}

export function contract(
  cadence: PlanChoice['cadence'],
  figures: NonNullable<PlanChoice['contract']>,
  planId = 'enterprise',
): PlanChoice {
  return { planId, cadence, seats: figures.seats, contract: figures };
}

export const start = (choice: PlanChoice): Operation => ({ kind: 'start-plan', choice });
export const change = (choice: PlanChoice): Operation => ({ kind: 'change-plan', choice });
export const end: Operation = { kind: 'end-plan' };
export const keep: Operation = { kind: 'keep-plan' };
export const addSeat = (seat: string | null = null): Operation => ({ kind: 'add-seat', seat });
export const removeSeat = (seat: string): Operation => ({ kind: 'remove-seat', seat });

export const buyUnits = (addOnId: string, count: number, seat = 'seat-1'): Operation => ({
  kind: 'buy-units',
  addOnId,
  count,
  seat,
});

export const buyPack = (packId: string, seat = 'seat-1'): Operation => ({
  kind: 'buy-pack',
  packId,
  seat,
});

export const submit = (job: string, price: number, seat = 'seat-1'): Operation => ({
  kind: 'submit',
  job,
  seat,
  price,
});

export const begin = (job: string): Operation => ({ kind: 'begin', job });
export const deliver = (job: string): Operation => ({ kind: 'deliver', job });
export const fail = (job: string): Operation => ({ kind: 'fail', job });
export const cancel = (job: string): Operation => ({ kind: 'cancel', job });

type Rollover = { kind: 'none' | 'all' } | { kind: 'capped'; credits: number } | Cycles;
type Cycles = { kind: 'cycles'; cycles: number };

/** The card with other rules of rollover for its plans and packs. */
export function withRollover(
  card: RateCard,
  plans: Record<string, Rollover>,
  packs: Record<string, Rollover> = {},
): RateCard {
  return rateCardSchema.parse({
    ...card,
    plans: card.plans.map((one) => ({ ...one, rollover: plans[one.id] ?? one.rollover })),
    packs: card.packs.map((one) => ({ ...one, rollover: packs[one.id] ?? one.rollover })),
  });
}

/** The card with one of its units offered for one plan only. */
export function withUnitFor(card: RateCard, addOnId: string, planId: string): RateCard {
  const addOns = card.addOns.map((one) => (one.id === addOnId ? { ...one, plans: [planId] } : one));
  return rateCardSchema.parse({ ...card, addOns });
}
