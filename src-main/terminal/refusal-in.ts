import { ORPCError } from '@orpc/client';
import type { Refusal } from '../../src-shared/refusal';

/** The refusal that a call of the contract threw; null for every other error, which is a bug. */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError) || !error.defined || error.code !== 'REFUSED') return null;
  const refusal: Refusal = error.data;
  return refusal;
}

/** Whether a call was turned down because its input does not fit the contract. */
export function isBadInput(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'BAD_REQUEST';
}
