import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receipt } from '../../../../src-shared/billing/card/receipt';
import { credits } from '../../../../src-shared/billing/credits';
import { freshLot } from '../../../../src-shared/billing/lots/lot';
import { planHolds } from '../../../../src-shared/billing/lots/plan-entries';
import { aiStudios, quoteOf } from '../../../helpers/cards';
import { day, terms } from '../../../helpers/ledger-story';
import { anyLots } from '../../../helpers/random-lots';

test('it says which lots pay, in which order, when they lapse, and what is left', () => {
  const pool = { id: 'pool', kind: 'pool' } as const;
  const lots = [
    freshLot(terms('add-on', 200, { wallet: pool })),
    freshLot(terms('pack', 50, { expiresAt: day(90) })),
    freshLot(terms('base', 3)),
  ];
  expect(receipt(quoteOf(aiStudios, { count: 5 }), lots, day(1))).toMatchObject({
    kind: 'payable',
    before: 253,
    after: 248,
    payments: [
      { lotId: 'base', source: 'base', wallet: 'seat', expiresAt: day(30), credits: 3 },
      { lotId: 'add-on', source: 'add-on', wallet: 'pool', expiresAt: day(30), credits: 2 },
    ],
  });
});

test('it says what is missing', () => {
  const quote = quoteOf(aiStudios, { count: 20 });
  const lots = [freshLot(terms('base', 16))];
  expect(receipt(quote, lots, day(1))).toEqual({ kind: 'short', quote, before: 16, missing: 4 });
});

test('what costs nothing is payable by nobody, also with an empty wallet', () => {
  const quote = quoteOf(aiStudios, { tool: 'chat' });
  expect(receipt(quote, [], day(1))).toEqual({
    kind: 'payable',
    quote,
    before: 0,
    payments: [],
    after: 0,
  });
});

test('it promises exactly what the hold then does', () => {
  fc.assert(
    fc.property(anyLots, fc.nat(40), fc.integer({ min: 1, max: 100 }), (lots, today, count) => {
      const quote = quoteOf(aiStudios, { count });
      const shown = receipt(quote, lots, day(today));
      const jobs = Array.from({ length: count }, (_, index) => ({
        job: `${index}`,
        credits: credits(quote.each),
      }));
      const plan = planHolds(lots, jobs, day(today));
      if (plan.kind === 'not-enough-credits') {
        expect(shown).toMatchObject({ kind: 'short', missing: plan.missing });
        return;
      }
      if (shown.kind === 'short') throw new Error('the hold succeeds, so it was payable');
      const paid = new Map<string, number>();
      for (const { lotId, credits: amount } of plan.entries) {
        paid.set(lotId, (paid.get(lotId) ?? 0) + amount);
      }
      expect(shown.payments.map(({ lotId, credits: amount }) => [lotId, amount])).toEqual([
        ...paid,
      ]);
      expect(shown.after).toBe(shown.before - quote.total);
    }),
  );
});
