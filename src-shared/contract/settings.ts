import { type } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './refused';

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
});

export type Settings = z.output<typeof settingsSchema>;

export const settings = {
  read: procedure.output(type<Settings>()),
  change: procedure.input(settingsSchema.partial()).output(type<Settings>()),
};
