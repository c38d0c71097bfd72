import type { OrderWish } from '../../src-shared/contract/plan';
import type { ChaosCard } from './chaos-cards';
import { type Chance, chanceOf } from './seeded-random';
import { orderIdOf } from './victim-talk';

const plansOf: Record<ChaosCard, readonly string[]> = {
  'ai-studios': ['free', 'personal', 'personal', 'team', 'team', 'team', 'enterprise'],
  chatnow: ['free', 'plus', 'plus', 'pro', 'team', 'team'],
};
const unitsOf: Record<ChaosCard, readonly string[]> = {
  'ai-studios': ['personal-unit', 'team-unit', 'team-unit'],
  chatnow: [],
};

type Make = (card: ChaosCard, chance: Chance, number: number) => OrderWish;

/** Every kind of order, the more often the more lines it has here. */
const makes: readonly Make[] = [
  (card, chance) => ({
    kind: 'start-plan',
    ...planOf(card, chance),
    seats: chance.below(3) === 0 ? 3 : 1,
  }),
  (card, chance) => ({ kind: 'start-plan', ...planOf(card, chance), seats: 1 }),
  (card, chance) => ({ kind: 'change-plan', ...planOf(card, chance) }),
  (card, chance) => ({ kind: 'change-plan', ...planOf(card, chance) }),
  (card, chance) => ({ kind: 'change-plan', ...planOf(card, chance) }),
  () => ({ kind: 'end-plan' }),
  () => ({ kind: 'keep-plan' }),
  (_, chance) => ({ kind: 'add-seat', seat: null, name: `Seat ${chance.below(100)}` }),
  (_, chance) => ({ kind: 'add-seat', seat: seatOf(chance), name: '' }),
  (_, chance) => ({ kind: 'add-seat', seat: seatOf(chance), name: '' }),
  (_, chance) => ({ kind: 'remove-seat', seat: seatOf(chance) }),
  (_, chance) => ({ kind: 'remove-seat', seat: seatOf(chance) }),
  buy,
  buy,
  buy,
  (card, chance, number) => ({
    kind: 'cancel-units',
    unit: orderIdOf(unitBefore(card, number, chance)),
    count: 1,
  }),
  (card, chance, number) => ({
    kind: 'keep-units',
    unit: orderIdOf(unitBefore(card, number, chance)),
    count: 1,
  }),
];

/** What the order of this number asks for: always the same, whatever became of those before it. */
export function wishOf(card: ChaosCard, number: number): OrderWish {
  const chance = chanceOf(number * 7_919 + 1);
  const make = makes[chance.below(makes.length)] ?? buy;
  return make(card, chance, number);
}

function planOf(card: ChaosCard, chance: Chance) {
  const planId = one(plansOf[card], chance);
  const cadence = chance.below(3) === 0 ? ('annual' as const) : ('monthly' as const);
  const everyMonths = cadence === 'annual' && chance.below(2) === 0 ? (12 as const) : (1 as const);
  const figures = { seats: 3, credits: 20 + chance.below(20), everyMonths, priceCents: 5_000 };
  return { planId, cadence, contract: planId === 'enterprise' ? figures : null };
}

function buy(card: ChaosCard, chance: Chance): OrderWish {
  const [first, ...others] = unitsOf[card];
  if (first === undefined) {
    return { kind: 'buy-pack', packId: chance.below(3) === 0 ? 'pack-large' : 'pack-small' };
  }
  return {
    kind: 'buy-units',
    addOnId: one([first, ...others], chance),
    count: 1 + chance.below(3),
  };
}

/** The number of an order not long before that bought units, or of any other where none did. */
function unitBefore(card: ChaosCard, number: number, chance: Chance): number {
  const recent = Array.from({ length: 20 }, (_, back) => number - 1 - back).filter(
    (before) => before > 0 && kindOf(before) === buy,
  );
  return recent.length === 0 || card === 'chatnow' ? number : one(recent, chance);
}

function kindOf(number: number): Make | undefined {
  return makes[chanceOf(number * 7_919 + 1).below(makes.length)];
}

function seatOf(chance: Chance): string {
  return `seat-${2 + chance.below(3)}`;
}

function one<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[chance.below(items.length)];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}
