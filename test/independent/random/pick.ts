import type { Chance } from '../../chaos/seeded-random';

/** One of the items; the list is never empty. */
export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  const item = items[chance.below(items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** Whether something happens that does so this many times in a hundred. */
export const happens = (chance: Chance, percent: number) => chance.below(100) < percent;

/** One of the items, each as often as its weight says. */
export function pickWeighted<Item>(
  chance: Chance,
  items: readonly (readonly [weight: number, item: Item])[],
): Item {
  let rest = chance.below(items.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, item] of items) {
    if (rest < weight) return item;
    rest -= weight;
  }
  throw new Error('the weights are whole numbers, and not all of them are zero');
}
