import { expect } from 'vitest';
import { type Credits, credits } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import { spendableCredits } from '../../src-shared/billing/lots/burn-order';
import { type Entry, foldEntries } from '../../src-shared/billing/lots/entry';
import {
  hasExpired,
  type Lot,
  type LotSource,
  type LotTerms,
} from '../../src-shared/billing/lots/lot';
import {
  type HeldPart,
  planCharge,
  planExpiry,
  planGrant,
  planHolds,
  planRelease,
} from '../../src-shared/billing/lots/plan-entries';

/** The instant of a day in a story; a day may have a fraction. */
export const day = (number: number): Instant => instant(Math.round(number * 86_400_000));

/** The terms of a lot named after its source; without more words a seat's, from day 0 to day 30. */
export function terms(id: string, granted: number, more: Partial<LotTerms> = {}): LotTerms {
  const source: LotSource = id.startsWith('add-on')
    ? 'add-on'
    : id.startsWith('pack')
      ? 'pack'
      : 'base';
  return {
    id,
    wallet: { id: 'seat', kind: 'seat' },
    source,
    startsAt: day(0),
    expiresAt: day(30),
    granted: credits(granted),
    ...more,
  };
}

const firstTurn = { kind: 'cycle', subscription: 'plan', index: 0 } as const;

/** A ledger in memory that a story moves by the planning functions alone. */
class StoryLedger {
  readonly entries: Entry[] = [];

  get lots(): Lot[] {
    return [...foldEntries(this.entries).values()];
  }

  heldBy(job: string): HeldPart[] {
    const settled = this.entries.some(
      (entry) => entry.id.startsWith(`charge:${job}:`) || entry.id.startsWith(`release:${job}:`),
    );
    if (settled) return [];
    return this.entries
      .filter((entry) => entry.id.startsWith(`hold:${job}:`))
      .map(({ lotId, credits }) => ({ lotId, credits }));
  }

  /** Does what one line of a story says; the answer is what was refused, or null. */
  act(at: Instant, [verb, ...words]: readonly string[]): string | null {
    const [name = '', figure] = words;
    const held = this.heldBy(name);
    switch (verb) {
      case 'grant':
        this.entries.push(planGrant({ terms: grantedTerms(at, words), cause: firstTurn }));
        return null;
      case 'hold':
        return this.hold(at, words);
      case 'charge': {
        const amount = figure === undefined ? total(held) : credits(Number(figure));
        this.entries.push(...planCharge(name, held, amount, foldEntries(this.entries), at));
        return null;
      }
      case 'release':
        this.entries.push(...planRelease(name, held, foldEntries(this.entries), at));
        return null;
      case 'expire':
        for (const lot of this.lots.filter((candidate) => hasExpired(candidate, at))) {
          if (lot.available > 0) this.entries.push(planExpiry(lot, lot.available, lot.expiresAt));
        }
        return null;
      case 'look':
        return null;
      default:
        throw new Error(`a story has no word «${verb}»`);
    }
  }

  private hold(at: Instant, words: readonly string[]): string | null {
    const requests = words
      .join(' ')
      .split(',')
      .map((request) => request.trim().split(' '))
      .map(([job = '', figure]) => ({ job, credits: credits(Number(figure)) }));
    const plan = planHolds(this.lots, requests, at);
    if (plan.kind === 'not-enough-credits') return `missing ${plan.missing}`;
    this.entries.push(...plan.entries);
    return null;
  }
}

function total(parts: readonly HeldPart[]): Credits {
  return credits(parts.reduce((sum, part) => sum + part.credits, 0));
}

/** `NAME AMOUNT [until DAY] [pool]`, from the day of the line on. */
function grantedTerms(at: Instant, words: readonly string[]): LotTerms {
  const [name = '', figure] = words;
  const until = words.indexOf('until');
  return terms(name, Number(figure), {
    startsAt: at,
    ...(until < 0 ? {} : { expiresAt: day(Number(words[until + 1])) }),
    ...(words.includes('pool') ? { wallet: { id: 'pool', kind: 'pool' } } : {}),
  });
}

/** What a line expects: `missing N`, `spendable N`, or a lot's `available held spent expired`. */
function expectLine(ledger: StoryLedger, at: Instant, refused: string | null, expected: string) {
  const lots = ledger.lots;
  const told = expected.split(';').map((part) => part.trim());
  const found = told.map((part) => {
    const [name] = part.split(' ');
    if (name === 'missing') return refused;
    if (name === 'spendable') return `spendable ${spendableCredits(lots, at)}`;
    const lot = lots.find((candidate) => candidate.id === name);
    return lot && `${name} ${lot.available} ${lot.held} ${lot.spent} ${lot.expired}`;
  });
  return { told, found, refusedUntold: refused !== null && !told.includes(refused) };
}

/**
 * Plays a story told as a table, one line a step, `day | what is done | what must hold then`:
 *
 *     0 | grant base 16 until 31 | base 16 0 0 0
 *     1 | hold fox 5             | base 11 5 0 0; spendable 11
 *     2 | hold owl 12            | missing 1
 *     3 | charge fox             | base 11 0 5 0
 *
 * Done: `grant LOT AMOUNT [until DAY] [pool]`, `hold JOB AMOUNT, JOB AMOUNT …`,
 * `charge JOB [AMOUNT]`, `release JOB`, `expire`, `look`. The four figures of a lot are available,
 * held, spent and expired; after every line they must add up to what was granted.
 */
export function playStory(table: string): readonly Entry[] {
  const ledger = new StoryLedger();
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [number, done, expected] = line.split('|').map((cell) => cell.trim());
    if (number === undefined || done === undefined || expected === undefined) {
      throw new Error(`a line of a story has three cells: ${line}`);
    }
    const at = day(Number(number));
    const refused = ledger.act(at, done.split(/\s+/));
    const { told, found, refusedUntold } = expectLine(ledger, at, refused, expected);
    expect(found, line).toEqual(told);
    expect(refusedUntold, `${line}: refused, ${refused}`).toBe(false);
    for (const lot of ledger.lots) {
      expect(lot.available + lot.held + lot.spent + lot.expired, line).toBe(lot.granted);
    }
  }
  return ledger.entries;
}
