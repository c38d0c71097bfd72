import { describe, expect, test } from 'vitest';
import type { Request } from '../../src-shared/jobs/request';
import { greyPng } from '../helpers/png';
import { enlarged } from '../helpers/studio-requests';
import type { TestStudio } from '../helpers/test-studio';
import { foxRequest } from '../helpers/test-studio';
import { allEnded, make, submissionFor, submit, submitOne, workingFlow } from './flow';

/** What is known before a press that asks for so many of the fox. */
function past(flow: TestStudio, request: Partial<typeof foxRequest> = {}, count = 1) {
  return flow.client.past.of({ batches: [{ request: { ...foxRequest, ...request }, count }] });
}

/** Submits a fox so many times with following seeds and waits for them. */
async function foxes(flow: TestStudio, request: Partial<Request>, count = 1) {
  const { jobs } = await flow.client.jobs.submit(
    await submissionFor(flow, { ...foxRequest, ...request } as typeof foxRequest, { count }),
  );
  await allEnded(flow);
  return jobs;
}

describe('what was made before', () => {
  test('B8, B12 of a prompt: its tries, what they cost, and its newest result', async () => {
    const flow = await workingFlow();
    expect(await past(flow)).toEqual({
      triesOfPrompt: 0,
      spentOnPrompt: 0,
      lastModel: null,
      hasResult: false,
      earlier: null,
      identical: [],
    });
    await foxes(flow, { seed: 1 }, 2);
    flow.clock.advance(1000);
    const [newest] = await foxes(flow, { seed: 9, style: 'oil' });
    await foxes(flow, { prompt: 'a hare' });
    const known = await past(flow, { prompt: ` ${foxRequest.prompt}` });
    expect(known).toMatchObject({
      triesOfPrompt: 2,
      spentOnPrompt: 3,
      lastModel: foxRequest.model,
      hasResult: true,
    });
    expect(known.earlier?.jobId).toBe(newest?.id);
  });

  test('B8 what cost nothing was no try', async () => {
    const flow = await workingFlow();
    await flow.client.jobs.pause();
    const job = await submitOne(flow, { request: { prompt: foxRequest.prompt } });
    expect(await past(flow)).toMatchObject({ triesOfPrompt: 1, spentOnPrompt: 1 });
    await flow.client.jobs.cancel({ jobId: job.id });
    expect(await past(flow)).toMatchObject({ triesOfPrompt: 0, spentOnPrompt: 0 });
  });

  test('B12 a clip after pictures is no switch of model', async () => {
    const flow = await workingFlow();
    await foxes(flow, { seed: 3 });
    const { tool: _tool, ...look } = foxRequest;
    const clip: Request = {
      ...look,
      tool: 'video',
      model: 'video-generator',
      width: 1280,
      height: 720,
      seconds: 5,
      format: 'mp4',
      camera: 'auto',
      first: null,
      last: null,
    };
    const beforeClip = await flow.client.past.of({ batches: [{ request: clip, count: 1 }] });
    expect(beforeClip.lastModel).toBeNull();
    expect((await past(flow)).lastModel).toBe(foxRequest.model);
  });

  test('B12 batches that are compared are one try', async () => {
    const flow = await workingFlow();
    const batches = await Promise.all(
      (['ink', 'oil', 'flat'] as const).map((style) =>
        submissionFor(flow, { ...foxRequest, style }),
      ),
    );
    await flow.client.jobs.submitTogether({ batches });
    await allEnded(flow);
    expect(await past(flow)).toMatchObject({ triesOfPrompt: 1, spentOnPrompt: 3 });
  });

  test('B8 without words it is all but the seed that was tried before', async () => {
    const flow = await workingFlow();
    const bring = async (side: number) =>
      (await flow.client.pictures.bringIn({ file: greyPng(side, side) })).sha256;
    const one: Request = { ...enlarged(await bring(300), 300), prompt: '' };
    const other: Request = { ...enlarged(await bring(200), 200), prompt: '' };
    await make(flow, one);
    const triesOf = async (request: Request) =>
      (await flow.client.past.of({ batches: [{ request, count: 1 }] })).triesOfPrompt;
    expect(await triesOf({ ...one, seed: 77 })).toBe(1);
    expect(await triesOf(other)).toBe(0);
  });

  test('of alternatives: only presses that made all of them', async () => {
    const flow = await workingFlow();
    const template = 'a {red|blue} fox';
    await foxes(flow, { prompt: 'a red fox' });
    expect(await past(flow, { prompt: template }, 2)).toMatchObject({ triesOfPrompt: 0 });
    await foxes(flow, { prompt: template }, 2);
    expect(await past(flow, { prompt: template }, 2)).toMatchObject({
      triesOfPrompt: 1,
      spentOnPrompt: 2,
    });
    expect(await past(flow, { prompt: 'a red fox' })).toMatchObject({ triesOfPrompt: 2 });
  });
});

describe('the identical result', () => {
  test('is found by model, prompt, seed and settings alike, each output by itself', async () => {
    const flow = await workingFlow();
    const jobs = await foxes(flow, { seed: 5 }, 3);
    const found = async (request: Partial<typeof foxRequest>, count = 1) =>
      (await past(flow, request, count)).identical.map(({ jobId }) => jobId);
    const ids = jobs.map(({ id }) => id);
    expect(await found({ seed: 5 })).toEqual(ids.slice(0, 1));
    expect(await found({ seed: 5 }, 3)).toEqual(ids);
    expect(await found({ seed: 6 }, 5)).toEqual(ids.slice(1));
    for (const other of [{ seed: 99 }, { width: 640 }, { style: 'oil' }, { negativePrompt: 'x' }]) {
      expect(await found({ seed: 5, ...other })).toEqual([]);
    }
  });

  test('that was taken out of the gallery is not offered', async () => {
    const flow = await workingFlow();
    const [job] = await foxes(flow, { seed: 5 });
    await flow.client.gallery.remove({ assetIds: [job?.id ?? ''] });
    expect(await past(flow, { seed: 5 })).toMatchObject({
      identical: [],
      earlier: null,
      hasResult: false,
      triesOfPrompt: 1,
    });
  });
});

test('prompts come back as they were written, newest first, each once', async () => {
  const flow = await workingFlow();
  await foxes(flow, { prompt: 'a {red|blue} fox' }, 2);
  flow.clock.advance(1000);
  await foxes(flow, { prompt: 'a hare' });
  flow.clock.advance(1000);
  await foxes(flow, { prompt: 'a {red|blue} fox' }, 2);
  await flow.client.jobs.pause();
  flow.clock.advance(1000);
  await submit(flow, { request: { prompt: 'waiting' } });
  const { prompts } = await flow.client.past.prompts({ limit: 10 });
  expect(prompts).toEqual(['waiting', 'a {red|blue} fox', 'a hare']);
  expect((await flow.client.past.prompts({ limit: 1 })).prompts).toEqual(['waiting']);
});
