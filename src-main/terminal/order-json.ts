import { isoOf } from '../../src-shared/billing/instant';
import type { InvoiceLine } from '../../src-shared/billing/plan/invoice-line';
import type { CycleStatement } from '../../src-shared/contract/invoices';
import type { Ordered, OrderPreview, OrderRecord } from '../../src-shared/contract/plan';
import { spanJson } from './instant-json';
import type { JsonObject } from './json';
import { planStateJson } from './plan-json';
import { workspaceJson } from './workspace-json';

export function orderJson({
  number,
  id,
  at,
  kind,
  words,
  cents,
  credits,
}: OrderRecord): JsonObject {
  return { number, id, at: isoOf(at), kind, words, cents, credits };
}

export function previewJson({
  effect,
  at,
  lines,
  cents,
  credits,
  words,
}: OrderPreview): JsonObject {
  return { effect, at: isoOf(at), cents, credits, words, lines: lines.map(invoiceLineJson) };
}

export function orderedJson({ order, existed, plan, workspace, balance }: Ordered): JsonObject {
  const { available, held } = balance;
  return {
    existed,
    order: orderJson(order),
    plan: planStateJson(plan),
    workspace: workspaceJson(workspace),
    balance: { available, held },
  };
}

function invoiceLineJson(line: InvoiceLine): JsonObject {
  const { id, at, kind, name, seat, quantity, cents, credits, subscription, cycle } = line;
  return {
    id,
    at: isoOf(at),
    kind,
    name,
    seat,
    quantity,
    cents,
    credits,
    subscription,
    cycle: spanJson(cycle),
  };
}

/** One billing cycle: what was billed in it and where its credit went. */
export function cycleJson(statement: CycleStatement): JsonObject {
  const { number, subscription, planName, cycle, open, lines, cents, unpriced } = statement;
  const { opening, granted, charged, lapsed, closing } = statement.credits;
  return {
    number,
    subscription,
    plan: planName,
    cycle: spanJson(cycle),
    open,
    lines: lines.map(invoiceLineJson),
    cents,
    unpriced,
    credits: { opening, granted, charged, lapsed, closing },
  };
}
