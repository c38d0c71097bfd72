import { type Colour, fromLab } from '../sketch/core/colour';
import { rectangle } from '../sketch/core/geometry';
import { type Area, area, type Frame, type Group, type Scene } from '../sketch/plan/scene';
import type { Guides } from '../sketch/styles/easel';
import { portion } from '../sketch/styles/easel';
import { at } from '../sketch/styles/pixels';
import { type Described, describe, fillOf } from './describe';
import { type Directions, directionsOf } from './directions';
import { mergeRegions } from './merge';
import { cracksOf, smoothOutline } from './outline';
import { type Regions, segment } from './segment';
import { soften } from './soften';
import type { Study } from './study';

/** How closely a picture is read. */
export type Closeness = {
  /** Wide regions that carry the picture, and all regions. */
  readonly masses: number;
  readonly details: number;
  /** Rounds of smoothing along outlines. */
  readonly rounds: number;
};

/** A picture as a plan: wide regions and the details on them, with directions for the brush. */
export type SceneRead = { readonly scene: Scene; readonly guides: Guides };

/** A border with less of a gap than this in OKLab is no line that a pen would draw. */
const faintest = 0.032;
/** A detail that differs less than this from what it lies on is left out. */
const plainest = 0.03;

/** Reads a picture as a scene that all of Sketch's painters can paint. */
export function* readScene(
  study: Study,
  frame: Frame,
  closeness: Closeness,
): Generator<number, SceneRead> {
  const once = yield* portion(soften(study, 3, 0.06), 0, 0.25);
  const soft = yield* portion(soften(once, 3, 0.05), 0.25, 0.45);
  const directions = yield* portion(directionsOf(study), 0.45, 0.5);
  const finest = yield* portion(segment(soft, { ease: 0.25, smallest: 10 }), 0.5, 0.6);
  const details = yield* portion(mergeRegions(soft, finest, closeness.details), 0.6, 0.7);
  const masses = yield* portion(mergeRegions(soft, details, closeness.masses), 0.7, 0.75);
  const wide = yield* portion(describe(soft, masses, directions), 0.75, 0.8);
  const small = yield* portion(describe(soft, details, directions), 0.8, 0.85);
  const scale = frame.width / study.width;
  const massAreas = yield* portion(areasOf(masses, wide, closeness, scale, 1), 0.85, 0.92);
  const detailAreas = yield* portion(
    areasOf(details, small, closeness, scale, masses.count + 1),
    0.92,
    1,
  );
  const homes = homesOf(details, masses);
  const standing = small
    .map((region, label) => ({ region, label }))
    .filter(({ region, label }) => standsOut(region, wide[at(homes, label)]));
  const scene = arrange(frame, wide, massAreas, standing, detailAreas);
  return { scene, guides: guidesOf(directions) };
}

/** The mass in which each detail lies: regions are only ever merged whole. */
function homesOf(details: Regions, masses: Regions): Int32Array {
  const homes = new Int32Array(details.count);
  for (let place = 0; place < details.labels.length; place += 1) {
    homes[at(details.labels, place)] = at(masses.labels, place);
  }
  return homes;
}

/** Whether a detail can be told from the colour its mass has at that place. */
function standsOut(region: Described, mass: Described | undefined): boolean {
  if (!mass || region.size === mass.size) return false;
  const dx = region.middle[0] - mass.middle[0];
  const dy = region.middle[1] - mass.middle[1];
  const gap = Math.hypot(
    ...([0, 1, 2] as const).map(
      (axis) => region.lab[axis] - mass.lab[axis] - mass.slopeX[axis] * dx - mass.slopeY[axis] * dy,
    ),
  );
  return gap > plainest;
}

/** One area a region, numbered as bodies from `firstBody`. */
function* areasOf(
  regions: Regions,
  described: readonly Described[],
  { rounds }: Closeness,
  scale: number,
  firstBody: number,
): Generator<number, Area[]> {
  const cracks = yield* portion(cracksOf(regions), 0, 0.5);
  const areas: Area[] = [];
  for (const [label, region] of described.entries()) {
    const ring = smoothOutline(cracks[label] ?? [], regions, rounds);
    areas.push(
      area(
        [ring.map(([x, y]) => [x * scale, y * scale] as const)],
        fillOf(region, scale),
        'object',
        {
          flow: region.flow,
          contour: region.contrast > faintest,
          body: firstBody + label,
        },
      ),
    );
    if (label % 16 === 15) yield 0.5 + (0.5 * label) / described.length;
  }
  return areas;
}

type Standing = { readonly region: Described; readonly label: number };

/** The ground, the masses, the details, and what the eye goes to; the larger under the smaller. */
function arrange(
  frame: Frame,
  wide: readonly Described[],
  massAreas: readonly Area[],
  standing: readonly Standing[],
  detailAreas: readonly Area[],
): Scene {
  const palette = [...wide].sort((a, b) => b.size - a.size).map(({ lab }) => fromLab(lab));
  const ground: Colour = palette[0] ?? [128, 128, 128];
  const all = rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1);
  const bySize = (list: readonly Standing[], areas: readonly Area[]): Area[] =>
    [...list]
      .sort((a, b) => b.region.size - a.region.size || a.label - b.label)
      .flatMap(({ label }) => areas[label] ?? []);
  const marked = [...standing].sort((a, b) => b.region.interest - a.region.interest);
  const focus = new Set(marked.slice(0, Math.ceil(marked.length * 0.3)).map(({ label }) => label));
  const groups: Group[] = [
    {
      name: 'sky',
      plane: 'backdrop',
      depth: 0,
      shapes: [area([all], ground, 'air', { contour: false, body: 0 })],
    },
    {
      name: 'masses',
      plane: 'middle',
      depth: 0.6,
      shapes: bySize(
        wide.map((region, label) => ({ region, label })),
        massAreas,
      ),
    },
    {
      name: 'details',
      plane: 'near',
      depth: 0.75,
      shapes: bySize(
        standing.filter(({ label }) => !focus.has(label)),
        detailAreas,
      ),
    },
    {
      name: 'focus',
      plane: 'subject',
      depth: 0.95,
      shapes: bySize(
        standing.filter(({ label }) => focus.has(label)),
        detailAreas,
      ),
    },
  ];
  return {
    kind: 'abstract',
    frame,
    groups: groups.filter(({ shapes }) => shapes.length > 0),
    light: [-0.6, -0.8],
    palette: [ground, ...palette.slice(1, 6)],
    dark: meanLight(wide) < 0.45,
    drawn: [],
  };
}

function meanLight(regions: readonly Described[]): number {
  const size = regions.reduce((sum, region) => sum + region.size, 0);
  return regions.reduce((sum, region) => sum + region.lab[0] * region.size, 0) / size;
}

/** What brushes look at: doubled angles and importance as bytes. */
function guidesOf({ width, height, cos, sin, interest }: Directions): Guides {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    data[index * 4] = 127.5 + 127.5 * at(cos, index);
    data[index * 4 + 1] = 127.5 + 127.5 * at(sin, index);
    data[index * 4 + 2] = 255 * Math.min(1, at(interest, index) * 1.12);
    data[index * 4 + 3] = 255;
  }
  return { width, height, ratio: 1, data };
}
