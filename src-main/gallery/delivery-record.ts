import { version } from '../../package.json';
import type { Job } from '../../src-shared/jobs/job';
import { embedText } from './png-text';

/** The chunk that other programs read a picture's settings from. */
const parametersKeyword = 'parameters';
/** The chunk of Tally's own record, as JSON. */
const recordKeyword = 'tally';

/**
 * A picture with its settings inside, in the form that other programs read, and with Tally's record
 * of the job that it was charged to. The same job gives the same bytes. Throws on what is no PNG.
 */
export function embedRecord(png: Uint8Array, job: Job, engine: string): Uint8Array {
  return embedText(png, [
    { keyword: parametersKeyword, text: parametersOf(job) },
    { keyword: recordKeyword, text: asciiJson(recordOf(job, engine)) },
  ]);
}

function recordOf(job: Job, engine: string) {
  return {
    schema: 1,
    version,
    job: job.id,
    batch: job.batchId,
    index: job.index,
    parent: job.parentId,
    engine,
    request: job.request,
    card: job.quote.card,
    credits: job.price,
  };
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
