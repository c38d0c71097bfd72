import type { Bench } from '../maker';

/** How long it works before it listens, in milliseconds: well below the 50 ms in which a cancel is heeded. */
const spell = 25;

/** Runs work that yields its share after every small step, with pauses in between; null when it was cancelled. */
export async function inSpells<Result>(
  work: Generator<number, Result>,
  bench: Pick<Bench, 'signal' | 'pause'>,
  share: (done: number) => void,
): Promise<Result | null> {
  for (;;) {
    const ends = performance.now() + spell;
    let step = work.next();
    while (step.done !== true && performance.now() < ends) step = work.next();
    if (bench.signal.aborted) return null;
    if (step.done === true) return step.value;
    share(step.value);
    await bench.pause();
  }
}
