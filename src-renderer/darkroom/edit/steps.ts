import type { EditRequest } from '../../../src-shared/jobs/edit-request';

/** The share of the work done, 0..1. */
export type Step = { readonly fraction: number };

/** Short steps of work on a canvas; the last says in a sentence what was done. */
export type Steps = Generator<Step, { readonly reading: string }>;

/** What an edit asks for besides what is done to which picture. */
export type EditLook = Omit<EditRequest, 'tool' | 'action' | 'source'>;

/** Work that counts from 0 to 1, as the part of the whole between two shares. */
export function* within<Result>(
  work: Generator<number, Result>,
  from: number,
  to: number,
): Generator<Step, Result> {
  let step = work.next();
  while (step.done !== true) {
    yield { fraction: from + (to - from) * Math.min(1, Math.max(0, step.value)) };
    step = work.next();
  }
  return step.value;
}
