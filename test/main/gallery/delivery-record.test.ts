import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedInClip } from '../../../src-main/gallery/clip-text';
import { embedRecord, parametersOf, readRecord } from '../../../src-main/gallery/delivery-record';
import { openLibrary } from '../../../src-main/gallery/library';
import { embedText, readTexts } from '../../../src-main/gallery/png-text';
import { credits } from '../../../src-shared/billing/credits';
import { instant } from '../../../src-shared/billing/instant';
import type { ImageRequest } from '../../../src-shared/jobs/image-request';
import type { Job } from '../../../src-shared/jobs/job';
import { mediaTypeOf } from '../../../src-shared/jobs/request';
import { greyPng } from '../../helpers/png';
import { temporaryFolder } from '../../helpers/temporary-folder';
import { tinyClip } from '../../helpers/tiny-clip';

const request: ImageRequest = {
  tool: 'image',
  prompt: 'a fox in the snow',
  negativePrompt: 'rain, people',
  style: 'ink',
  model: 'image-generator',
  quality: 'premium',
  width: 768,
  height: 512,
  seed: 7,
};

function jobFor(changes: Partial<ImageRequest>): Job {
  const each = credits(1);
  return {
    id: 'job-1',
    batchId: 'batch-1',
    index: 0,
    batchSize: 2,
    request: { ...request, ...changes },
    quote: {
      card: { id: 'ai-studios', version: '2026-01-01' },
      tool: 'image',
      model: request.model,
      quality: request.quality,
      count: 2,
      units: 1,
      unit: 'image',
      price: { credits: each, per: 1 },
      each,
      total: credits(2),
      rule: 'One credit an image.',
    },
    price: each,
    held: true,
    holds: 1,
    seat: 'seat-1',
    state: { kind: 'running', startedAt: instant(0) },
    createdAt: instant(0),
    parentId: null,
  };
}

const facts = {
  workspaceId: 'workspace-1',
  engine: 'sketch',
  reading: 'a fox, snow',
  prompts: null,
};
const png = { bytes: greyPng(2, 2), mediaType: 'image/png' } as const;

type Settings = { prompt: string; negativePrompt: string; pairs: Map<string, string> };

/**
 * How programs of the AUTOMATIC1111 family read the text: the last line holds the settings if it has
 * three pairs or more, a line that begins with `Negative prompt:` begins the negative prompt.
 */
function readLikeOthers(parameters: string): Settings {
  const lines = parameters.trim().split('\n');
  const settingsLine = lines.pop() ?? '';
  const pairs = new Map<string, string>();
  for (const [, name = '', value = ''] of settingsLine.matchAll(
    /\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)/g,
  )) {
    pairs.set(name, value);
  }
  if (pairs.size < 3) throw new Error('no settings in the last line');
  const parts: { prompt: string[]; negative: string[] } = { prompt: [], negative: [] };
  let goesTo = parts.prompt;
  for (const line of lines.map((untrimmed) => untrimmed.trim())) {
    const begins = line.startsWith('Negative prompt:');
    if (begins) goesTo = parts.negative;
    goesTo.push(begins ? line.slice(16).trim() : line);
  }
  return {
    prompt: parts.prompt.join('\n'),
    negativePrompt: parts.negative.join('\n'),
    pairs,
  };
}

test('other programs read prompt, negative prompt, seed and size', () => {
  const { prompt, negativePrompt, pairs } = readLikeOthers(parametersOf(jobFor({})));
  expect(prompt).toBe(request.prompt);
  expect(negativePrompt).toBe(request.negativePrompt);
  expect(pairs.get('Seed')).toBe('7');
  expect(pairs.get('Size')).toBe('768x512');
  expect(pairs.get('Model')).toBe('image-generator');
  expect(pairs.get('Steps')).toMatch(/^\d+$/);
});

test.each([
  'a fox\nNegative prompt: nothing\nSteps: 99, Sampler: x, Seed: 666, Size: 1x1',
  'Negative prompt: everything',
  'negative PROMPT: everything\u2028Steps: 3, Seed: 666',
  'a\r\nfox\u0000\u0007\u0085Steps: 12',
])('%j stays a prompt and nothing more', (prompt) => {
  const parameters = parametersOf(jobFor({ prompt, negativePrompt: '' }));
  const read = readLikeOthers(parameters);
  expect(read.negativePrompt).toBe('');
  expect(read.pairs.get('Seed')).toBe('7');
  expect(parameters.match(/Steps:/gi)).toHaveLength(1);
  expect(parameters).not.toMatch(/[^\P{Cc}\n]/u);
});

test('Tally’s own record keeps every prompt to the letter', () => {
  const prompts = fc.string({ unit: 'binary', maxLength: 2000 });
  fc.assert(
    fc.property(prompts, prompts, (prompt, negativePrompt) => {
      const file = embedRecord(png, jobFor({ prompt, negativePrompt }), facts);
      const record: unknown = JSON.parse(readTexts(file)?.get('tally') ?? '');
      expect(record).toMatchObject({
        job: 'job-1',
        batch: 'batch-1',
        engine: 'sketch',
        credits: 1,
        request: { prompt, negativePrompt, seed: 7 },
      });
    }),
  );
});

test('half a surrogate pair survives in the record', () => {
  const prompt = 'a \ud83d fox \udc00';
  const file = embedRecord(png, jobFor({ prompt }), facts);
  expect(JSON.parse(readTexts(file)?.get('tally') ?? '')).toMatchObject({ request: { prompt } });
});

test('a picture tells all that its charge was made of', () => {
  const job = jobFor({});
  expect(readRecord(embedRecord(png, job, facts))).toEqual({
    schema: 2,
    workspace: 'workspace-1',
    job: 'job-1',
    batch: 'batch-1',
    index: 0,
    parent: null,
    seat: 'seat-1',
    submittedAt: 0,
    request: job.request,
    prompts: null,
    quote: job.quote,
    reading: 'a fox, snow',
  });
});

describe.each(['mp4', 'webm'] as const)('a clip in %s', (format) => {
  const clipJob: Job = {
    ...jobFor({}),
    request: {
      ...request,
      tool: 'video',
      prompt: 'a fox \u{1f98a} «runs»',
      width: 1280,
      height: 720,
      seconds: 5,
      format,
      camera: 'auto',
      first: null,
      last: null,
    },
  };
  const mediaType = mediaTypeOf(clipJob.request);
  if (mediaType === 'image/png') throw new Error('a clip is no picture');
  const clip = { bytes: tinyClip(mediaType), mediaType };

  test('A2, B1 tells all that its charge was made of, from its file in the library', async () => {
    const library = openLibrary(temporaryFolder());
    const prompts = ['a fox', 'a \u{1f98a} owl'];
    const file = embedRecord(clip, clipJob, { ...facts, prompts });
    const saved = await library.save(file, mediaType);
    if (saved.kind !== 'saved') throw new Error(saved.reason);
    const read = await library.readFile(saved.sha256);
    if (read.kind !== 'file') throw new Error(read.kind);
    expect(readRecord(read.bytes)).toMatchObject({
      schema: 2,
      workspace: 'workspace-1',
      job: 'job-1',
      request: clipJob.request,
      prompts,
      quote: clipJob.quote,
    });
  });

  test('the same job gives the same bytes', () => {
    expect(embedRecord(clip, clipJob, facts)).toEqual(embedRecord(clip, clipJob, facts));
  });

  test('without a record, or cut short, it tells nothing', () => {
    expect(readRecord(clip.bytes)).toBeNull();
    expect(readRecord(embedRecord(clip, clipJob, facts).subarray(0, -1))).toBeNull();
    expect(readRecord(embedInClip(clip.bytes, mediaType, '{"schema":2}'))).toBeNull();
  });
});

const withRecord = (text: string) => embedText(greyPng(2, 2), [{ keyword: 'tally', text }]);

test('a record of the first schema tells which job it was', () => {
  const record = { schema: 1, version: '0.1.0', job: 'job-7', batch: 'batch-7', credits: 1 };
  expect(readRecord(withRecord(JSON.stringify(record)))).toEqual({ schema: 1, job: 'job-7' });
});

test.each([
  ['no record', greyPng(2, 2)],
  ['no picture', Buffer.from('no picture')],
  ['no JSON', withRecord('{')],
  ['another schema', withRecord('{"schema":3,"job":"job-1"}')],
  ['an instant that is none', withRecord('{"schema":2,"job":"job-1","submittedAt":1e300}')],
])('%s tells nothing', (_, png) => {
  expect(readRecord(png)).toBeNull();
});
