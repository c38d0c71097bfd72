import {
  type ClientPromiseResult,
  isDefinedError,
  type ORPCError,
  type ThrowableError,
} from '@orpc/client';
import { describeRefusal, type Refusal } from '../../src-shared/refusal';

/** What came of a call: its answer, Tally's refusal, or no answer at all. */
export type Answer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unanswered'; readonly message: string };

type CallError = ThrowableError | ORPCError<'REFUSED', Refusal>;

/** Waits for a call and turns its typed refusal into data; nothing is thrown. */
export async function ask<Value>(
  call: ClientPromiseResult<Value, CallError>,
): Promise<Answer<Value>> {
  try {
    return { kind: 'answered', value: await call };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal !== null) return { kind: 'refused', refusal };
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'unanswered', message };
  }
}

/** The refusal that a thrown error carries; null when it is any other error. */
function refusalIn(error: unknown): Refusal | null {
  const thrown = error as CallError;
  return isDefinedError(thrown) && thrown.code === 'REFUSED' ? thrown.data : null;
}

/** The sentence for a person when a call was not answered with what it was asked for. */
export function sentenceOf(answer: Exclude<Answer<unknown>, { kind: 'answered' }>): string {
  return answer.kind === 'refused'
    ? describeRefusal(answer.refusal)
    : 'Tally did not answer; nothing was changed as far as this window knows. Try again.';
}
