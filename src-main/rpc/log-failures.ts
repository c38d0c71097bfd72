import { ORPCError, os } from '@orpc/server';
import { isDiskFull } from '../store/sqlite';
import type { Context } from './context';
import { refuse } from './refuse';

/** A full disk is refused like any other wish; a bug is loud: it is reported before it goes on. */
export const logFailures = os.$context<Context>().middleware(async ({ context, next, path }) => {
  try {
    return await next();
  } catch (error) {
    const folder = context.studio.dataFolder;
    if (isDiskFull(error)) refuse({ code: 'data-unusable', reason: 'disk-full', folder });
    if (!(error instanceof ORPCError)) context.studio.report(error, path.join('.'));
    throw error;
  }
});
