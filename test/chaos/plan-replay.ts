import { assertNever } from '../../src-shared/assert-never';
import { PlanClaims, type Terms } from './plan-claims';
import type { KeptLine, KeptOrder, KeptWish, PlanRows } from './plan-rows';

type WishOf<Kind extends KeptWish['kind']> = Extract<KeptWish, { kind: Kind }>;

type Unit = {
  readonly plans: readonly string[];
  readonly wallet: string;
  readonly creditsEach: number;
  readonly centsEach: number | null;
  count: number;
  cancelled: number;
  /** The month of its last renewal; null before the first. */
  month: number | null;
};

type Run = {
  readonly number: number;
  terms: Terms;
  waiting: Terms | 'end' | null;
  cycleEnds: number;
  /** The month of the last base grants. */
  period: number;
  /** What each seat was granted in the running grant period. */
  readonly granted: Map<string, number>;
  readonly units: Map<string, Unit>;
};

/** A start of a month at which something came or was billed. */
type Turn = { readonly run: number; readonly month: number; readonly at: number };

/**
 * Follows the orders through time and claims every bill and every grant that comes of them: each order is billed once
 * and brings its credit once, a cycle follows the one before it without a gap, and a seat has its allowance once a
 * grant period. Knows nothing of calendars: when a month starts is for others to check.
 */
export function followPlans(rows: PlanRows): {
  readonly problems: readonly string[];
  /** When plans ended: base and add-on credit from before has lapsed. */
  readonly ends: readonly number[];
} {
  const replay = new PlanReplay(new PlanClaims(rows));
  const turns = turnsOf(rows);
  for (const order of rows.orders) {
    // At one instant the month starts before anything is ordered.
    const due = turns.findIndex(({ at }) => at > order.at);
    for (const turn of turns.splice(0, due === -1 ? turns.length : due)) replay.turn(turn);
    replay.place(order);
  }
  for (const turn of turns) replay.turn(turn);
  return replay.finish(rows.position);
}

class PlanReplay {
  private readonly claims: PlanClaims;
  private readonly ends: number[] = [];
  private run: Run | null = null;
  private started = 0;
  private readonly seats = new Map<string, boolean>();

  constructor(claims: PlanClaims) {
    this.claims = claims;
  }

  finish(position: number): { problems: readonly string[]; ends: readonly number[] } {
    this.endBy(position);
    const isLate = this.run !== null && this.run.cycleEnds <= position;
    this.claims.expect(!isLate, 'a cycle was never billed');
    this.claims.finish();
    return { problems: this.claims.problems, ends: this.ends };
  }

  turn({ run: number, month, at }: Turn): void {
    this.endBy(at);
    const { run } = this;
    const name = `subscription-${number}:${month}`;
    if (run?.number !== number) {
      this.claims.expect(false, `${name} came though that plan had ended`);
      return;
    }
    const cycle = this.claims.line(`${name}:plan`);
    if (cycle !== null) this.beginCycle(run, cycle);
    if (cycle !== null || month === run.period + run.terms.everyMonths) {
      run.period = month;
      run.granted.clear();
      for (const seat of this.active()) this.fill(run, `${name}:base:${seat}`, seat, null);
    }
    this.renewUnits(run, name, month);
  }

  place({ id, at, wish }: KeptOrder): void {
    this.endBy(at);
    const { run } = this;
    if (wish.kind === 'start-plan') this.start(at, wish);
    else if (run !== null) this.placeIn(run, id, wish);
    else this.claims.expect(wish.kind === 'use-card', `${id} was placed while no plan ran`);
  }

  private placeIn(run: Run, id: string, wish: Exclude<KeptWish, { kind: 'start-plan' }>): void {
    switch (wish.kind) {
      case 'change-plan':
        this.change(run, id, wish);
        break;
      case 'end-plan':
        run.waiting = 'end';
        break;
      case 'keep-plan':
        run.waiting = null;
        break;
      case 'add-seat':
        this.addSeat(run, id, wish.seat ?? `seat-${this.seats.size + 1}`);
        break;
      case 'remove-seat':
        this.claims.expect(this.seats.get(wish.seat) === true, `${id} removes no active seat`);
        this.seats.set(wish.seat, false);
        break;
      case 'buy-units':
        this.buyUnits(run, id, wish);
        break;
      case 'cancel-units':
        this.cancelUnits(run, id, wish.unit, wish.count);
        break;
      case 'keep-units':
        this.cancelUnits(run, id, wish.unit, -wish.count);
        break;
      case 'use-card':
        break;
      case 'buy-pack':
        this.buyPack(id, wish);
        break;
      default:
        assertNever(wish);
    }
  }

  private endBy(at: number): void {
    const { run } = this;
    if (run?.waiting !== 'end' || run.cycleEnds > at) return;
    this.ends.push(run.cycleEnds);
    this.run = null;
  }

  private start(at: number, wish: WishOf<'start-plan'>): void {
    this.claims.expect(this.run === null, `a plan was started at ${at} while another ran`);
    const terms = this.claims.termsOf(wish);
    this.started += 1;
    for (const seat of this.seats.keys()) this.seats.set(seat, false);
    const count = wish.contract?.seats ?? wish.seats;
    for (let number = 1; number <= count; number += 1) this.seats.set(`seat-${number}`, true);
    this.run = {
      number: this.started,
      terms,
      waiting: null,
      cycleEnds: at,
      period: 0,
      granted: new Map(),
      units: new Map(),
    };
    this.turn({ run: this.started, month: 0, at });
  }

  private beginCycle(run: Run, { id, at, name, ...line }: KeptLine): void {
    const { claims } = this;
    if (run.waiting !== null && run.waiting !== 'end') run.terms = run.waiting;
    run.waiting = null;
    const { room, priceCents, credits } = run.terms;
    for (const seat of this.active().slice(room)) this.seats.set(seat, false);
    const seats = this.active().length;
    const cents = priceCents === null ? null : priceCents * seats;
    const follows = at === run.cycleEnds && line.cycle_starts_at === at && line.cycle_ends_at > at;
    claims.expect(follows, `${id} bills no cycle that follows the one before`);
    claims.expect(name === run.terms.name, `${id} bills ${name} for ${run.terms.name}`);
    claims.expect(line.quantity === seats, `${id} bills ${line.quantity} seats, not ${seats}`);
    claims.expect(line.cents === cents, `${id} asks ${line.cents} cents, not ${cents}`);
    claims.expect(line.credits === credits * seats, `${id} names ${line.credits} credits`);
    run.cycleEnds = line.cycle_ends_at;
  }

  private renewUnits(run: Run, name: string, month: number): void {
    for (const [order, unit] of run.units) {
      const isWanted = unit.wallet === 'pool' || this.seats.get(unit.wallet) === true;
      unit.count -= unit.cancelled;
      unit.cancelled = 0;
      if (unit.count === 0 || !isWanted || !unit.plans.includes(run.terms.planId)) {
        run.units.delete(order);
        continue;
      }
      const isNext = unit.month === null || unit.month + 1 === month;
      this.claims.expect(isNext, `the units of ${order} skipped a month before ${month}`);
      unit.month = month;
      this.takeUnits(`${name}:add-on:${order}`, unit, null);
    }
  }

  private change(run: Run, id: string, wish: WishOf<'change-plan'>): void {
    const terms = this.claims.termsOf(wish);
    const line = this.claims.line(`${id}:upgrade`);
    if (line === null) {
      const isSame = terms.planId === run.terms.planId && terms.cadence === run.terms.cadence;
      run.waiting = isSame ? null : terms;
      return;
    }
    this.claims.expect(terms.credits > run.terms.credits, `${id} was taken for an upgrade`);
    run.terms = terms;
    run.waiting = null;
    for (const unit of run.units.values()) {
      if (!unit.plans.includes(terms.planId)) unit.cancelled = unit.count;
    }
    const active = this.active();
    const fills = active.map((seat) => this.fill(run, `${id}:base:${seat}`, seat, id));
    const credits = fills.reduce((sum, missing) => sum + missing, 0);
    this.claims.expect(line.quantity === active.length, `${line.id} bills ${line.quantity} seats`);
    this.expectFair(line, terms, credits);
  }

  private addSeat(run: Run, id: string, seat: string): void {
    this.claims.expect(this.seats.get(seat) !== true, `${id} adds a seat that is active`);
    this.seats.set(seat, true);
    this.claims.expect(this.active().length <= run.terms.room, `${id} adds a seat too many`);
    const credits = this.fill(run, `${id}:base:${seat}`, seat, id);
    const line = this.claims.line(`${id}:seat`);
    if (line !== null) this.expectFair(line, run.terms, credits);
  }

  /** Claims the grant by which a seat comes to its full allowance, and answers how much that is. */
  private fill(run: Run, lot: string, wallet: string, order: string | null): number {
    const before = run.granted.get(wallet) ?? 0;
    const credits = Math.max(0, run.terms.credits - before);
    run.granted.set(wallet, before + credits);
    if (credits > 0) this.claims.granted(lot, { wallet, source: 'base', credits, order });
    return credits;
  }

  /** A bill for part of a cycle: no more than the whole costs. */
  private expectFair(line: KeptLine, { priceCents }: Terms, credits: number): void {
    const { id, cents, quantity } = line;
    const isFair = cents === null || (cents >= 0 && cents <= (priceCents ?? 0) * quantity);
    this.claims.expect(isFair, `${id} asks ${cents} cents`);
    this.claims.expect(line.credits === credits, `${id} names ${line.credits} credits`);
  }

  private buyUnits(run: Run, id: string, wish: WishOf<'buy-units'>): void {
    const { addOns } = this.claims.card(wish.card);
    const addOn = addOns.find((each) => each.id === wish.addOnId);
    if (addOn === undefined) throw new Error(`${id} buys what is not on its card`);
    const unit: Unit = {
      plans: addOn.plans,
      wallet: addOn.wallet === 'pool' ? 'pool' : wish.seat,
      creditsEach: addOn.credits,
      centsEach: addOn.priceCents,
      count: wish.count,
      cancelled: 0,
      month: null,
    };
    run.units.set(id, unit);
    this.takeUnits(`${id}:add-on`, unit, id);
  }

  private takeUnits(id: string, unit: Unit, order: string | null): void {
    const { count, creditsEach, centsEach, wallet } = unit;
    const credits = creditsEach * count;
    this.claims.granted(id, { wallet, source: 'add-on', credits, order });
    this.claims.billed(id, count, centsEach, credits);
  }

  private cancelUnits(run: Run, id: string, order: string, count: number): void {
    const unit = run.units.get(order);
    if (unit === undefined) throw new Error(`${id} names units that are not there`);
    unit.cancelled += count;
    const fits = unit.cancelled >= 0 && unit.cancelled <= unit.count;
    this.claims.expect(fits, `${id} leaves ${unit.cancelled} of ${unit.count} units cancelled`);
  }

  private buyPack(id: string, { card, packId, seat }: WishOf<'buy-pack'>): void {
    const pack = this.claims.card(card).packs.find((each) => each.id === packId);
    if (pack === undefined) throw new Error(`${id} buys what is not on its card`);
    const wallet = pack.wallet === 'pool' ? 'pool' : seat;
    const { credits, priceCents } = pack;
    this.claims.granted(`${id}:pack`, { wallet, source: 'pack', credits, order: id });
    this.claims.billed(`${id}:pack`, 1, priceCents, credits);
  }

  private active(): string[] {
    return [...this.seats].flatMap(([seat, active]) => (active ? [seat] : []));
  }
}

/** Every later start of a month that left a bill or a grant, in its order. */
function turnsOf({ lines, grants }: PlanRows): Turn[] {
  const turns = new Map<string, Turn>();
  for (const { id, at } of [...lines, ...grants.map(({ lot, at }) => ({ id: lot, at }))]) {
    const found = /^subscription-(\d+):(\d+):/.exec(id);
    if (found === null || found[2] === '0') continue;
    const [name, run, month] = found;
    if (!turns.has(name)) turns.set(name, { run: Number(run), month: Number(month), at });
  }
  return [...turns.values()].sort(
    (left, right) => left.run - right.run || left.month - right.month,
  );
}
