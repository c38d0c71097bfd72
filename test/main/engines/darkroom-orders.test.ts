import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DarkroomNews } from '../../../src-main/engines/darkroom/darkroom';
import type { EngineOutcome } from '../../../src-main/engines/engine';
import type { DarkroomCommand } from '../../../src-shared/contract/darkroom';
import {
  crashed,
  finish,
  made,
  newDarkrooms,
  order,
  orderId,
  painted,
  picture,
  request,
} from '../../helpers/scripted-darkroom';
import { tinyClip } from '../../helpers/tiny-clip';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('more than pictures from words', () => {
  const clip = {
    tool: 'video',
    prompt: 'a fox',
    negativePrompt: '',
    style: 'ink',
    model: 'video-generator',
    quality: 'basic',
    width: 1280,
    height: 720,
    seed: 7,
    seconds: 5,
    format: 'mp4',
    camera: 'auto',
    first: null,
    last: null,
  } as const;
  const madeClip = {
    ...made,
    mediaType: 'video/mp4',
    bytes: tinyClip('video/mp4'),
    width: 1280,
    height: 720,
  } as const;

  async function outcomeOf(news: DarkroomNews): Promise<EngineOutcome> {
    const { darkrooms } = newDarkrooms((command) => (command.kind === 'make' ? news : null));
    const run = darkrooms.make({ ...order, request: clip }, new AbortController().signal);
    return (await finish(run)).outcome;
  }

  test('a clip is passed on as the kind of file that it is', async () => {
    expect(await outcomeOf(madeClip)).toMatchObject({
      kind: 'produced',
      mediaType: 'video/mp4',
      width: 1280,
      height: 720,
    });
  });

  test.each<[string, DarkroomNews]>([
    ['another format', { ...madeClip, mediaType: 'video/webm', bytes: tinyClip('video/webm') }],
    ['a WebM called MP4', { ...madeClip, bytes: tinyClip('video/webm') }],
    ['a picture called a clip', { ...madeClip, bytes: picture }],
    ['four bytes called a clip', { ...madeClip, bytes: Uint8Array.of(0, 0, 0, 8) }],
    ['a picture in place of a clip', made],
    ['another size', { ...madeClip, width: 1920, height: 1080 }],
  ])('%s is not what was ordered', async (_what, news) => {
    expect(await outcomeOf(news)).toMatchObject(crashed);
  });

  test('the pictures that it starts from go with the order', async () => {
    const { opened, darkrooms } = newDarkrooms();
    const source = 'ab'.repeat(32);
    const edit = {
      ...request,
      tool: 'edit',
      source,
      action: { kind: 'enlarge', factor: 2 },
    } as const;
    const inputs = new Map([[source, picture]]);
    const run = finish(
      darkrooms.make({ ...order, request: edit, inputs }, new AbortController().signal),
    );
    await vi.advanceTimersByTimeAsync(0);
    const files = [{ sha256: source, bytes: picture }];
    expect(opened[0]?.commands).toEqual([{ kind: 'make', orderId, request: edit, inputs: files }]);
    opened[0]?.say(made);
    expect((await run).outcome.kind).toBe('produced');
  });

  test('what can’t be worked on is refused with its reason, and the darkroom stays in use', async () => {
    const { opened, start } = newDarkrooms((command) =>
      command.kind === 'make' ? { kind: 'refused', orderId, message: 'It is no picture.' } : null,
    );
    expect((await start()).outcome).toEqual({
      kind: 'refused',
      code: 'engine-refused',
      message: 'It is no picture.',
    });
    await start();
    expect(opened).toHaveLength(1);
  });
});

describe('bringing a picture in', () => {
  const file = Uint8Array.of(1, 2, 3);

  test('answers a PNG of whatever size it has', async () => {
    const { opened, darkrooms } = newDarkrooms(painted);
    expect(await darkrooms.bringIn(file)).toMatchObject({
      kind: 'produced',
      bytes: picture,
      width: 256,
      height: 300,
    });
    expect(opened[0]?.commands).toMatchObject([{ kind: 'bring-in', file }]);
  });

  test('a file that is none is refused with the reason', async () => {
    const { darkrooms } = newDarkrooms(({ orderId: id }) => ({
      kind: 'refused',
      orderId: id,
      message: 'it is no picture',
    }));
    expect(await darkrooms.bringIn(file)).toMatchObject({
      kind: 'refused',
      message: 'it is no picture',
    });
  });

  test('a file that kills its darkroom costs nothing else', async () => {
    const { opened, darkrooms, start } = newDarkrooms();
    const bringing = darkrooms.bringIn(file);
    await vi.advanceTimersByTimeAsync(0);
    opened[0]?.close();
    expect(await bringing).toMatchObject(crashed);
    const next = start();
    await vi.advanceTimersByTimeAsync(0);
    opened[1]?.say(made);
    expect((await next).outcome.kind).toBe('produced');
  });

  test('many at once take one darkroom, one after the other', async () => {
    const { opened, darkrooms } = newDarkrooms(painted);
    const all = await Promise.all(Array.from({ length: 20 }, () => darkrooms.bringIn(file)));
    expect(all.every(({ kind }) => kind === 'produced')).toBe(true);
    expect(opened).toHaveLength(1);
  });

  test('a clip in place of a picture is a breach', async () => {
    const { darkrooms } = newDarkrooms(({ orderId: id }) => ({
      ...made,
      orderId: id,
      mediaType: 'video/mp4',
    }));
    expect(await darkrooms.bringIn(file)).toMatchObject(crashed);
  });
});

describe('reading a document', () => {
  const file = new TextEncoder().encode('Bees fly.');
  const document = {
    title: '',
    parts: [{ kind: 'paragraph' as const, text: 'Bees fly.' }],
    cut: false,
  };
  const idOf = (command: DarkroomCommand) => command.orderId;

  test('the text comes back, and the darkroom is used again', async () => {
    const { opened, darkrooms } = newDarkrooms((command) => ({
      kind: 'read',
      orderId: idOf(command),
      document,
    }));
    expect(await darkrooms.readDocument(file, 'bees.txt')).toEqual({ kind: 'read', document });
    await darkrooms.readDocument(file, 'bees.txt');
    expect(opened).toHaveLength(1);
    expect(opened[0]?.commands[0]).toMatchObject({ kind: 'read-document', file, name: 'bees.txt' });
  });

  test('why it can’t be used is passed on', async () => {
    const { darkrooms } = newDarkrooms((command) => ({
      kind: 'refused',
      orderId: idOf(command),
      message: 'it is damaged',
    }));
    expect(await darkrooms.readDocument(file, 'bees.pdf')).toEqual({
      kind: 'unreadable',
      reason: 'it is damaged',
    });
  });

  test('one that hangs is given up after 40 s and its darkroom ended', async () => {
    const { opened, darkrooms } = newDarkrooms();
    const reading = darkrooms.readDocument(file, 'bees.pdf');
    await vi.advanceTimersByTimeAsync(41_000);
    expect(await reading).toEqual({ kind: 'unreadable', reason: 'it takes too long to read' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(opened[0]?.isOpen).toBe(false);
  });

  test('many at once take one darkroom, one after the other', async () => {
    const { opened, darkrooms } = newDarkrooms((command) => ({
      kind: 'read',
      orderId: idOf(command),
      document,
    }));
    const all = Array.from({ length: 20 }, () => darkrooms.readDocument(file, 'bees.txt'));
    expect((await Promise.all(all)).every(({ kind }) => kind === 'read')).toBe(true);
    expect(opened).toHaveLength(1);
  });

  test('one that nobody waits for any more is not begun', async () => {
    const { opened, darkrooms } = newDarkrooms(painted);
    const stopped = darkrooms.readDocument(file, 'bees.txt', AbortSignal.abort());
    expect((await stopped).kind).toBe('unreadable');
    expect(opened).toHaveLength(0);
  });

  test('one that breaks its reader is refused', async () => {
    const { opened, darkrooms } = newDarkrooms();
    const reading = darkrooms.readDocument(file, 'bees.pdf');
    await vi.advanceTimersByTimeAsync(0);
    opened[0]?.close();
    expect(await reading).toEqual({
      kind: 'unreadable',
      reason: 'it is damaged, or too much to be read',
    });
  });

  test('a text in answer to a picture is a breach, and the other way round', async () => {
    const asText = newDarkrooms((command) => ({ kind: 'read', orderId: idOf(command), document }));
    expect((await asText.start()).outcome).toMatchObject(crashed);
    expect(asText.opened[0]?.isOpen).toBe(false);
    const asPicture = newDarkrooms(painted);
    expect((await asPicture.darkrooms.readDocument(file, 'a.txt')).kind).toBe('unreadable');
    expect(asPicture.opened[0]?.isOpen).toBe(false);
  });
});
