import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pngSize } from '../../src-main/gallery/png-chunks';
import { type Ended, ownerOf, startOutside } from '../helpers/outside-terminal';
import { greyPng } from '../helpers/png';
import { removeFolder, temporaryFolder } from '../helpers/test-studio';

// Every command here is a process of its own; what is made is made by Tally's real engines.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let folder: string;
let data: string;
let charged = 0;

beforeAll(async () => {
  folder = realpathSync(temporaryFolder());
  data = join(folder, 'data');
  const begun = await tally('begin', '--card', 'ai-studios', '--plan', 'personal');
  expect(begun).toMatchObject({ status: 0 });
  writeFileSync(join(folder, 'grey.png'), greyPng(320, 256));
  writeFileSync(join(folder, 'mask.png'), greyPng(320, 256, 255));
});
afterAll(async () => {
  await vi.waitUntil(() => ownerOf(data) === null, { timeout: 30_000, interval: 50 });
  removeFolder(folder);
});

function tally(...argv: string[]): Promise<Ended> {
  return startOutside([...argv, '--data', data], folder).ended;
}

/** Makes one thing with a real engine and answers the path of its copy; it must be charged, once. */
async function made(price: number, ...argv: string[]): Promise<string> {
  const said = await tally(...argv, '--quality', 'basic', '--seed', '7', '--out', 'made');
  expect(said.error).toContain('1 of 1 ');
  expect(said.status).toBe(0);
  charged += price;
  const balance = JSON.parse((await tally('balance', '--json')).output);
  expect(balance).toMatchObject({ result: { available: 60 - charged, held: 0 } });
  return said.output.trimEnd();
}

function codecOf(path: string): string {
  const entries = 'stream=codec_name,width,height,nb_read_frames';
  const options = ['-v', 'error', '-count_frames', '-show_entries', entries, '-of', 'csv=p=0'];
  return execFileSync('ffprobe', [...options, path], { encoding: 'utf8' }).trim();
}

const sizeOf = (path: string) => pngSize(readFileSync(path));

test('B1 edit, in each of its ways, from the command to the charge and the file', async () => {
  const restyled = await made(1, 'edit', 'grey.png', 'a fox', '--style', 'flat');
  expect(sizeOf(restyled)).toEqual({ width: 320, height: 256 });
  const inside = ['--inside', '--mask', 'mask.png', '--style', 'flat'];
  expect(sizeOf(await made(1, 'edit', 'grey.png', 'a fox', ...inside))).toEqual({
    width: 320,
    height: 256,
  });
  const extended = await made(1, 'edit', 'grey.png', '--extend', 'right=64,bottom=32');
  expect(sizeOf(extended)).toEqual({ width: 384, height: 288 });
  const varied = await made(1, 'edit', 'grey.png', '--vary', '--size', '256x256');
  expect(sizeOf(varied)).toEqual({ width: 256, height: 256 });
});

test('B1 refine, by the id of a picture of the gallery', async () => {
  const picture = await lastPicture();
  const refined = await tally('refine', picture, '--factor', '2', '--out', 'made');
  expect(refined).toMatchObject({ status: 0 });
  charged += 1;
  expect(sizeOf(refined.output.trimEnd())).toEqual({ width: 512, height: 512 });
});

test('A2 B1 video from words, from a picture, and from a first to a last one', async () => {
  const short = ['--seconds', '1', '--style', 'flat'];
  const words = await made(1, 'video', 'a boat on the sea', ...short);
  expect(words).toMatch(/a boat on the sea 7\.mp4$/);
  expect(codecOf(words)).toBe('h264,1280,720,30');
  const from = ['--first', 'grey.png', '--ratio', '1:1', '--format', 'webm', '--seconds', '1'];
  const one = await made(1, 'video', ...from);
  expect(one).toMatch(/clip 7\.webm$/);
  expect(codecOf(one)).toBe('vp9,720,720,30');
  const picture = await lastPicture();
  const both = await made(1, 'video', 'dusk', '--first', picture, '--last', 'grey.png', ...short);
  expect(codecOf(both)).toBe('h264,1280,720,30');
});

test('a file that is no picture ends in one sentence, and every record agrees', async () => {
  writeFileSync(join(folder, 'bad.png'), readFileSync(join(folder, 'grey.png')).subarray(0, 60));
  const refused = await tally('edit', 'bad.png', 'a fox');
  expect(refused).toMatchObject({ status: 1, output: '' });
  expect(refused.error).toContain("This file can't be used as a picture");
  expect((await tally('verify')).status).toBe(0);
});

/** The id of the newest picture of the gallery; clips are passed over. */
async function lastPicture(): Promise<string> {
  const { output } = await tally('gallery', '--all', '--json');
  const { result } = JSON.parse(output) as {
    result: { pictures: { id: string; mediaType: string }[] };
  };
  const picture = result.pictures.find(({ mediaType }) => mediaType === 'image/png');
  return picture?.id ?? '';
}
