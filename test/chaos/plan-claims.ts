import type { KeptCard, KeptGrant, KeptLine, PlanRows, PlanWish } from './plan-rows';

/** What a plan promises, as its card and its order say. */
export type Terms = {
  readonly planId: string;
  readonly cadence: string;
  readonly name: string;
  readonly credits: number;
  readonly everyMonths: number;
  readonly priceCents: number | null;
  readonly room: number;
};

type Due = Pick<KeptGrant, 'wallet' | 'source' | 'credits' | 'order'>;

/** The bills and the grants of the books, each to be claimed once by what it follows from. */
export class PlanClaims {
  readonly problems: string[] = [];
  private readonly cards: readonly KeptCard[];
  private readonly lines: Map<string, KeptLine>;
  private readonly grants: Map<string, KeptGrant>;

  constructor({ cards, lines, grants }: PlanRows) {
    this.cards = cards;
    this.lines = new Map(lines.map((line) => [line.id, line]));
    this.grants = new Map(grants.map((grant) => [grant.lot, grant]));
  }

  expect(holds: boolean, what: string): void {
    if (!holds) this.problems.push(what);
  }

  /** The bill of this id; null when there is none. */
  line(id: string): KeptLine | null {
    const line = this.lines.get(id) ?? null;
    this.lines.delete(id);
    return line;
  }

  /** A bill of so many at a price each, with what it brought. */
  billed(id: string, quantity: number, centsEach: number | null, credits: number): KeptLine | null {
    const line = this.line(id);
    if (line === null) {
      this.problems.push(`${id} was not billed`);
      return null;
    }
    const cents = centsEach === null ? null : centsEach * quantity;
    this.expect(line.quantity === quantity, `${id} bills ${line.quantity}, not ${quantity}`);
    this.expect(line.cents === cents, `${id} asks ${line.cents} cents, not ${cents}`);
    this.expect(line.credits === credits, `${id} names ${line.credits} credits, not ${credits}`);
    return line;
  }

  /** A grant that must be there, just like this. */
  granted(lot: string, { wallet, source, credits, order }: Due): void {
    const grant = this.grants.get(lot);
    this.grants.delete(lot);
    if (grant === undefined) return void this.problems.push(`the lot ${lot} was never granted`);
    const isDue =
      grant.wallet === wallet &&
      grant.source === source &&
      grant.credits === credits &&
      grant.order === order;
    this.expect(isDue, `the lot ${lot} is ${JSON.stringify(grant)}, not ${credits} for ${wallet}`);
  }

  /** Whatever nobody has claimed follows from nothing. */
  finish(): void {
    for (const id of this.lines.keys()) this.problems.push(`the bill ${id} follows from no order`);
    for (const id of this.grants.keys()) this.problems.push(`the lot ${id} follows from no order`);
  }

  card({ id, version }: PlanWish['card']): KeptCard {
    const card = this.cards.find((each) => each.id === id && each.version === version);
    if (card === undefined) throw new Error(`the card ${id} ${version} was not kept`);
    return card;
  }

  termsOf({ card, planId, cadence, contract }: PlanWish): Terms {
    const plan = this.card(card).plans.find(({ id }) => id === planId);
    const offer = plan?.[cadence] ?? null;
    const figures = offer?.grant.kind === 'contract' ? contract : offer?.grant;
    if (!plan || !offer || !figures) throw new Error(`${planId} (${cadence}) can't be had`);
    return {
      planId,
      cadence,
      name: plan.name,
      credits: figures.credits,
      everyMonths: cadence === 'monthly' ? 1 : figures.everyMonths,
      priceCents: contract === null ? offer.priceCents : contract.priceCents,
      room: contract?.seats ?? (plan.perSeat ? 500 : 1),
    };
  }
}
