import { type } from '@orpc/contract';
import { z } from 'zod';
import type { ProjectHistory } from '../billing/card/warnings';
import type { Asset } from '../jobs/asset';
import { requestSchema } from '../jobs/request';
import { procedure } from './refused';

/** The most batches of one press, as of `jobs.submitTogether`. */
const mostTogether = 40;

/** What was made before of what stands in the form now. */
export type Past = ProjectHistory & {
  /**
   * The outputs of the press that were delivered before by the very same request, seed and all, and are still in
   * the gallery: each once, in their order.
   */
  readonly identical: readonly Asset[];
  /** The newest result of the very same prompt that is still in the gallery; null when there is none. */
  readonly earlier: Asset | null;
};

export const past = {
  /** What the warnings of B12 need to know before a press; it costs nothing and changes nothing. */
  of: procedure
    .input(
      z.strictObject({
        batches: z
          .array(
            z.strictObject({ request: requestSchema, count: z.number().int().min(1).max(100) }),
          )
          .min(1)
          .max(mostTogether),
      }),
    )
    .output(type<Past>()),
  /** The prompts of the newest batches as they were written, newest first, each once. */
  prompts: procedure
    .input(z.strictObject({ limit: z.number().int().min(1).max(200) }))
    .output(type<{ readonly prompts: readonly string[] }>()),
};
