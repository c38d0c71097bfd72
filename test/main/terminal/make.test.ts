import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tinyPicture } from '../../helpers/scripted-engine';
import { openTerminal, type Terminal } from '../../helpers/terminal';
import { tinyClip } from '../../helpers/tiny-clip';

let terminal: Terminal;
let picture: { id: string; sha256: string };

type Picture = { id: string; sha256: string };
type Made = { ok: boolean; result: { pictures: Picture[]; charged: number } };

beforeEach(async () => {
  terminal = await openTerminal();
  const { reply } = await terminal.json(['generate', 'a fox', '--size', '256x256']);
  const [made] = (reply as Made).result.pictures;
  if (made === undefined) throw new Error('the first picture was not made');
  picture = made;
  terminal.engine.orders.length = 0;
});
afterEach(() => terminal.close());

async function charges(): Promise<number> {
  const { reply } = await terminal.json(['statement', '--all']);
  const { lines } = (reply as { result: { lines: { kind: string; credits: number }[] } }).result;
  return lines
    .filter(({ kind }) => kind === 'charge')
    .reduce((sum, { credits }) => sum + credits, 0);
}

function request(): unknown {
  return terminal.engine.orders[0]?.request;
}

describe('video', () => {
  test('B1 A2 from words: from the command to the charge and the file', async () => {
    const said = await terminal.run([
      ...['video', 'waves', 'at', 'dusk', '--seconds', '10', '--size', '1080p', '--ratio', '9:16'],
      ...['--format', 'webm', '--camera', 'push-in', '--style', 'ink', '--seed', '7'],
      ...['--out', 'clips'],
    ]);
    expect(said.error).toContain('10 credits on hold for 1 clip.');
    expect(said.error).toContain('1 of 1 clip made; 10 credits charged; 49 credits available.');
    expect(said.status).toBe(0);
    expect(said.output).toBe(`${join(terminal.folder, 'clips', 'waves at dusk 7.webm')}\n`);
    const [name = ''] = readdirSync(join(terminal.folder, 'clips'));
    const saved = readFileSync(join(terminal.folder, 'clips', name));
    expect(saved.subarray(0, 64)).toEqual(Buffer.from(tinyClip('video/webm')).subarray(0, 64));
    expect(request()).toEqual({
      tool: 'video',
      prompt: 'waves at dusk',
      negativePrompt: '',
      style: 'ink',
      model: 'video-generator',
      quality: 'premium',
      width: 1080,
      height: 1920,
      seed: 7,
      seconds: 10,
      format: 'webm',
      camera: 'push-in',
      first: null,
      last: null,
    });
    expect(await charges()).toBe(11);
  });

  test('B1 from a first to a last picture, by the id of one and the file of another', async () => {
    writeFileSync(join(terminal.folder, 'last.png'), tinyPicture(9));
    const { status, reply } = await terminal.json([
      ...['video', '--first', picture.id, '--last', 'last.png', '--seconds', '2'],
    ]);
    expect(status).toBe(0);
    expect(reply).toMatchObject({
      result: { charged: 2, pictures: [{ mediaType: 'video/mp4', path: null }] },
    });
    expect(request()).toMatchObject({
      tool: 'image-to-video',
      prompt: '',
      seconds: 2,
      format: 'mp4',
      width: 1280,
      height: 720,
      first: picture.sha256,
      last: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    ['duration-invalid', ['waves', '--seconds', '61']],
    ['duration-invalid', ['waves', '--seconds', '1.5']],
    ['prompt-empty', [' ']],
    ['not-enough-credits', ['waves', '--seconds', '60']],
    ['model-unknown', ['waves', '--model', 'image-generator']],
    ['count-invalid', ['waves', '--count', '0']],
  ])('%s is refused and nothing is held', async (code, argv) => {
    const { status, reply } = await terminal.json(['video', ...argv]);
    expect(status).toBe(1);
    expect(reply).toMatchObject({ ok: false, refusal: { code } });
    expect(await terminal.json(['balance'])).toMatchObject({
      reply: { result: { available: 59, held: 0 } },
    });
  });

  test.each([
    [['waves', '--size', '4k'], '--size must be 720p or 1080p.'],
    [['waves', '--ratio', '4:3'], '--ratio must be 16:9 or 9:16 or 1:1.'],
    [['waves', '--format', 'gif'], '--format must be mp4 or webm.'],
    [['waves', '--last', 'fox.png'], '--last needs a first picture too: --first PICTURE.'],
    [['--first', 'nothing.png'], 'There is neither a file nor a picture of the gallery'],
  ])('%j is answered by a sentence', async (argv, sentence) => {
    const { status, reply } = await terminal.json(['video', ...argv]);
    expect(status).toBe(2);
    expect(reply['usage']).toContain(sentence);
    expect(await charges()).toBe(1);
  });

  test('a clip is no picture to begin with', async () => {
    const { reply } = await terminal.json(['video', 'waves', '--seconds', '1']);
    const [clip] = (reply as Made).result.pictures;
    expect(await terminal.json(['video', '--first', clip?.id ?? ''])).toMatchObject({
      status: 1,
      reply: { refusal: { code: 'picture-unreadable', reason: 'it is a clip' } },
    });
  });

  test('a batch that is sent twice is made and charged once', async () => {
    const argv = ['video', 'waves', '--seconds', '1', '--batch'];
    const batch = '7f1de6f0-5a2c-4f7e-9a55-0d5f9c6f0a01';
    const first = await terminal.json([...argv, batch]);
    expect(await terminal.json([...argv, batch])).toEqual(first);
    expect(terminal.engine.orders).toHaveLength(1);
  });

  test('Ctrl+C cancels what has not ended and tells what it cost', async () => {
    terminal.engine.scripts.push({ kind: 'deliver' }, { kind: 'wait-for-release' });
    const running = terminal.start(['video', 'waves', '--seconds', '2', '--count', '3']);
    await vi.waitUntil(() => terminal.engine.orders.length === 2);
    running.interrupt();
    const said = await running.said;
    expect(said.status).toBe(130);
    expect(said.error).toContain('Stopped. 1 of 3 clips made; 2 credits charged, 4 credits not');
  });

  test('--no-wait queues, prints the job ids and leaves', async () => {
    const said = await terminal.run(['video', 'waves', '--seconds', '1', '--no-wait']);
    expect(said.status).toBe(0);
    expect(said.output.trim()).toMatch(/^\S+-0$/);
    expect((await terminal.run(['queue', 'wait'])).status).toBe(0);
    expect(await charges()).toBe(2);
  });
});

describe('edit and refine', () => {
  test.each([
    [['a red fox', '--strength', '30'], { kind: 'restyle', strength: 30 }, [256, 256]],
    [['--vary', '--size', '512x256'], { kind: 'vary', strength: 60 }, [512, 256]],
    [
      ['--extend', 'left=256,right=256,bottom=300'],
      { kind: 'extend', left: 256, top: 0, right: 256, bottom: 300 },
      [513, 301],
    ],
    [
      ['--extend', '300'],
      { kind: 'extend', left: 300, top: 300, right: 300, bottom: 300 },
      [601, 601],
    ],
  ])('B1 edit %j: from the command to the charge and the file', async (argv, action, size) => {
    const said = await terminal.run(['edit', picture.id, ...argv, '--seed', '3', '--out', 'made']);
    expect(said.error).toContain('1 of 1 picture made; 1 credit charged; 58 credits available.');
    expect(readdirSync(join(terminal.folder, 'made'))).toHaveLength(1);
    const [width, height] = size;
    const isWords = argv[0]?.startsWith('a') === true;
    const prompt = isWords ? 'a red fox' : '';
    const base = { tool: 'edit', model: 'image-generator', source: picture.sha256, seed: 3 };
    expect(request()).toMatchObject({ ...base, prompt, action, width, height });
    expect(await charges()).toBe(2);
  });

  test('B1 a change inside a mask keeps the size of the picture', async () => {
    await bringPicture('fox.png', 640);
    await bringPicture('mask.png', 640);
    const edit = ['edit', 'fox.png', 'a', 'hat', '--inside', '--mask', 'mask.png', '--count', '2'];
    const { status, reply } = await terminal.json(edit);
    expect(status).toBe(0);
    expect(reply).toMatchObject({ result: { charged: 2, notCharged: 0 } });
    expect(request()).toMatchObject({
      prompt: 'a hat',
      width: 640,
      height: 640,
      action: { kind: 'inside', strength: 60, mask: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test('B1 refine enlarges, from the command to the charge and the file', async () => {
    await bringPicture('fox.png', 640);
    const said = await terminal.run(['refine', 'fox.png', '--factor', '4', '--out', 'made']);
    expect(said.error).toContain('1 of 1 picture made; 1 credit charged');
    expect(readdirSync(join(terminal.folder, 'made'))).toEqual([
      expect.stringMatching(/^picture \d+\.png$/),
    ]);
    expect(request()).toMatchObject({
      tool: 'edit',
      width: 2560,
      height: 2560,
      action: { kind: 'enlarge', factor: 4 },
    });
  });

  test.each([
    ['enlarged-too-large', ['refine', 'big.png', '--factor', '4']],
    ['margin-invalid', ['edit', 'big.png', '--extend', '0']],
    ['strength-invalid', ['edit', 'big.png', '--strength', '101']],
    ['picture-unreadable', ['edit', 'text.txt', 'a fox']],
    ['picture-unreadable', ['refine', 'empty.png']],
    ['picture-unreadable', ['refine', '.']],
  ])('%s is refused and nothing is charged', async (code, argv) => {
    await bringPicture('big.png', 2000);
    writeFileSync(join(terminal.folder, 'text.txt'), 'no picture');
    writeFileSync(join(terminal.folder, 'empty.png'), '');
    const { status, reply } = await terminal.json(argv);
    expect(status).toBe(1);
    expect(reply).toMatchObject({ ok: false, refusal: { code } });
    expect(await charges()).toBe(1);
  });

  test.each([
    [['edit'], '«edit» needs PICTURE'],
    [['edit', 'fox.png', '--inside'], '--inside needs a mask'],
    [['edit', 'fox.png', '--mask', 'fox.png'], '--mask belongs to --inside.'],
    [['edit', 'fox.png', '--vary', '--restyle'], 'Choose one of --restyle, --vary'],
    [['edit', 'fox.png', '--extend', 'up=5'], '--extend must be written as 256'],
    [['edit', 'fox.png', '--extend', '5', '--strength', '5'], '--strength has no meaning'],
    [['edit', 'fox.png', '--extend', '5', '--size', '512x512'], '--size belongs to --restyle'],
    [['refine', 'fox.png', '--factor', '5'], '--factor must be 2 or 3 or 4.'],
    [['refine', 'fox.png', 'more'], 'has no use for «more»'],
  ])('%j is answered by a sentence', async (argv, sentence) => {
    await bringPicture('fox.png', 640);
    const { status, reply } = await terminal.json(argv);
    expect(status).toBe(2);
    expect(reply['usage']).toContain(sentence);
    expect(await charges()).toBe(1);
  });

  test('a picture whose file was changed outside Tally is refused', async () => {
    const path = terminal.studio.ports.library.pathOf(picture.sha256);
    writeFileSync(path, tinyPicture(99));
    expect(await terminal.json(['refine', picture.id])).toMatchObject({
      status: 1,
      reply: { refusal: { code: 'asset-file-altered' } },
    });
  });
});

describe('alternatives', () => {
  test('B1 each prompt is made so many times, and each is charged', async () => {
    const argv = ['generate', 'a {red|blue} fox', '--count', '2', '--seed', '5'];
    const { status, reply } = await terminal.json([...argv, '--size', '256x256']);
    expect(status).toBe(0);
    expect(reply).toMatchObject({ result: { charged: 4, balance: { available: 55 } } });
    const made = terminal.engine.orders.map((order) => [order.request.prompt, order.request.seed]);
    expect(made).toEqual([
      ['a red fox', 5],
      ['a blue fox', 5],
      ['a red fox', 6],
      ['a blue fox', 6],
    ]);
  });

  test('their price is quoted, and too many are refused', async () => {
    expect(await terminal.json(['quote', 'a {red|blue|green} fox', '-n', '2'])).toMatchObject({
      reply: { result: { quote: { count: 6, total: 6 } } },
    });
    const many = Array.from({ length: 101 }, (_, index) => index).join('|');
    expect(await terminal.json(['quote', `{${many}}`])).toMatchObject({
      status: 1,
      reply: { refusal: { code: 'too-many-alternatives', limit: 100 } },
    });
  });
});

describe('quote', () => {
  test.each([
    [['--tool', 'video', '--seconds', '10'], 'video', 10],
    [['--tool', 'image-to-video'], 'image-to-video', 5],
    [['--tool', 'edit', '--count', '3'], 'edit', 3],
    [['--count', '2'], 'image', 2],
  ])('%j is priced as the command would charge it', async (argv, tool, total) => {
    const { status, reply } = await terminal.json(['quote', ...argv]);
    expect(status).toBe(0);
    expect(reply).toMatchObject({
      result: { request: { tool }, quote: { tool, total }, receipt: { kind: 'payable' } },
    });
    expect(JSON.stringify(reply)).not.toContain('0000000000');
  });

  test('the slip shows the arithmetic of a clip', async () => {
    const said = await terminal.run(['quote', '--tool', 'video', '--seconds', '10', '-n', '2']);
    expect(said.output).toContain('2 × 10 credits (1 a second × 10 s)');
    expect(said.output).toMatch(/balance after\s+39\n/);
  });

  test.each([
    [['--seconds', '5'], '--seconds has no meaning for --tool image; «help generate»'],
    [['--tool', 'edit', '--camera', 'still'], '--camera has no meaning for --tool edit'],
    [['--tool', 'video', '--size', '512x512'], '--size has another meaning for --tool video'],
    [['--tool', 'video', '--width', '512'], '--width has no meaning for --tool video'],
    [['--tool', 'chat'], '--tool must be image or edit or video or image-to-video.'],
    [['--size', 'big'], '--size must be 1024x768, 720p or 1080p'],
  ])('%j is answered by a sentence', async (argv, sentence) => {
    const { status, reply } = await terminal.json(['quote', ...argv]);
    expect(status).toBe(2);
    expect(reply['usage']).toContain(sentence);
  });
});

/** A picture file of so many pixels a side where the caller stands; only its head says how large it is. */
async function bringPicture(name: string, side: number): Promise<void> {
  const file = Buffer.from(tinyPicture(side));
  file.writeUInt32BE(side, 16);
  file.writeUInt32BE(side, 20);
  writeFileSync(join(terminal.folder, name), file);
}
