import { z } from 'zod';
import { version } from '../../package.json';
import { largestBatch } from '../../src-shared/billing/card/quote';
import { qualities, toolIds } from '../../src-shared/billing/card/rate-card';
import { credits } from '../../src-shared/billing/credits';
import { instant } from '../../src-shared/billing/instant';
import type { MediaType } from '../../src-shared/jobs/asset';
import type { Job } from '../../src-shared/jobs/job';
import { requestSchema } from '../../src-shared/jobs/request';
import { embedInClip, readFromClip } from './clip-text';
import { embedText, readTexts } from './png-text';

/** The chunk that other programs read a picture's settings from. */
const parametersKeyword = 'parameters';
/** The chunk of Tally's own record, as JSON. */
const recordKeyword = 'tally';

/** What a file tells of its delivery besides the job's own settings. */
export type DeliveryFacts = {
  readonly workspaceId: string;
  readonly engine: string;
  /** What the engine said it understood of the prompt. */
  readonly reading: string;
  /** The prompts that the outputs of its batch take in turn. */
  readonly prompts: readonly string[] | null;
};

/**
 * A delivered file with Tally's record of the job that it was charged to inside; a picture also has its settings in
 * the form that other programs read. The same job gives the same bytes. Throws on a picture that is no PNG.
 */
export function embedRecord(
  file: { readonly bytes: Uint8Array; readonly mediaType: MediaType },
  job: Job,
  facts: DeliveryFacts,
): Uint8Array {
  const record = asciiJson(recordOf(job, facts));
  if (file.mediaType !== 'image/png') return embedInClip(file.bytes, file.mediaType, record);
  return embedText(file.bytes, [
    { keyword: parametersKeyword, text: parametersOf(job) },
    { keyword: recordKeyword, text: record },
  ]);
}

const wholeNumber = z.number().int().min(0);
const text = z.string();
const id = z.string().min(1).max(128);
const amount = wholeNumber.max(Number.MAX_SAFE_INTEGER).transform(credits);

const quoteSchema = z.strictObject({
  card: z.strictObject({ id: text, version: text }),
  tool: z.enum(toolIds),
  model: text,
  quality: z.enum(qualities),
  count: wholeNumber.min(1).max(largestBatch),
  units: wholeNumber,
  unit: z.enum(['image', 'second']),
  price: z.strictObject({ credits: amount, per: wholeNumber.min(1) }),
  each: amount,
  total: amount,
  rule: text,
});

const recordSchema = z.object({
  schema: z.literal(2),
  workspace: id,
  job: id,
  batch: id,
  index: wholeNumber,
  parent: id.nullable(),
  seat: z.string().max(32),
  submittedAt: z.number().int().min(-8.64e15).max(8.64e15).transform(instant),
  request: requestSchema,
  prompts: z.array(text).max(largestBatch).nullable().default(null),
  quote: quoteSchema,
  reading: text,
});

/** A record from before records named their workspace: it tells what was made, not for whom. */
const olderSchema = z.object({ schema: z.literal(1), job: id });

/** What Tally wrote into a picture when it was delivered. */
export type DeliveryRecord = z.output<typeof recordSchema> | z.output<typeof olderSchema>;

/** A record that says everything about its job. */
export type WholeRecord = Extract<DeliveryRecord, { schema: 2 }>;

/** Tally's record in a delivered file; null when it has none that can be read. */
export function readRecord(file: Uint8Array): DeliveryRecord | null {
  const texts = readTexts(file);
  const found = texts === null ? readFromClip(file) : texts.get(recordKeyword);
  if (found === null || found === undefined) return null;
  const record = z.union([recordSchema, olderSchema]).safeParse(parsed(found));
  return record.success ? record.data : null;
}

function recordOf(job: Job, { workspaceId, engine, reading, prompts }: DeliveryFacts) {
  return {
    schema: 2,
    version,
    workspace: workspaceId,
    job: job.id,
    batch: job.batchId,
    index: job.index,
    parent: job.parentId,
    seat: job.seat,
    submittedAt: job.createdAt,
    engine,
    reading,
    request: job.request,
    ...(prompts === null ? {} : { prompts }),
    card: job.quote.card,
    credits: job.price,
    quote: job.quote,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Only ASCII, so that every string comes back exactly, half surrogate pairs included. */
function asciiJson(record: ReturnType<typeof recordOf>): string {
  return JSON.stringify(record).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The settings in the words of the AUTOMATIC1111 family: the prompt, a line for the negative prompt,
 * and a last line of settings. Readers want `Steps` and `Sampler`; Sketch paints in one go.
 */
export function parametersOf({ request }: Job): string {
  const settings = {
    Steps: 1,
    Sampler: 'Tally Sketch',
    Seed: request.seed,
    Size: `${request.width}x${request.height}`,
    Model: request.model,
    Style: request.style,
    Quality: request.quality,
    Version: `Tally ${version}`,
  };
  const negative = inOneLine(request.negativePrompt);
  return [
    inOneLine(request.prompt),
    ...(negative === '' ? [] : [`Negative prompt: ${negative}`]),
    Object.entries(settings)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
  ].join('\n');
}

/**
 * A prompt that readers can't mistake for more than a prompt: they tell its end by line breaks and
 * by `Negative prompt:` and `Steps:`. Tally's own record keeps it to the letter.
 */
function inOneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replaceAll(/(negative prompt|steps):/gi, '$1 :')
    .trim();
}
