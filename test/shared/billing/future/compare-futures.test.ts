import { expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import { compareFutures } from '../../../../src-shared/billing/future/compare-futures';
import type { Future } from '../../../../src-shared/billing/future/future';
import { instant } from '../../../../src-shared/billing/instant';

function futureWith(totals: { granted: number; spent: number; lapsed: number; cents: number }) {
  const { granted, spent, lapsed, cents } = totals;
  return {
    from: instant(0),
    until: instant(1),
    points: [],
    events: [],
    totals: {
      opening: credits(60),
      granted: credits(granted),
      spent: credits(spent),
      unmet: credits(0),
      lapsed: credits(lapsed),
      cents,
      unpriced: 0,
      closing: credits(60 + granted - spent - lapsed),
    },
    runsOutAt: null,
  } satisfies Future;
}

test('two futures are compared figure by figure, with what one has more or less', () => {
  const asItIs = futureWith({ granted: 180, spent: 100, lapsed: 90, cents: 0 });
  const changed = futureWith({ granted: 450, spent: 100, lapsed: 60, cents: 2500 });
  const rows = Object.fromEntries(
    compareFutures(asItIs, changed).map(({ what, ...row }) => [what, row]),
  );
  expect(rows).toEqual({
    granted: { asItIs: 180, changed: 450, difference: 270 },
    spent: { asItIs: 100, changed: 100, difference: 0 },
    unmet: { asItIs: 0, changed: 0, difference: 0 },
    lapsed: { asItIs: 90, changed: 60, difference: -30 },
    closing: { asItIs: 50, changed: 350, difference: 300 },
    cents: { asItIs: 0, changed: 2500, difference: 2500 },
  });
});
