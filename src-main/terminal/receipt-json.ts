import { assertNever } from '../../src-shared/assert-never';
import type { Remedy } from '../../src-shared/billing/card/advice';
import type { PricedRequest, Quote } from '../../src-shared/billing/card/quote';
import type { Receipt } from '../../src-shared/billing/card/receipt';
import type { CheaperWay, GivenWarning } from '../../src-shared/billing/card/warnings';
import { isoOf } from '../../src-shared/billing/instant';
import { expiryJson } from './instant-json';
import type { JsonObject } from './json';

export function quoteJson(quote: Quote): JsonObject {
  const { card, tool, model, quality, count, units, unit, price, each, total, rule } = quote;
  return {
    card: { id: card.id, version: card.version },
    tool,
    model,
    quality,
    count,
    units,
    unit,
    price: { credits: price.credits, per: price.per },
    each,
    total,
    rule,
  };
}

export function receiptJson(receipt: Receipt, remedies: readonly Remedy[]): JsonObject {
  switch (receipt.kind) {
    case 'payable':
      return {
        kind: receipt.kind,
        before: receipt.before,
        after: receipt.after,
        payments: receipt.payments.map((payment) => ({
          lotId: payment.lotId,
          source: payment.source,
          wallet: payment.wallet,
          expiresAt: expiryJson(payment),
          credits: payment.credits,
        })),
      };
    case 'short':
      return {
        kind: receipt.kind,
        before: receipt.before,
        missing: receipt.missing,
        remedies: remedies.map(remedyJson),
      };
    default:
      return assertNever(receipt);
  }
}

export function remedyJson(remedy: Remedy): JsonObject {
  switch (remedy.kind) {
    case 'fewer':
      return { kind: remedy.kind, count: remedy.count, total: remedy.total };
    case 'cheaper':
      return {
        kind: remedy.kind,
        request: pricedRequestJson(remedy.request),
        total: remedy.total,
      };
    case 'add-on': {
      const { id, name, credits, priceCents } = remedy.addOn;
      return { kind: remedy.kind, id, name, credits, priceCents };
    }
    case 'pack': {
      const { id, name, credits, priceCents } = remedy.pack;
      return { kind: remedy.kind, id, name, credits, priceCents };
    }
    case 'wait':
      return { kind: remedy.kind, renewsAt: isoOf(remedy.renewsAt), credits: remedy.credits };
    default:
      return assertNever(remedy);
  }
}

function pricedRequestJson(request: PricedRequest): JsonObject {
  const { tool, model, quality, count, seconds } = request;
  return { tool, model, quality, count, seconds };
}

export function warningJson({ situation, text, cost, remedy }: GivenWarning): JsonObject {
  return { situation, text, cost, cheaper: remedy === null ? null : wayJson(remedy) };
}

function wayJson(way: CheaperWay): JsonObject {
  const { kind, total } = way;
  const change = way.kind === 'earlier-result' ? {} : { request: pricedRequestJson(way.request) };
  return { kind, total, ...change };
}
