import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src-main/gallery/delivery-record';
import { inputSize, readInput } from '../../src-main/jobs/read-input';
import type { EditRequest } from '../../src-shared/jobs/edit-request';
import { greyPng } from '../helpers/png';
import { assemblyOf, enlarged, foxClip } from '../helpers/studio-requests';
import type { TestStudio } from '../helpers/test-studio';
import { foxRequest } from '../helpers/test-studio';
import { balance, entriesOf, make, refusalOf, restart, submissionFor, workingFlow } from './flow';

const absent = 'ab'.repeat(32);
const square = greyPng(300, 300);

const bringSquare = (flow: TestStudio) => flow.client.pictures.bringIn({ file: square });

describe('a picture that is brought in', () => {
  test('is kept beside the library, costs nothing, and survives a restart', async () => {
    const flow = await workingFlow();
    const brought = await bringSquare(flow);
    expect(brought).toMatchObject({ width: 300, height: 300 });
    expect(await bringSquare(flow)).toEqual(brought);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    expect((await flow.client.gallery.list({ after: null, limit: 10 })).items).toEqual([]);
    const again = await restart(flow);
    const { ports } = again.studio;
    expect(await readInput(ports, brought.sha256)).toEqual(Buffer.from(square));
    expect(inputSize(ports, brought.sha256)).toEqual({ width: 300, height: 300 });
    expect(ports.library.has(brought.sha256)).toBe(false);
  });

  test('that is none is refused with the reason', async () => {
    const flow = await workingFlow();
    const call = flow.client.pictures.bringIn({ file: Uint8Array.of(0) });
    expect(await refusalOf(call)).toEqual({
      code: 'picture-unreadable',
      reason: 'it is no PNG',
    });
  });
});

describe('reading what something is made from', () => {
  test('a delivered picture as well as one that was brought in; null for one that is gone', async () => {
    const flow = await workingFlow();
    const { ports } = flow.studio;
    const job = await make(flow, foxRequest);
    const { sha256 } = ports.assets.asset(job.id) ?? { sha256: '' };
    expect(readRecord((await readInput(ports, sha256)) ?? Buffer.alloc(0))).toMatchObject({
      job: job.id,
    });
    expect(inputSize(ports, sha256)).toEqual({ width: 1, height: 1 });
    expect(await readInput(ports, absent)).toBeNull();
    expect(inputSize(ports, absent)).toBeNull();
  });

  test('an altered one is not read', async () => {
    const flow = await workingFlow();
    const { sha256 } = await bringSquare(flow);
    const { inputs } = flow.studio.ports;
    rmSync(inputs.pathOf(sha256));
    expect(await readInput(flow.studio.ports, sha256)).toBeNull();
  });
});

describe('B1 a picture made from a picture', () => {
  test('its engine gets the file; it is charged as a picture', async () => {
    const flow = await workingFlow();
    const { sha256 } = await bringSquare(flow);
    const job = await make(flow, enlarged(sha256, 300));
    expect(job.state.kind).toBe('done');
    expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'charge 1']);
    expect(flow.engine.orders[0]?.inputs).toEqual(new Map([[sha256, Buffer.from(square)]]));
  });

  test.each<[string, (sha256: string) => EditRequest, object]>([
    ['a picture that is gone', () => enlarged(absent, 300), { code: 'input-missing' }],
    [
      'a size that does not follow from the picture',
      (sha256) => enlarged(sha256, 299),
      { code: 'source-size-differs', expected: { width: 600, height: 600 } },
    ],
    [
      'a mask that is gone',
      (sha256) => ({
        ...enlarged(sha256, 150),
        action: { kind: 'inside', mask: absent, strength: 50 },
      }),
      { code: 'input-missing', sha256: absent },
    ],
  ])('%s is refused before anything is held', async (_what, requestOf, refusal) => {
    const flow = await workingFlow();
    const { sha256 } = await bringSquare(flow);
    const call = submissionFor(flow, requestOf(sha256)).then(flow.client.jobs.submit);
    expect(await refusalOf(call)).toMatchObject(refusal);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  });
});

describe('clips', () => {
  test.each(['mp4', 'webm'] as const)(
    'A2 a %s is charged, kept and found as what it is',
    async (format) => {
      const flow = await workingFlow();
      const job = await make(flow, { ...foxClip, format, seconds: 1 });
      expect(job.state.kind).toBe('done');
      const { items } = await flow.client.gallery.list({ after: null, limit: 1 });
      expect(items[0]?.asset).toMatchObject({ jobId: job.id, mediaType: `video/${format}` });
      const { library } = flow.studio.ports;
      const read = await library.readFile(items[0]?.asset.sha256 ?? '');
      if (read.kind !== 'file') throw new Error(read.kind);
      expect(readRecord(read.bytes)).toMatchObject({ job: job.id, request: job.request });
      expect((await balance(flow)).available).toBe(16 - job.price);
    },
  );

  test('A2 a clip takes the price of its seconds', async () => {
    const flow = await workingFlow();
    const short = await submissionFor(flow, { ...foxClip, seconds: 1 });
    const long = await submissionFor(flow, { ...foxClip, seconds: 10 });
    expect(long.accepted.total).toBeGreaterThan(short.accepted.total);
  });
});

describe('A4 assembly is never metered', () => {
  test('on a card that does not even name it: no entry, whatever the length', async () => {
    const flow = await workingFlow();
    const { sha256 } = await bringSquare(flow);
    const request = assemblyOf(Array.from({ length: 12 }, () => sha256));
    const job = await make(flow, request);
    expect(job.state.kind).toBe('done');
    expect(job.price).toBe(0);
    expect(await entriesOf(flow, job.id)).toEqual([]);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    expect([...(flow.engine.orders[0]?.inputs.keys() ?? [])]).toEqual([sha256]);
  });

  test('even without any credit', async () => {
    const flow = await workingFlow();
    const { sha256 } = await bringSquare(flow);
    await flow.client.jobs.submit(await submissionFor(flow, foxRequest, { count: 16 }));
    expect((await make(flow, assemblyOf([sha256]))).state.kind).toBe('done');
  });

  test('a scene whose picture is gone is refused', async () => {
    const flow = await workingFlow();
    const call = submissionFor(flow, assemblyOf([absent])).then(flow.client.jobs.submit);
    expect(await refusalOf(call)).toEqual({ code: 'input-missing', sha256: absent });
  });
});
