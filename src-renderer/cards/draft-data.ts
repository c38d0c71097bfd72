import { assertNever } from '../../src-shared/assert-never';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type {
  CardDraft,
  DraftAddOn,
  DraftLine,
  DraftModel,
  DraftOffer,
  DraftPack,
  DraftPlan,
  DraftPrice,
  DraftRollover,
  ListName,
} from './card-draft';
import { cents, type DollarParts, millionths, readDollars } from './dollars';
import { versionOn, versionsOf } from './next-version';

/** What a draft says as the data of a card's file, and what is wrong with its amounts of money. */
export type DraftData = {
  readonly data: {
    readonly id: string;
    readonly version: string;
    readonly models: readonly unknown[];
    readonly prices: readonly unknown[];
    readonly plans: readonly PlanData[];
    readonly addOns: readonly unknown[];
    readonly packs: readonly unknown[];
  };
  /** Faults that no data could show: an amount that is none. By the place of the field. */
  readonly faults: ReadonlyMap<string, string>;
};

export const lists: readonly ListName[] = ['models', 'prices', 'plans', 'addOns', 'packs'];

/** The place of a field of a line, which is also the id of its control. */
export function placeOf(list: ListName, key: string, ...field: readonly string[]): string {
  return [list, key, ...field].join('.');
}

/** The lines of a list that are part of the card, in its order. */
export function keptLines<Line extends DraftLine>(lines: readonly Line[]): Line[] {
  return lines.filter(({ removed }) => !removed);
}

/** The version that a draft would have. */
export function versionOfDraft({ id, day }: CardDraft, known: readonly CardRef[]): string {
  return versionOn(day, versionsOf(id, known));
}

/** Turns every field into what it means; a text that is no number stays a text, for the card's own check to tell. */
export function dataOf(draft: CardDraft, known: readonly CardRef[]): DraftData {
  const faults = new Map<string, string>();
  const money: ReadMoney = (place, text, parts) => {
    const read = readDollars(text, parts);
    if (read.kind === 'wrong') faults.set(place, read.problem);
    return read.kind === 'amount' ? read.parts : null;
  };
  const { base, name, service, origin, tools } = draft;
  const data = {
    ...base,
    id: draft.id,
    version: versionOfDraft(draft, known),
    name,
    service,
    origin,
    figures: draft.kind === 'own' ? 'ours' : base.figures,
    tools,
    models: keptLines(draft.models).map(modelData),
    prices: keptLines(draft.prices).map((price) => priceData(price, money)),
    plans: keptLines(draft.plans).map((plan) => planData(plan, money)),
    addOns: keptLines(draft.addOns).map((addOn) => addOnData(addOn, money)),
    packs: keptLines(draft.packs).map((pack) => packData(pack, money)),
    policies: policiesData(draft),
  };
  return { data, faults };
}

/** Reads the amount in a field; null where there is none, or none that can be meant. */
type ReadMoney = (place: string, text: string, parts: DollarParts) => number | null;

/** A number as it is written; nothing where the field is empty, and the text itself where it is no number. */
function figure(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

function modelData({ id, name, description, tools, qualities, merit, longestSide }: DraftModel) {
  const figures = { merit: figure(merit), longestSide: figure(longestSide) };
  return { id, name, description, tools, qualities, ...figures };
}

function priceData(price: DraftPrice, money: ReadMoney) {
  const { key, tool, model, quality, credits, per, unit, cost } = price;
  const providerCost = money(placeOf('prices', key, 'providerCost'), cost, millionths);
  return {
    tool,
    ...(model === null ? {} : { model }),
    ...(quality === null ? {} : { quality }),
    credits: figure(credits),
    per: figure(per),
    unit,
    ...(providerCost === null ? {} : { providerCost }),
  };
}

/** A plan as its draft says it: any figure of it may be wrong. */
export type PlanData = ReturnType<typeof planData>;

function planData(plan: DraftPlan, money: ReadMoney) {
  const { key, id, name, perSeat, rollover } = plan;
  const offer = (cadence: 'monthly' | 'annual', { offered, price, ...grant }: DraftOffer) => {
    if (!offered) return null;
    const place = placeOf('plans', key, cadence, 'priceCents');
    return { grant: grantData(grant), priceCents: money(place, price, cents) };
  };
  return {
    id,
    name,
    kind: kindOf(plan),
    perSeat,
    monthly: offer('monthly', plan.monthly),
    annual: offer('annual', plan.annual),
    rollover: rolloverData(rollover),
  };
}

/** A free plan that gets a price is no longer free; a new one that is given away for nothing is. */
function kindOf({ monthly, annual, kind, fresh }: DraftPlan): DraftPlan['kind'] {
  if (kind === 'contract' || (kind === 'paid' && !fresh)) return kind;
  const offers = [monthly, annual].filter(({ offered }) => offered);
  return offers.every(({ price }) => isNothing(price)) ? 'free' : 'paid';
}

function isNothing(price: string): boolean {
  const read = readDollars(price, cents);
  return read.kind === 'amount' && read.parts === 0;
}

function grantData({ contract, credits, everyMonths }: Omit<DraftOffer, 'offered' | 'price'>) {
  if (contract) return { kind: 'contract' };
  return { kind: 'fixed', credits: figure(credits), everyMonths };
}

function rolloverData({ kind, credits, cycles }: DraftRollover) {
  switch (kind) {
    case 'none':
    case 'all':
      return { kind };
    case 'capped':
      return { kind, credits: figure(credits) };
    case 'cycles':
      return { kind, cycles: figure(cycles) };
    default:
      return assertNever(kind);
  }
}

function addOnData(addOn: DraftAddOn, money: ReadMoney) {
  const { key, id, name, plans, credits, price, wallet } = addOn;
  const priceCents = money(placeOf('addOns', key, 'priceCents'), price, cents);
  return { id, name, plans, credits: figure(credits), priceCents, wallet };
}

function packData(pack: DraftPack, money: ReadMoney) {
  const { key, id, name, credits, price, wallet, onlyWhenUsedUp, rollover } = pack;
  return {
    id,
    name,
    credits: figure(credits),
    priceCents: money(placeOf('packs', key, 'priceCents'), price, cents),
    wallet,
    onlyWhenUsedUp,
    rollover: rolloverData(rollover),
  };
}

/** Reasons are paragraphs, with an empty line between two of them. */
function policiesData({ policies, base }: CardDraft) {
  const { refunds, expiry, renewal, unitRenewal, unitCancellation } = policies;
  return {
    ...base.policies,
    refunds: refunds.split(/\n\s*\n/).flatMap((reason) => reason.trim() || []),
    expiry: expiry.trim(),
    renewal: renewal.trim(),
    unitRenewal: unitRenewal.trim() || null,
    unitCancellation: unitCancellation.trim() || null,
  };
}
