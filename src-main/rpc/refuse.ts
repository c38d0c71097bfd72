import { ORPCError } from '@orpc/server';
import { describeRefusal, type Refusal } from '../../src-shared/refusal';

/** Says no in the way the contract promises: the one typed error, with the refusal as its data. */
export function refuse(refusal: Refusal): never {
  throw new ORPCError('REFUSED', {
    status: 422,
    defined: true,
    message: describeRefusal(refusal),
    data: refusal,
  });
}
