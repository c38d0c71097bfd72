import { type } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './refused';

/** What stands unsent in a form, as JSON text, by the name of the form. */
export type Drafts = Readonly<Record<string, string>>;

/** Characters of one form: a full list of presets or templates fits, escapes and all. */
const longestDraft = 512 * 1024;

const form = z.string().regex(/^[a-z-]{1,32}$/);

export const drafts = {
  read: procedure.output(type<{ readonly drafts: Drafts }>()),
  /** Keeps a form over a restart; an empty text forgets it. */
  keep: procedure
    .input(z.strictObject({ form, text: z.string().max(longestDraft) }))
    .output(type<Record<string, never>>()),
};
