import type { ClipRequest } from '../../../src-shared/jobs/clip-request';
import type { Bench } from '../maker';
import { createSurface } from '../sketch/styles/draw-shape';
import { inSpells } from './in-spells';
import { showersIn } from './plan/scene-showers';
import { describe, movementOf, readScreenplay, type Screenplay } from './plan/screenplay';
import { planShower } from './plan/showers';
import type { FilmSet } from './set/film-set';
import { pictureSet } from './set/picture-set';
import { lightKit } from './stage/draw-lights';
import type { PictureStaging } from './stage/draw-picture';
import { showerKit } from './stage/draw-shower';

const layers = { basic: 3, premium: 4 };
const watery = ['sea', 'lake', 'river', 'beach', 'harbour', 'waterfall', 'ocean', 'waves', 'water'];

export type Shots = {
  readonly shots: readonly PictureStaging[];
  readonly reading: string;
};

/** Sets one picture, or a first and a last, in motion: null when cancelled, `refused` when one is no picture. */
export async function fromPictures(
  request: ClipRequest,
  bench: Bench,
  share: (done: number) => void,
): Promise<Shots | 'refused' | null> {
  const play = readScreenplay(request);
  const names = [request.first, request.last].filter((name) => name !== null);
  const shots: PictureStaging[] = [];
  for (const [index, name] of names.entries()) {
    const picture = await decoded(bench.input(name), request);
    if (picture === null) return 'refused';
    const work = pictureSet({
      picture,
      layers: layers[request.quality],
      hasWater: speaksOfWater(request.prompt),
      phase: play.seed % 6,
    });
    const set = await inSpells(work, bench, (done) => share((index + done) / names.length));
    if (set === null) return null;
    shots.push(stagingOf(picture, set, play, request));
  }
  const from =
    names.length > 1 ? 'the first picture becomes the last' : 'the picture opens into depth';
  const falling = showersIn(play.reading).map(({ kind }) => kind);
  return { shots, reading: describe(play, [from, ...movementOf([], falling)]) };
}

function stagingOf(
  picture: OffscreenCanvas,
  set: FilmSet,
  play: Screenplay,
  { seconds, seed, quality }: ClipRequest,
): PictureStaging {
  const phase = (play.seed % 628) / 100;
  const fine = quality === 'premium';
  const showers = showersIn(play.reading).map(({ kind, colours }) =>
    showerKit(planShower(kind, colours, { driven: play.windy, seed, fine })),
  );
  return {
    picture,
    set,
    path: { move: play.move, seconds, phase },
    change: play.change,
    lights: lightKit({ lamps: [], traveller: 'gleam', stormy: play.stormy, phase }),
    showers,
  };
}

function speaksOfWater(prompt: string): boolean {
  const text = prompt.toLowerCase();
  return watery.some((word) => text.includes(word));
}

/** The picture as large as the frame, cut to its proportions about the middle; null when it can't be opened. */
async function decoded(
  file: Uint8Array,
  { width, height }: ClipRequest,
): Promise<OffscreenCanvas | null> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(file)])).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.max(width / bitmap.width, height / bitmap.height);
  const context = createSurface(width, height);
  context.imageSmoothingQuality = 'high';
  const [wide, high] = [bitmap.width * scale, bitmap.height * scale];
  context.drawImage(bitmap, (width - wide) / 2, (height - high) / 2, wide, high);
  bitmap.close();
  return context.canvas;
}
