import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Books, readBooks } from './books';
import { type Chance, chanceOf } from './seeded-random';
import { batchIdOf, filesIn, type Opened, type VictimOptions } from './victim-talk';

/** What a kill interrupted; one kill may interrupt several things at once. */
const interruptions = [
  'starting',
  'opening and recovering',
  'checking',
  'submitting',
  'running',
  'saving a file',
  'file saved, not settled',
  'idle',
] as const;
type Interruption = (typeof interruptions)[number];

export type ChaosReport = {
  readonly seed: number;
  readonly kills: number;
  readonly interrupted: Readonly<Record<Interruption, number>>;
  readonly problems: readonly string[];
  readonly delivered: number;
  readonly charged: number;
  readonly cycles: number;
  readonly requeued: number;
  readonly swept: number;
};

/** ChatNow's price of a picture by its swift model. */
const price = 2;
/** A month of the studio passes in a few seconds, so that cycles turn under fire, too. */
const pace = 2_000_000;
const firstInstant = Date.UTC(2026, 0, 31, 10);
const setBack = 20 * 86_400_000;

/** What one life of the victim told before it was killed. */
type Life = { readonly lines: readonly string[]; readonly died: string | null };

/**
 * Starts the victim again and again on the same folder, kills it each time at another instant, looks at
 * what that left, and lets it finish at the end.
 */
export async function causeChaos(
  victim: string,
  kills: number,
  seed: number,
): Promise<ChaosReport> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-chaos-'));
  const chaos = new Chaos(victim, folder, seed);
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
  private readonly seed: number;
  private readonly chance: Chance;
  private readonly began = Date.now();
  private readonly interrupted = new Map<Interruption, number>();
  private readonly problems: string[] = [];
  private batch = 1;
  private readonly acknowledged = new Set<string>();
  private requeued = 0;
  private swept = 0;
  private books: Books | null = null;

  constructor(victim: string, folder: string, seed: number) {
    this.victim = victim;
    this.folder = folder;
    this.seed = seed;
    this.chance = chanceOf(seed);
  }

  isSound(): boolean {
    return this.problems.length === 0;
  }

  async killOnce(turn: number): Promise<void> {
    const life = await liveUntil(this.start(false), aimOf(turn, this.chance));
    this.learn(life);
    if (life.died !== null) this.problems.push(`it ended by itself: ${life.died}`);
    this.books = readBooks(this.folder);
    this.problems.push(...(this.books?.problems ?? []));
    for (const id of this.acknowledged) {
      if (this.books?.batches.has(id) !== true) this.problems.push(`the batch ${id} is gone`);
    }
    for (const what of this.interruptionsOf(life)) {
      this.interrupted.set(what, (this.interrupted.get(what) ?? 0) + 1);
    }
  }

  /** The last start: the queue runs empty, and all must add up. */
  async finish(): Promise<void> {
    const life = await liveUntil(this.start(true), { line: null, count: 1, delay: 0 });
    this.learn(life);
    if (life.died !== '') this.problems.push(`it did not finish: ${life.died}`);
    if (!life.lines.some((line) => line.startsWith('finished '))) {
      this.problems.push('the queue never ran empty');
    }
    const books = readBooks(this.folder);
    this.books = books;
    if (books === null) return void this.problems.push('there are no books at the end');
    this.problems.push(...books.problems);
    if (books.unfinished > 0) this.problems.push(`${books.unfinished} jobs never ended`);
    if (books.charged !== price * books.delivered) {
      this.problems.push(`${books.charged} were charged for ${books.delivered} pictures`);
    }
    const files = this.libraryFiles();
    if (files.length !== books.files.size) {
      this.problems.push(`${files.length} files for ${books.files.size} delivered ones`);
    }
  }

  report(kills: number): ChaosReport {
    const count = (what: Interruption) => [what, this.interrupted.get(what) ?? 0] as const;
    return {
      seed: this.seed,
      kills,
      interrupted: Object.fromEntries(interruptions.map(count)) as ChaosReport['interrupted'],
      problems: this.problems,
      delivered: this.books?.delivered ?? 0,
      charged: this.books?.charged ?? 0,
      cycles: this.books?.cycles ?? 0,
      requeued: this.requeued,
      swept: this.swept,
    };
  }

  private start(finish: boolean): ChildProcess {
    const clockSetBack = this.chance.below(5) === 0 ? setBack : 0;
    const options: VictimOptions = {
      folder: this.folder,
      seed: this.chance.below(2 ** 32),
      batch: this.batch,
      time: firstInstant + (Date.now() - this.began) * pace - clockSetBack,
      pace,
      finish,
    };
    return spawn(process.execPath, [this.victim, JSON.stringify(options)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** What the victim said counts: a batch that was acknowledged is not sent again, any other is. */
  private learn({ lines }: Life): void {
    for (const line of lines) {
      const [word, figure] = line.split(' ');
      if (word === 'submitting') this.batch = Number(figure);
      if (word === 'submitted') {
        this.batch = Number(figure) + 1;
        this.acknowledged.add(batchIdOf('0', Number(figure)));
      }
      if (word === 'opened' || word === 'finished') {
        this.examine(JSON.parse(line.slice(line.indexOf('{'))) as Opened);
      }
    }
  }

  private examine({ verification, dangling, requeued, swept }: Opened): void {
    this.requeued += requeued;
    this.swept += swept;
    if (verification.kind !== 'sound') this.problems.push(JSON.stringify(verification));
    for (const name of dangling) this.problems.push(`nothing points to the file ${name}`);
    if (requeued !== (this.books?.running ?? 0)) {
      this.problems.push(`${this.books?.running} jobs were cut off, ${requeued} came back`);
    }
  }

  private interruptionsOf({ lines }: Life): Interruption[] {
    if (lines.length === 0) return ['starting'];
    const said = (word: string) => lines.some((line) => line.startsWith(word));
    if (!said('checking')) return ['opening and recovering'];
    if (!said('opened ')) return ['checking'];
    const found: Interruption[] = [];
    if (lines.findLast((line) => line.startsWith('submit'))?.startsWith('submitting')) {
      found.push('submitting');
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

/** When to kill: so many milliseconds after the line was said for the `count`-th time; null: never. */
type Aim = { readonly line: string | null; readonly count: number; readonly delay: number };

/** Every part of a life is aimed at in turn; where in it the kill falls is left to chance. */
function aimOf(turn: number, chance: Chance): Aim {
  const aims: readonly (() => Aim)[] = [
    // Before it said anything at all, and while it opens, recovers and checks.
    () => ({ line: '', count: 1, delay: chance.below(200) }),
    () => ({ line: 'opening', count: 1, delay: chance.below(30) }),
    () => ({ line: 'checking', count: 1, delay: chance.below(30) }),
    () => ({ line: 'opened', count: 1, delay: chance.below(300) }),
    () => ({ line: 'opened', count: 1, delay: chance.below(300) }),
    () => ({ line: 'submitting', count: 1 + chance.below(20), delay: chance.below(4) }),
    () => ({ line: 'running', count: 1 + chance.below(40), delay: chance.below(8) }),
    () => ({ line: 'produced', count: 1 + chance.below(40), delay: chance.below(6) }),
    () => ({ line: 'produced', count: 1 + chance.below(40), delay: chance.below(6) }),
  ];
  const aim = aims[turn % aims.length];
  if (aim === undefined) throw new Error('there is nothing to aim at');
  return aim();
}

/** A victim that never says what was waited for is killed all the same, after so many milliseconds. */
const longestLife = 5_000;
const longestFinish = 120_000;

async function liveUntil(child: ChildProcess, aim: Aim): Promise<Life> {
  const lines: string[] = [];
  let errors = '';
  let rest = '';
  const shoot = async () => {
    await pause(aim.delay);
    child.kill('SIGKILL');
  };
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  child.stdout?.on('data', (text) => {
    const said = `${rest}${text}`.split('\n');
    rest = said.pop() ?? '';
    lines.push(...said);
    const heard = lines.filter((line) => aim.line !== null && line.startsWith(aim.line)).length;
    if (heard >= aim.count) void shoot();
  });
  if (aim.line === '') void shoot();
  const limit = setTimeout(
    () => child.kill('SIGKILL'),
    aim.line === null ? longestFinish : longestLife,
  );
  const died = await new Promise<string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      if (signal === 'SIGKILL') resolve(null);
      else resolve(status === 0 ? '' : `status ${status}, ${signal}: ${errors}`);
    });
  });
  clearTimeout(limit);
  return { lines, died };
}
