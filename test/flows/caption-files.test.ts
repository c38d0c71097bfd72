import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { greyPng } from '../helpers/png';
import { assemblyOf, foxClip } from '../helpers/studio-requests';
import { temporaryFolder } from '../helpers/temporary-folder';
import type { TestStudio } from '../helpers/test-studio';
import { make, workingFlow } from './flow';

const openAtTerminal = () => workingFlow({ caller: 'terminal' });

async function assembled(flow: TestStudio, captions: readonly string[]) {
  const { sha256 } = await flow.client.pictures.bringIn({ file: greyPng(300, 300) });
  const request = assemblyOf(captions.map(() => sha256));
  const scenes = request.scenes.map((scene, index) => ({
    ...scene,
    caption: captions[index] ?? '',
  }));
  return make(flow, { ...request, scenes });
}

test('A4 a copy of a storyboard’s video has its captions beside it, and overwrites nothing', async () => {
  const flow = await openAtTerminal();
  const { id } = await assembled(flow, ['A fox <sleeps>', '', 'It wakes & runs']);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'The fox 7.vtt'), 'my own');
  expect(await flow.client.gallery.saveCopy({ assetId: id, folder })).toEqual({
    path: join(folder, 'The fox 7.mp4'),
  });
  expect(readdirSync(folder).sort()).toEqual(
    ['The fox 7 (2).vtt', 'The fox 7.mp4', 'The fox 7.srt', 'The fox 7.vtt'].sort(),
  );
  expect(readFileSync(join(folder, 'The fox 7.vtt'), 'utf8')).toBe('my own');
  expect(readFileSync(join(folder, 'The fox 7 (2).vtt'), 'utf8')).toBe(
    'WEBVTT\n\n1\n00:00:00.000 --> 00:00:05.000\nA fox &lt;sleeps&gt;\n\n2\n00:00:10.000 --> 00:00:15.000\nIt wakes &amp; runs\n',
  );
  expect(readFileSync(join(folder, 'The fox 7.srt'), 'utf8')).toContain(
    '00:00:10,000 --> 00:00:15,000',
  );
  await flow.client.gallery.saveCopy({ assetId: id, folder });
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(['The fox 7 (2).mp4', 'The fox 7 (2).srt', 'The fox 7 (2) (2).vtt']),
  );
});

test('without captions, and for any other clip, there is the video alone', async () => {
  const flow = await openAtTerminal();
  const silent = await assembled(flow, ['', ' ']);
  const clip = await make(flow, { ...foxClip, seconds: 1 });
  for (const { id } of [silent, clip]) {
    const folder = temporaryFolder();
    await flow.client.gallery.saveCopy({ assetId: id, folder });
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.mp4$/)]);
  }
});
