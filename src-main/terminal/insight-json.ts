import { isoOf } from '../../src-shared/billing/instant';
import type { ConsideredLot } from '../../src-shared/billing/lots/considered-lots';
import type { Story, UsageRow } from '../../src-shared/contract/insight';
import { lotJson, statementLineJson } from './credits-json';
import { expiryJson } from './instant-json';
import type { JsonObject } from './json';
import { orderJson } from './order-json';
import { quoteJson } from './receipt-json';

/** Why an entry exists, from its cause to its last consequence. */
export function storyJson(story: Story): JsonObject {
  const { entry, job, considered, order, lot, related, sentences } = story;
  return {
    entry: statementLineJson(entry),
    job: job === null ? null : jobStoryJson(job),
    considered: considered.map(consideredJson),
    order: order === null ? null : orderJson(order),
    lot: lotJson(lot),
    related: related.map(statementLineJson),
    sentences,
  };
}

function jobStoryJson({ prompt, quote, modelName, state }: NonNullable<Story['job']>): JsonObject {
  return { prompt, quote: quoteJson(quote), modelName, state };
}

function consideredJson({ lot, available, taken, reason }: ConsideredLot): JsonObject {
  return {
    lot: {
      id: lot.id,
      wallet: { id: lot.wallet.id, kind: lot.wallet.kind },
      source: lot.source,
      startsAt: isoOf(lot.startsAt),
      expiresAt: expiryJson(lot),
    },
    available,
    taken,
    reason,
  };
}

export function usageRowJson(row: UsageRow): JsonObject {
  const { day, seat, tool, model, quality, outputs, units, credits } = row;
  return { day, seat, tool, model, quality, outputs, units, credits };
}
