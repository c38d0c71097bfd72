import { ORPCError, os } from '@orpc/server';
import type { Context } from './context';

/** Bugs are loud: whatever is neither an answer nor a refusal is reported before it goes on. */
export const logFailures = os.$context<Context>().middleware(async ({ context, next, path }) => {
  try {
    return await next();
  } catch (error) {
    if (!(error instanceof ORPCError)) context.studio.report(error, path.join('.'));
    throw error;
  }
});
