import { oc, type } from '@orpc/contract';
import type { Refusal } from '../refusal';

/**
 * The start of every procedure. Whatever Tally refuses arrives as the one typed error `REFUSED`,
 * whose data is the refusal; any other error is a bug.
 */
export const procedure = oc.errors({ REFUSED: { status: 422, data: type<Refusal>() } });
