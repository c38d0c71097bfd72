import { z } from 'zod';

/** The figures of a contract as they are entered (A6); whether they can be meant is said by a refusal. */
export const contractFigures = z
  .strictObject({
    seats: z.number(),
    /** Credits of each seat. */
    credits: z.number(),
    everyMonths: z.union([z.literal(1), z.literal(12)]),
    /** Cents a seat and cycle; null when no price is kept. */
    priceCents: z.number().nullable(),
  })
  .nullable();
