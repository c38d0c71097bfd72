import { add, type Credits, noCredits, shareOf, subtract, sum } from '../credits';
import { type Instant, instant } from '../instant';
import { bucketsOf, type Entry } from '../lots/entry';
import type { InvoiceLine } from '../plan/invoice-line';
import type { Future, FutureEvent, FuturePoint } from './future';
import { eventsOf, type Lack, ranOutEvent } from './future-events';
import { type NearDay, nearDay } from './near-day';
import type { Happened, Standing } from './rehearsal';
import { wholeTimes } from './whole-times';

/** The most points of a plot: more than are seen. */
const mostPoints = 400;
/** How many of them days may take; the rest is for what happens at an instant. */
const dayPoints = 300;
const dayLength = 86_400_000;

/** Keeps what happens on the way into a future: points, events and totals. */
export class FutureDiary {
  private readonly standing: Standing;
  private readonly until: Instant;
  /** A point every so many days. */
  private readonly stride: number;
  private readonly points: FuturePoint[] = [];
  private readonly events: FutureEvent[] = [];
  private readonly lines: InvoiceLine[] = [];
  private readonly nearDay: NearDay;
  private lastStep: Instant;
  private available: Credits;
  private granted = noCredits;
  private spent = noCredits;
  private unmet = noCredits;
  private lapsed = noCredits;
  private days = 0;
  private runsOutAt: Instant | null = null;
  private lack: Omit<Lack, 'until'> | null = null;

  constructor(standing: Standing, until: Instant) {
    this.standing = standing;
    this.until = until;
    this.stride = 1 + wholeTimes(dayPoints * dayLength, until - standing.at);
    this.lastStep = standing.at;
    this.nearDay = nearDay(standing.at, standing.account.timeZone);
    this.available = availableIn(standing);
    this.addPoint(standing.at);
  }

  /** A month started, a lot came to its date, or an order was placed. */
  happened({ step, before, entries }: Happened): void {
    const { at } = step;
    this.lastStep = at;
    const lapsed = sum(entries.filter(isLoss).map((entry) => entry.credits));
    const granted = sum(step.grants.map(({ terms }) => terms.granted));
    if (granted > noCredits) this.endLack(at);
    this.addPoint(at);
    for (const entry of entries) this.move(entry);
    this.addPoint(at);
    this.lapsed = add(this.lapsed, lapsed);
    this.granted = add(this.granted, granted);
    this.lines.push(...step.lines);
    this.events.push(...eventsOf(before, step, lapsed, this.nearDay));
  }

  /** Jobs of the queue were charged what they held. */
  charged(amount: Credits): void {
    this.spent = add(this.spent, amount);
  }

  /** A day's spending, told in the middle of the day: what was paid, and whose wishes found no credit. */
  dayPassed(at: Instant, spent: Credits, unmet: Credits, lacking: readonly string[]): void {
    this.spent = add(this.spent, spent);
    this.unmet = add(this.unmet, unmet);
    this.available = subtract(this.available, spent);
    this.days += 1;
    if (this.days % this.stride === 0) this.addPoint(at);
    if (unmet === noCredits) return;
    if (this.lack === null) this.addPoint(at);
    const before = this.lack ?? {
      at: this.emptyAt(at, spent, unmet),
      credits: noCredits,
      seats: [],
    };
    this.lack = {
      at: before.at,
      credits: add(before.credits, unmet),
      seats: [...new Set([...before.seats, ...lacking])],
    };
    this.runsOutAt ??= before.at;
  }

  close(end: Standing): Future {
    this.endLack(this.until);
    this.addPoint(this.until);
    const { standing, until, granted, spent, unmet, lapsed, runsOutAt } = this;
    const prices = this.lines.map(({ cents }) => cents);
    return {
      from: standing.at,
      until,
      points: thinned(this.points),
      events: this.events.toSorted((a, b) => a.at - b.at),
      totals: {
        opening: creditIn(standing),
        granted,
        spent,
        unmet,
        lapsed,
        cents: prices.reduce<number>((total, cents) => total + (cents ?? 0), 0),
        unpriced: prices.filter((cents) => cents === null).length,
        closing: creditIn(end),
      },
      runsOutAt,
    };
  }

  /** When in the first half of a day credit was used up, as if it was spent evenly; not before what happened last. */
  private emptyAt(middle: Instant, spent: Credits, unmet: Credits): Instant {
    const passed = shareOf(dayLength, spent, spent + unmet);
    const empty = Math.min(middle, middle - dayLength / 2 + passed);
    return instant(Math.max(this.lastStep, empty));
  }

  private move(entry: Entry): void {
    const buckets = bucketsOf(entry);
    if (buckets === null || buckets.to === 'available') {
      this.available = add(this.available, entry.credits);
    } else if (buckets.from === 'available') {
      this.available = subtract(this.available, entry.credits);
    }
  }

  private endLack(at: Instant): void {
    if (this.lack === null) return;
    const { seats } = this.standing.account;
    const isTeam = seats.filter(({ active }) => active).length > 1;
    const named = this.lack.seats.map((id) => seats.find((seat) => seat.id === id)?.name || id);
    const lack = { ...this.lack, until: at, seats: isTeam ? named : [] };
    this.events.push(ranOutEvent(lack, this.nearDay));
    this.lack = null;
  }

  private addPoint(at: Instant): void {
    const last = this.points.at(-1);
    if (last?.at === at && last.available === this.available) return;
    this.points.push({ at, available: this.available });
  }
}

function isLoss(entry: Entry): boolean {
  return bucketsOf(entry)?.to === 'expired';
}

function availableIn({ lots, at }: Standing): Credits {
  return sum(lots.filter((lot) => at < lot.expiresAt).map((lot) => lot.available));
}

function creditIn({ lots }: Standing): Credits {
  return sum(lots.map((lot) => add(lot.available, lot.held)));
}

/** At most `mostPoints` of the points, evenly picked, the first and the last among them. */
function thinned(points: readonly FuturePoint[]): FuturePoint[] {
  if (points.length <= mostPoints) return [...points];
  const picked = Array.from({ length: mostPoints }, (_, index) =>
    wholeTimes(mostPoints - 1, index * (points.length - 1)),
  );
  return picked.flatMap((index) => points[index] ?? []);
}
