import fc from 'fast-check';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Operation, PlanChoice } from '../independent/operations';
import { cards } from '../independent/random/cards';
import { timeZones } from '../independent/random/starts';
import { BillingLife } from './billing-life';

const day = 86_400_000;

/** Something that happens to a workspace, told from where it stands. */
export type Happening =
  | Exclude<Operation, { kind: 'advance' } | { readonly job: string }>
  | { readonly kind: 'new-job'; readonly seat: string; readonly price: number }
  /** What a job that has not ended does next; `pick` counts them, the newest first. */
  | {
      readonly kind: 'move-job';
      readonly move: 'begin' | 'deliver' | 'fail' | 'cancel';
      readonly pick: number;
    }
  | { readonly kind: 'sleep'; readonly milliseconds: number }
  /** Up to what falls due next, or just before it, or just after. */
  | { readonly kind: 'to-next-due'; readonly off: -1 | 0 | 1 };

/** A workspace and what happens to it, over years. */
export type ToldLife = {
  readonly card: RateCard;
  readonly timeZone: string;
  readonly startsAt: number;
  readonly happenings: readonly Happening[];
};

const anySeat = fc.constantFrom('seat-1', 'seat-1', 'seat-2', 'seat-3', 'seat-4');
const anyCount = fc.constantFrom(1, 1, 2, 3, 1000, 0, -1, 1.5);

function anyChoice(card: RateCard): fc.Arbitrary<PlanChoice> {
  const plans = fc.record({
    plan: fc.constantFrom(...card.plans),
    cadence: fc.constantFrom('monthly' as const, 'annual' as const),
    seats: fc.constantFrom(1, 1, 2, 3),
    credits: fc.constantFrom(30, 500, 2500),
    everyMonths: fc.constantFrom(1 as const, 1 as const, 12 as const),
    priceCents: fc.constantFrom(null, 0, 4999),
  });
  return plans.map(({ plan, cadence, seats, credits, everyMonths, priceCents }) => ({
    planId: plan.id,
    cadence,
    seats: plan.perSeat ? seats : 1,
    contract: plan.kind === 'contract' ? { seats, credits, everyMonths, priceCents } : null,
  }));
}

function anyHappening(card: RateCard): fc.Arbitrary<Happening> {
  const choice = anyChoice(card);
  const kind = <Kind extends string>(name: Kind) => fc.constant(name);
  const addOnId = fc.constantFrom('no-such-unit', ...card.addOns.map(({ id }) => id));
  const packId = fc.constantFrom('no-such-pack', ...card.packs.map(({ id }) => id));
  const price = fc.constantFrom(0, 1, 3, 10, 45, 130, 700);
  const off = fc.constantFrom(0 as const, 0 as const, -1 as const, 1 as const);
  const milliseconds = fc.oneof(
    fc.integer({ min: -400 * day, max: 0 }),
    fc.integer({ min: 0, max: 40 * day }),
    fc.integer({ min: 0, max: 800 * day }),
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: kind('start-plan'), choice }) },
    { weight: 4, arbitrary: fc.record({ kind: kind('change-plan'), choice }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('end-plan', 'keep-plan') }) },
    { weight: 3, arbitrary: fc.record({ kind: kind('add-seat'), seat: fc.option(anySeat) }) },
    { weight: 3, arbitrary: fc.record({ kind: kind('remove-seat'), seat: anySeat }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: kind('buy-units'), addOnId, count: anyCount, seat: anySeat }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('cancel-units', 'cancel-units', 'keep-units'),
        unit: fc.constantFrom(0, 0, 0, 1, 2),
        count: fc.constantFrom(1, 1, 1, 2, 0),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: kind('buy-pack'), packId, seat: anySeat }) },
    {
      weight: 8,
      arbitrary: fc.record({ kind: kind('new-job'), seat: anySeat, price }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: kind('move-job'),
        move: fc.constantFrom('begin', 'begin', 'begin', 'deliver', 'deliver', 'fail', 'cancel'),
        pick: fc.nat(3),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: kind('sleep'), milliseconds }) },
    { weight: 8, arbitrary: fc.record({ kind: kind('to-next-due'), off }) },
  );
}

/** Any life of a workspace, on either card and on cards of every kind of rollover, unit and pack. */
export const anyLife: fc.Arbitrary<ToldLife> = fc
  .constantFrom(...cards)
  .chain((card) =>
    fc.record({
      card: fc.constant(card),
      timeZone: fc.constantFrom(...timeZones),
      startsAt: fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2029, 0) }),
      start: fc.record({ kind: fc.constant('start-plan' as const), choice: anyChoice(card) }),
      rest: fc.array(anyHappening(card), { minLength: 5, maxLength: 60, size: 'max' }),
    }),
  )
  .map(({ start, rest, ...told }) => ({ ...told, happenings: [start, ...rest] }));

const openStates = { waiting: true, running: true };

/** Lives a told life; `advance` moves its clock, in one go unless something else is said. */
export function live(
  told: ToldLife,
  advance: (life: BillingLife, to: number) => void = (life, to) => life.advance(to),
  afterEach: (life: BillingLife) => void = () => undefined,
): BillingLife {
  const life = new BillingLife(told);
  for (const [number, happening] of told.happenings.entries()) {
    switch (happening.kind) {
      case 'sleep':
        advance(life, life.now + happening.milliseconds);
        break;
      case 'to-next-due':
        advance(life, (life.nextDue() ?? life.now) + happening.off);
        break;
      case 'new-job': {
        const { seat, price } = happening;
        life.apply({ kind: 'submit', job: `job-${number}`, seat, price });
        break;
      }
      case 'move-job': {
        const open = life.jobs.view().filter(({ state }) => state in openStates);
        const job = open.at(-1 - happening.pick)?.id ?? 'no-such-job';
        life.apply({ kind: happening.move, job });
        break;
      }
      default:
        life.apply(happening);
    }
    afterEach(life);
  }
  return life;
}
