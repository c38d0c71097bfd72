import type {
  AddOn,
  CardModel,
  CardTool,
  Pack,
  Plan,
  Price,
  Quality,
  RateCard,
  Rollover,
  ToolId,
} from '../../src-shared/billing/card/rate-card';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import { cents, dollarsText, millionths } from './dollars';
import { dayForNext, ownId, versionsOf } from './next-version';

/** A line of a list in the form; a removed one stays in sight, so that it can be put back. */
export type DraftLine = {
  readonly key: string;
  readonly removed: boolean;
  readonly fresh: boolean;
};

/** Figures are texts here, as they stand in their fields: what they mean is read by `draft-data.ts`. */
export type DraftPrice = DraftLine & {
  readonly tool: ToolId;
  /** Null: for every model of the tool. */
  readonly model: string | null;
  /** Null: for both qualities. */
  readonly quality: Quality | null;
  readonly credits: string;
  readonly per: string;
  readonly unit: Price['unit'];
  /** Dollars a unit that the provider asks; empty where it is not known. */
  readonly cost: string;
};

export type DraftRollover = {
  readonly kind: Rollover['kind'];
  readonly credits: string;
  readonly cycles: string;
};

/** What a plan grants and costs in one cadence. */
export type DraftOffer = {
  readonly offered: boolean;
  /** The figures come with each contract; the card has none. */
  readonly contract: boolean;
  readonly credits: string;
  readonly everyMonths: 1 | 12;
  /** Dollars; empty where no price is named. */
  readonly price: string;
};

export type DraftPlan = DraftLine & {
  readonly id: string;
  readonly name: string;
  readonly kind: Plan['kind'];
  readonly perSeat: boolean;
  readonly monthly: DraftOffer;
  readonly annual: DraftOffer;
  readonly rollover: DraftRollover;
};

export type DraftAddOn = DraftLine & {
  readonly id: string;
  readonly name: string;
  readonly plans: readonly string[];
  readonly credits: string;
  readonly price: string;
  readonly wallet: AddOn['wallet'];
};

export type DraftPack = DraftLine & {
  readonly id: string;
  readonly name: string;
  readonly credits: string;
  readonly price: string;
  readonly wallet: Pack['wallet'];
  readonly onlyWhenUsedUp: boolean;
  readonly rollover: DraftRollover;
};

export type DraftModel = DraftLine & {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tools: readonly ToolId[];
  readonly qualities: readonly Quality[];
  readonly merit: string;
  readonly longestSide: string;
};

export type DraftTool = Pick<CardTool, 'id' | 'name' | 'metering' | 'rule'>;

export type DraftPolicies = {
  readonly refunds: string;
  readonly expiry: string;
  readonly renewal: string;
  readonly unitRenewal: string;
  readonly unitCancellation: string;
};

/** A card as it stands in the editor. */
export type CardDraft = {
  /** `own`: a card with an id of its own; `version`: a newer version of the card it was made from. */
  readonly kind: 'own' | 'version';
  readonly from: CardRef;
  /** What has no field is as it is here. */
  readonly base: RateCard;
  readonly id: string;
  /** The day from which prices go by it, as YYYY-MM-DD. */
  readonly day: string;
  readonly name: string;
  readonly service: string;
  readonly origin: string;
  readonly tools: readonly DraftTool[];
  readonly policies: DraftPolicies;
} & Lines;

/** The lists of a card that the editor has lines for. */
export type DraftLists = {
  readonly models: DraftModel;
  readonly prices: DraftPrice;
  readonly plans: DraftPlan;
  readonly addOns: DraftAddOn;
  readonly packs: DraftPack;
};
export type ListName = keyof DraftLists;
/** The lines of each list. */
export type Lines = { readonly [Name in ListName]: readonly DraftLists[Name][] };

/** What says of a card of one's own where its figures come from, until somebody says it better. */
const ownOrigin = 'Figures of our own, made with Tally.';

/** A new version of a card: same id, a newer day. */
export function newVersionOf(card: RateCard, known: readonly CardRef[], today: string): CardDraft {
  return {
    ...draftOf(card),
    kind: 'version',
    day: dayForNext(today, versionsOf(card.id, known)),
  };
}

/** A card of one's own that starts with everything another one says, under an id that is free. */
export function ownCardFrom(card: RateCard, known: readonly CardRef[], today: string): CardDraft {
  const name = card.name.startsWith('My ') ? card.name : `My ${card.name}`;
  return {
    ...draftOf(card),
    kind: 'own',
    id: ownId(card.id, known),
    day: today,
    name,
    service: name,
    origin: ownOrigin,
  };
}

function draftOf(card: RateCard): Omit<CardDraft, 'kind' | 'day'> {
  const { id, version, name, service, origin, tools } = card;
  return {
    from: { id, version },
    base: card,
    id,
    name,
    service,
    origin,
    tools,
    models: card.models.map((model) => ({ ...lineOf(model.id), ...draftModel(model) })),
    prices: card.prices.map((price, index) => ({ ...lineOf(`${index}`), ...draftPrice(price) })),
    plans: card.plans.map((plan) => ({ ...lineOf(plan.id), ...draftPlan(plan) })),
    addOns: card.addOns.map((addOn) => ({ ...lineOf(addOn.id), ...draftAddOn(addOn) })),
    packs: card.packs.map((pack) => ({ ...lineOf(pack.id), ...draftPack(pack) })),
    policies: draftPolicies(card.policies),
  };
}

function lineOf(key: string): DraftLine {
  return { key, removed: false, fresh: false };
}

function draftModel(model: CardModel): Omit<DraftModel, keyof DraftLine> {
  const { merit, longestSide } = model;
  return { ...model, merit: String(merit), longestSide: String(longestSide) };
}

function draftPrice(price: Price): Omit<DraftPrice, keyof DraftLine> {
  const { tool, unit, providerCost } = price;
  return {
    tool,
    model: price.model ?? null,
    quality: price.quality ?? null,
    credits: String(price.credits),
    per: String(price.per),
    unit,
    cost: providerCost === undefined ? '' : dollarsText(providerCost, millionths),
  };
}

function draftPlan(plan: Plan): Omit<DraftPlan, keyof DraftLine> {
  const { id, name, kind, perSeat } = plan;
  return {
    id,
    name,
    kind,
    perSeat,
    monthly: draftOffer(plan, 'monthly'),
    annual: draftOffer(plan, 'annual'),
    rollover: draftRollover(plan.rollover),
  };
}

function draftOffer(plan: Plan, cadence: 'monthly' | 'annual'): DraftOffer {
  const offer = plan[cadence];
  const grant = offer?.grant ?? null;
  const fixed = grant?.kind === 'fixed' ? grant : null;
  return {
    offered: offer !== null,
    contract: grant === null ? plan.kind === 'contract' : grant.kind === 'contract',
    credits: fixed === null ? '' : String(fixed.credits),
    everyMonths: cadence === 'monthly' ? 1 : (fixed?.everyMonths ?? 1),
    price: priceText(offer?.priceCents ?? null),
  };
}

function draftAddOn({ priceCents, credits, ...addOn }: AddOn): Omit<DraftAddOn, keyof DraftLine> {
  return { ...addOn, credits: String(credits), price: priceText(priceCents) };
}

function draftPack(pack: Pack): Omit<DraftPack, keyof DraftLine> {
  const { priceCents, credits, rollover, ...terms } = pack;
  const figures = { credits: String(credits), price: priceText(priceCents) };
  return { ...terms, ...figures, rollover: draftRollover(rollover) };
}

function draftRollover(rollover: Rollover): DraftRollover {
  return {
    kind: rollover.kind,
    credits: rollover.kind === 'capped' ? String(rollover.credits) : '',
    cycles: rollover.kind === 'cycles' ? String(rollover.cycles) : '',
  };
}

function draftPolicies(policies: RateCard['policies']): DraftPolicies {
  const { refunds, expiry, renewal, unitRenewal, unitCancellation } = policies;
  return {
    refunds: refunds.join('\n\n'),
    expiry,
    renewal,
    unitRenewal: unitRenewal ?? '',
    unitCancellation: unitCancellation ?? '',
  };
}

function priceText(priceCents: number | null): string {
  return priceCents === null ? '' : dollarsText(priceCents, cents);
}

/** Whether two drafts would make the same card. */
export function isSameDraft(left: CardDraft, right: CardDraft): boolean {
  return JSON.stringify(meant(left)) === JSON.stringify(meant(right));
}

/** A draft without what is not part of the card: lines that were added and removed again. */
function meant(draft: CardDraft): CardDraft {
  const kept = <Line extends DraftLine>(lines: readonly Line[]) =>
    lines.filter(({ removed, fresh }) => !(removed && fresh));
  return {
    ...draft,
    models: kept(draft.models),
    prices: kept(draft.prices),
    plans: kept(draft.plans),
    addOns: kept(draft.addOns),
    packs: kept(draft.packs),
  };
}
