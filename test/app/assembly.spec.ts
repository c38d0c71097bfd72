import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page, TestInfo } from '@playwright/test';
import {
  type AssemblyRequest,
  type Transition,
  transitions,
} from '../../src-shared/jobs/assembly-request';
import { probeClip } from './clip-file';
import { builtModule, type MadeThere, makeThere, openDarkroomPage } from './darkroom-page';
import { expect, test } from './open-tally';

const names = { red: 'aa'.repeat(32), blue: 'bb'.repeat(32), tall: 'cc'.repeat(32) };

/** Pictures of one colour with a lighter disc in the middle, as PNG in base 64. */
function pictures(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async (wanted) => {
    const paint = async (ground: string, width: number, height: number) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no context');
      context.fillStyle = ground;
      context.fillRect(0, 0, width, height);
      context.fillStyle = 'rgb(255 255 255 / 40%)';
      context.beginPath();
      context.arc(width / 2, height / 2, Math.min(width, height) / 5, 0, Math.PI * 2);
      context.fill();
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    };
    return {
      [wanted.red]: await paint('rgb(200 20 20)', 320, 180),
      [wanted.blue]: await paint('rgb(20 40 200)', 320, 180),
      [wanted.tall]: await paint('rgb(20 160 60)', 100, 300),
    };
  }, names);
}

type Scenes = AssemblyRequest['scenes'];

function scenesOf(transition: Transition, captions: readonly string[] = ['', '']): Scenes {
  const [first = '', second = ''] = captions;
  return [
    { picture: names.red, caption: first, seconds: 1, transition },
    { picture: names.blue, caption: second, seconds: 1, transition: 'cut' },
  ];
}

function assembly(scenes: Scenes, change: Partial<AssemblyRequest> = {}): AssemblyRequest {
  return {
    tool: 'assembly',
    prompt: 'The fox',
    negativePrompt: '',
    style: 'ink',
    model: 'helper',
    quality: 'basic',
    width: 720,
    height: 720,
    seed: 7,
    format: 'mp4',
    scenes,
    burnCaptions: false,
    ...change,
  };
}

async function assembleThere(page: Page, request: AssemblyRequest, cancelAt?: number) {
  return makeThere(page, {
    module: builtModule('assemble'),
    maker: 'assemble',
    request,
    inputs: await pictures(page),
    ...(cancelAt !== undefined && { cancelAt }),
  });
}

/** Writes what was made where ffmpeg finds it. */
function clipFile(testInfo: TestInfo, { file }: MadeThere, name: string): string {
  const path = testInfo.outputPath(name);
  writeFileSync(path, Buffer.from(file, 'base64'));
  return path;
}

/** The colours of a moment of a clip, as red, green and blue from 0 to 255, `side` × `side` fields. */
async function fieldsAt(path: string, second: number, side = 8): Promise<number[][]> {
  const scale = `scale=${side}:${side}:flags=area,format=rgb24`;
  const { stdout } = await promisify(execFile)(
    'ffmpeg',
    [
      '-v',
      'error',
      '-ss',
      `${second}`,
      '-i',
      path,
      '-frames:v',
      '1',
      '-vf',
      scale,
      '-f',
      'rawvideo',
      '-',
    ],
    { encoding: 'buffer' },
  );
  return Array.from({ length: side ** 2 }, (_, field) => [
    ...stdout.subarray(field * 3, field * 3 + 3),
  ]);
}

const isRed = ([red = 0, , blue = 0]: readonly number[]) => red > 120 && blue < 100;
const isBlue = ([red = 0, , blue = 0]: readonly number[]) => blue > 120 && red < 100;
const isDark = (field: readonly number[]) => Math.max(...field) < 60;

test.describe('A4 the scenes of a storyboard as one video', () => {
  for (const [format, codec] of [
    ['mp4', 'h264'],
    ['webm', 'vp9'],
  ] as const) {
    test(`${format}: as long as its scenes together, and valid by ffprobe`, async ({
      shared,
    }, testInfo) => {
      const page = await openDarkroomPage(shared.app);
      const scenes: Scenes = [
        { picture: names.red, caption: '', seconds: 1, transition: 'dissolve' },
        { picture: names.tall, caption: '', seconds: 2, transition: 'slide' },
        { picture: names.blue, caption: '', seconds: 1, transition: 'wipe' },
      ];
      const size = { width: 1280, height: 720 };
      const made = await assembleThere(page, assembly(scenes, { ...size, format }));
      expect(made).toMatchObject({ kind: 'made', mediaType: `video/${format}`, ...size });
      expect(made.reading).toBe(
        '3 scenes put together into 4 s of video, captions in files of their own.',
      );
      const probed = probeClip(clipFile(testInfo, made, `clip.${format}`));
      const whole = { streams: 1, rate: '30/1', frames: 120, pixels: 'yuv420p' };
      expect(probed).toMatchObject({ codec, ...size, ...whole });
      expect(probed.seconds).toBeCloseTo(4, 1);
      expect(made.fractions.at(-1)).toBe(1);
      expect(made.fractions).toEqual([...made.fractions].sort((a, b) => a - b));
      await page.close();
    });
  }

  for (const { id } of transitions) {
    test(`${id}: the first scene gives way to the second inside their seconds`, async ({
      shared,
    }, testInfo) => {
      const page = await openDarkroomPage(shared.app);
      const made = await assembleThere(page, assembly(scenesOf(id)));
      await page.close();
      const path = clipFile(testInfo, made, 'clip.mp4');
      const [before, middle, after] = [
        await fieldsAt(path, 0.5),
        await fieldsAt(path, 1),
        await fieldsAt(path, 1.5),
      ];
      expect(before.every(isRed)).toBe(true);
      expect(after.every(isBlue)).toBe(true);
      const left = middle.filter((_, field) => field % 8 < 3);
      const right = middle.filter((_, field) => field % 8 > 4);
      const looks: Record<Transition, boolean> = {
        cut: middle.every(isBlue),
        dissolve: middle.every(([red = 0, , blue = 0]) => red > 50 && blue > 50),
        fade: middle.every(isDark),
        slide: left.every(isRed) && right.every(isBlue),
        wipe: left.every(isBlue) && right.every(isRed),
      };
      expect(looks, JSON.stringify(middle)).toMatchObject({ [id]: true });
    });
  }

  test('the camera moves slowly through a picture', async ({ shared }, testInfo) => {
    const page = await openDarkroomPage(shared.app);
    const scenes: Scenes = [{ picture: names.red, caption: '', seconds: 3, transition: 'cut' }];
    const made = await assembleThere(page, assembly(scenes));
    await page.close();
    const path = clipFile(testInfo, made, 'clip.mp4');
    const apart = (one: number[][], other: number[][]) =>
      one
        .flat()
        .reduce((sum, value, index) => sum + Math.abs(value - (other.flat()[index] ?? 0)), 0);
    const [start, next, end] = [
      await fieldsAt(path, 0, 32),
      await fieldsAt(path, 0.1, 32),
      await fieldsAt(path, 2.9, 32),
    ];
    expect(apart(start, end)).toBeGreaterThan(3 * apart(start, next));
    expect(apart(start, end)).toBeGreaterThan(1000);
  });

  test('captions are burnt in where asked for, in any script, inside the safe part', async ({
    shared,
  }, testInfo) => {
    const page = await openDarkroomPage(shared.app);
    const captions = [
      'A fox sleeps in the snow, and the long winter night goes by without a sound.',
      'ثعلب في الثلج, «fox» 今天天气很好',
    ];
    const scenes = scenesOf('cut', captions);
    const [plain, burnt] = [
      await assembleThere(page, assembly(scenes)),
      await assembleThere(page, assembly(scenes, { burnCaptions: true })),
    ];
    await page.close();
    expect(burnt.reading).toContain('with captions in the picture');
    const paths = [clipFile(testInfo, plain, 'plain.mp4'), clipFile(testInfo, burnt, 'burnt.mp4')];
    for (const second of [0.5, 1.5]) {
      const [without = [], withCaption = []] = await Promise.all(
        paths.map((path) => fieldsAt(path, second, 36)),
      );
      const changed = withCaption.flatMap((field, index) => {
        const before = without[index] ?? [];
        const apart = Math.max(...field.map((value, at) => Math.abs(value - (before[at] ?? 0))));
        return apart > 40 ? [{ row: Math.floor(index / 36), column: index % 36 }] : [];
      });
      expect(changed.length).toBeGreaterThan(10);
      for (const { row, column } of changed) {
        expect(row).toBeGreaterThan(18);
        // Six per cent of 36 fields.
        expect(row).toBeLessThan(34);
        expect(column).toBeGreaterThan(1);
        expect(column).toBeLessThan(34);
      }
    }
  });

  test('is cancelled while it is made, and refuses a picture that can’t be opened', async ({
    shared,
  }) => {
    const page = await openDarkroomPage(shared.app);
    const cancelled = await assembleThere(page, assembly(scenesOf('cut')), 0.3);
    expect(cancelled.kind).toBe('cancelled');
    expect(cancelled.fractions.at(-1)).toBeLessThan(0.5);
    const refused = await makeThere(page, {
      module: builtModule('assemble'),
      maker: 'assemble',
      request: assembly(scenesOf('cut')),
      inputs: { ...(await pictures(page)), [names.blue]: btoa('no picture') },
    });
    expect([refused.kind, refused.message]).toEqual([
      'refused',
      'The picture of scene 2 can’t be opened; choose another one.',
    ]);
    await page.close();
  });
});
