import { setImmediate as breathe } from 'node:timers/promises';

/** Does long work step by step and lets everything else have its turn in between. */
export async function unhurried<Answer>(work: Generator<unknown, Answer>): Promise<Answer> {
  let step = work.next();
  while (step.done !== true) {
    await breathe();
    step = work.next();
  }
  return step.value;
}
