import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClipRequest } from '../../src-shared/jobs/clip-request';
import type { Effort } from './effort';
import type { FilmFigures, FilmOrder } from './film-studio/page';
import { type Row, rowOf } from './measure';
import { withFolder } from './open-ledger';
import { end, type WindowTools } from './window-rows';

/** Five seconds of a painted scene with waves, light and a camera that moves, in the style that paints slowest. */
const clip: ClipRequest = {
  tool: 'video',
  prompt: 'a lone lighthouse at sunset, waves',
  negativePrompt: '',
  style: 'watercolour',
  model: 'motion',
  quality: 'premium',
  width: 1280,
  height: 720,
  seed: 11,
  seconds: 5,
  format: 'mp4',
  camera: 'orbit',
  first: null,
  last: null,
};

const sizes = [
  { id: 'video-720p', name: '720p', width: 1280, height: 720 },
  { id: 'video-1080p', name: '1080p', width: 1920, height: 1080 },
] as const;

/** Clips by Motion, against a bare encode of the very same frames. */
export async function videoRows(
  effort: Effort,
  tools: WindowTools,
  tell: (line: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { id, name, width, height } of sizes.slice(0, effort.pick(sizes.length, 1))) {
    const request = { ...clip, width, height };
    const samples = await figuresOf({ request, rounds: effort.pick(7, 2) }, tools);
    tell(`Made and encoded ${samples.tally.length} clips in ${name}`);
    rows.push(
      rowOf(
        {
          id,
          title: `Video, 5 s of ${name} at 30 frames a second, MP4`,
          tally:
            'Motion from the request to the file: reading, painting, cutting, drawing, encoding',
          reference: 'the same frames, drawn beforehand, through WebCodecs into a file',
          unit: 'ms',
          goal: { kind: 'at most', ratio: 1.5 },
        },
        samples,
      ),
    );
  }
  return rows;
}

/** Makes the clips in a hidden window of an Electron of their own. */
function figuresOf(order: FilmOrder, tools: WindowTools): Promise<FilmFigures> {
  const { project, electron, launchArguments } = tools;
  return withFolder(async (folder) => {
    const stopwatch = join(project, 'test', 'bench', 'stopwatch');
    const env = {
      ...process.env,
      STOPWATCH_APPLICATION: join(project, 'out', 'bench', 'film-studio', 'main.mjs'),
      FILM_ORDER: JSON.stringify(order),
    };
    const args = [...launchArguments, stopwatch, `--user-data-dir=${folder}`];
    const child = spawn(electron, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      for await (const line of createInterface(child.stdout)) {
        if (line.startsWith('figures ')) return JSON.parse(line.slice('figures '.length));
      }
      throw new Error('the film studio ended without figures');
    } finally {
      await end(child);
    }
  });
}
