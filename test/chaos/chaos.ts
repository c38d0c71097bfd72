import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Acknowledged } from './acknowledged';
import { aimOf, type Life, liveUntil, noAim } from './aims';
import { type Books, readBooks, readBooksOf } from './books';
import type { ChaosCard } from './chaos-cards';
import { type Chance, chanceOf } from './seeded-random';
import { filesIn, type Opened, type VictimOptions } from './victim-talk';

/** What a kill interrupted; one kill may interrupt several things at once. */
const interruptions = [
  'starting',
  'opening and recovering',
  'checking',
  'submitting',
  'ordering',
  'crossing a boundary',
  'backing up',
  'restoring',
  'running',
  'saving a file',
  'file saved, not settled',
  'idle',
] as const;
type Interruption = (typeof interruptions)[number];

/** What the victim says when it begins something, and when that is done. */
const unfinishedTalk: readonly (readonly [start: string, end: string, what: Interruption])[] = [
  ['submitting', 'submitted', 'submitting'],
  ['ordering', 'ordered', 'ordering'],
  ['jumping', 'jumped', 'crossing a boundary'],
  ['backing up', 'backed up', 'backing up'],
  ['restoring', 'restored', 'restoring'],
];

export type ChaosReport = {
  readonly card: ChaosCard;
  readonly seed: number;
  readonly kills: number;
  readonly interrupted: Readonly<Record<Interruption, number>>;
  readonly problems: readonly string[];
  readonly delivered: number;
  readonly charged: number;
  readonly grants: number;
  readonly orders: number;
  readonly bills: number;
  /** The most jobs in the books at once whose hold has moved at least once. */
  readonly heldAnew: number;
  /** How often a backup took the ledger's place. */
  readonly restored: number;
  readonly requeued: number;
  readonly swept: number;
};

/** A month of the studio passes in a few seconds, so that cycles turn under fire, too. */
const pace = 2_000_000;
const firstInstant = Date.UTC(2026, 0, 31, 10);
const day = 86_400_000;

/**
 * Starts the victim again and again on the same folder, kills it each time at another instant, looks at
 * what that left, and lets it finish at the end.
 */
export async function causeChaos(
  victim: string,
  card: ChaosCard,
  kills: number,
  seed: number,
): Promise<ChaosReport> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-chaos-'));
  const chaos = new Chaos(victim, folder, card, seed);
  try {
    let killed = 0;
    // The first thing that is wrong says more than all that follows from it.
    for (; killed < kills && chaos.isSound(); killed += 1) await chaos.killOnce(killed);
    if (chaos.isSound()) await chaos.finish();
    return chaos.report(killed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Chaos {
  private readonly victim: string;
  private readonly folder: string;
  private readonly card: ChaosCard;
  private readonly seed: number;
  private readonly chance: Chance;
  private readonly began = Date.now();
  private readonly interrupted = new Map<Interruption, number>();
  private readonly problems: string[] = [];
  private readonly acknowledged = new Acknowledged();
  /** How far the victim's clock was set ahead so far, in milliseconds. */
  private ahead = 0;
  private requeued = 0;
  private swept = 0;
  private restored = 0;
  private heldAnew = 0;
  /** Whether an older state came back since the last start that was seen through. */
  private isOlder = false;
  /** Whether a head of the ledger had been kept when the victim was started. */
  private hasHead = false;
  private isClosing = false;
  private books: Books | null = null;

  constructor(victim: string, folder: string, card: ChaosCard, seed: number) {
    this.victim = victim;
    this.folder = folder;
    this.card = card;
    this.seed = seed;
    this.chance = chanceOf(seed);
  }

  isSound(): boolean {
    return this.problems.length === 0;
  }

  /** One life; it ends by a kill, or by itself when a backup took the ledger's place. */
  async killOnce(turn: number): Promise<void> {
    const aside = this.countAside();
    const life = await liveUntil(this.start(false), aimOf(turn, this.chance));
    const restored = life.lines.find((line) => line.startsWith('restoring '))?.slice(10);
    this.learn(life);
    if (life.died !== null && !(life.died === '' && life.lines.at(-1) === 'restored')) {
      this.problems.push(`it ended by itself: ${life.died}`);
    }
    if (restored !== undefined && this.hasTakenPlace(aside)) this.goBackTo(restored);
    // What a kill while closing left is put in order by the first start that gets so far.
    const isRecovered = life.lines.includes('checking');
    this.isClosing = restored !== undefined || (this.isClosing && !isRecovered);
    this.books = readBooks(this.folder, this.isClosing);
    this.heldAnew = Math.max(this.heldAnew, this.books?.heldAnew ?? 0);
    this.problems.push(...(this.books?.problems ?? []));
    this.problems.push(...this.acknowledged.missingIn(this.books));
    for (const what of this.interruptionsOf(life)) {
      this.interrupted.set(what, (this.interrupted.get(what) ?? 0) + 1);
    }
  }

  /** The last start: the queue runs empty, and all must add up. */
  async finish(): Promise<void> {
    const life = await liveUntil(this.start(true), noAim);
    this.learn(life);
    if (life.died !== '') this.problems.push(`it did not finish: ${life.died}`);
    if (!life.lines.some((line) => line.startsWith('finished '))) {
      this.problems.push('the queue never ran empty');
    }
    const books = readBooks(this.folder);
    this.books = books;
    if (books === null) return void this.problems.push('there are no books at the end');
    this.problems.push(...books.problems, ...this.acknowledged.missingIn(books));
    if (books.unfinished > 0) this.problems.push(`${books.unfinished} jobs never ended`);
    if (books.charged !== books.due) {
      this.problems.push(`${books.charged} were charged for pictures of ${books.due}`);
    }
    const files = this.libraryFiles();
    if (files.length !== books.files.size) {
      this.problems.push(`${files.length} files for ${books.files.size} delivered ones`);
    }
  }

  report(kills: number): ChaosReport {
    const count = (what: Interruption) => [what, this.interrupted.get(what) ?? 0] as const;
    return {
      card: this.card,
      seed: this.seed,
      kills,
      interrupted: Object.fromEntries(interruptions.map(count)) as ChaosReport['interrupted'],
      problems: this.problems,
      delivered: this.books?.delivered ?? 0,
      charged: this.books?.charged ?? 0,
      grants: this.books?.grants ?? 0,
      orders: this.books?.orders.size ?? 0,
      bills: this.books?.bills ?? 0,
      heldAnew: this.heldAnew,
      restored: this.restored,
      requeued: this.requeued,
      swept: this.swept,
    };
  }

  private start(finish: boolean): ChildProcess {
    // Now and then somebody has set the clock back, by days or by months.
    const back = [20, 100][this.chance.below(8)] ?? 0;
    this.hasHead = existsSync(join(this.folder, 'heads', 'head.json'));
    const options: VictimOptions = {
      folder: this.folder,
      seed: this.chance.below(2 ** 32),
      card: this.card,
      batch: this.acknowledged.batch,
      order: this.acknowledged.order,
      time: firstInstant + (Date.now() - this.began) * pace + this.ahead - back * day,
      pace,
      finish,
    };
    return spawn(process.execPath, [this.victim, JSON.stringify(options)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** What the victim said counts: what was acknowledged must be there for good. */
  private learn({ lines }: Life): void {
    for (const line of lines) {
      const [word, figure] = line.split(' ');
      if (word === 'jumping') this.ahead += Math.max(0, Number(figure)) * day;
      if (word === 'opened' || word === 'finished') {
        this.examine(JSON.parse(line.slice(line.indexOf('{'))) as Opened);
      }
      const problem = this.acknowledged.hear(line);
      if (problem !== null) this.problems.push(problem);
    }
    // A life that is seen to its end says twice what its one start found.
    if (lines.some((line) => line.startsWith('opened'))) this.isOlder = false;
  }

  private examine({ verification, found, dangling, requeued, swept }: Opened): void {
    this.requeued += requeued;
    this.swept += swept;
    if (verification.kind !== 'sound') this.problems.push(JSON.stringify(verification));
    // An older state is found at the first start after it came back, unless that was killed once all was settled;
    // and nothing speaks for a ledger of which no head was kept yet.
    const isPossible =
      found === 'sound' ||
      (found === 'older-backup' && this.isOlder) ||
      (found === 'unproven' && !this.hasHead);
    if (!isPossible) this.problems.push(`the start found it ${found}`);
    for (const name of dangling) this.problems.push(`nothing points to the file ${name}`);
    if (requeued !== (this.books?.running ?? 0)) {
      this.problems.push(`${this.books?.running} jobs were cut off, ${requeued} came back`);
    }
  }

  private countAside(): number {
    return readdirSync(this.folder).filter((name) => name.startsWith('set-aside-')).length;
  }

  /** Whether the ledger was set aside and a backup stands in its place, or is the only one that can. */
  private hasTakenPlace(asideBefore: number): boolean {
    const ledger = join(this.folder, 'tally.sqlite');
    if (this.countAside() === asideBefore) return false;
    return !existsSync(ledger) || !existsSync(`${ledger}.unfinished`);
  }

  private goBackTo(backup: string): void {
    const books = readBooksOf(join(this.folder, 'backups', backup));
    if (books === null) return void this.problems.push(`nothing can be read in ${backup}`);
    this.problems.push(...books.problems);
    this.acknowledged.goBackTo(books);
    this.restored += 1;
    this.isOlder = true;
  }

  private interruptionsOf({ lines }: Life): Interruption[] {
    if (lines.length === 0) return ['starting'];
    const said = (word: string) => lines.some((line) => line.startsWith(word));
    if (!said('checking')) return ['opening and recovering'];
    if (!said('opened ')) return ['checking'];
    const found: Interruption[] = [];
    for (const [start, end, what] of unfinishedTalk) {
      const last = lines.findLast((line) => line.startsWith(start) || line.startsWith(end));
      if (last?.startsWith(start)) found.push(what);
    }
    if ((this.books?.running ?? 0) > 0) found.push('running');
    const files = this.libraryFiles();
    if (files.some((name) => name.endsWith('.part'))) found.push('saving a file');
    const isSettled = (name: string) => this.books?.files.has(name.slice(0, 64)) === true;
    if (files.some((name) => name.endsWith('.png') && !isSettled(name))) {
      found.push('file saved, not settled');
    }
    return found.length > 0 ? found : ['idle'];
  }

  private libraryFiles(): string[] {
    return filesIn(join(this.folder, 'library'));
  }
}
