import { expect, test } from 'vitest';
import { parseRateCard, type RateCard } from '../../src-shared/billing/card/rate-card';
import { instant, isoOf } from '../../src-shared/billing/instant';
import { BillingLife } from '../helpers/billing-life';
import { quoteOf } from '../helpers/cards';
import { frozenClock } from '../helpers/frozen-clock';
import { StudioLife } from '../helpers/studio-life';
import { type History, historyOf } from '../independent/histories';
import { joinTwins, type Operation } from '../independent/operations';
import { openFlow } from './flow';

/** The card of a history as somebody's own, so that it can be imported. */
function ownCard({ card }: History): RateCard {
  const parsed = parseRateCard(
    JSON.parse(JSON.stringify({ ...card, id: 'own', version: '2020-01-01' })),
  );
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.card;
}

/** What happens in a studio whose queue stands still: jobs of one picture wait and are cancelled. */
function standingStill(operations: readonly Operation[], price: number): Operation[] {
  const submitted = new Set<string>();
  return operations.flatMap((operation): Operation[] => {
    switch (operation.kind) {
      case 'begin':
      case 'deliver':
      case 'fail':
        return [];
      case 'submit':
        if (submitted.has(operation.job)) return [];
        submitted.add(operation.job);
        return [{ ...operation, price }];
      default:
        return [operation];
    }
  });
}

// The pure core is compared with a model of its own elsewhere; here the real clock, ledger and queue
// are compared with the core. After each, the books are verified and rebuilt.
test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  'history %d, lived in a studio, comes to what the pure core says',
  async (seed) => {
    const history = historyOf(seed);
    const card = ownCard(history);
    const [model] = card.models;
    if (model === undefined) throw new Error('every card has a model');
    const quote = quoteOf(card, { model: model.id, quality: 'basic' });
    const { timeZone, startsAt } = history;
    const life = new BillingLife({ card, timeZone, startsAt });
    const flow = await openFlow({ clock: frozenClock(isoOf(instant(startsAt))) });
    await flow.client.cards.import({ text: JSON.stringify(card) });
    await flow.client.jobs.pause();
    const studio = new StudioLife(flow, { cardId: card.id, timeZone }, quote);
    for (const [index, operation] of standingStill(history.operations, quote.total).entries()) {
      const told = `operation ${index}: ${JSON.stringify(operation)}`;
      expect(await studio.apply(operation), told).toBe(life.apply(operation));
      const { lots, invoices } = life.view();
      expect(studio.lots(), told).toEqual(joinTwins(lots));
      expect(studio.invoices(), told).toEqual(invoices);
    }
  },
);
