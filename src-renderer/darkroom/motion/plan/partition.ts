import { createRandom, type Random } from '../../sketch/core/random';
import { figures } from '../../sketch/figures/figures';
import type { Group, Scene } from '../../sketch/plan/scene';
import type { Stir, StirKind } from './stir';

/** Neighbouring groups of a scene that are cut out and moved as one. */
export type Slice = {
  readonly groups: readonly Group[];
  /** Depth at its top and at its foot, 0 far to 1 near: they differ for ground and water, which lie. */
  readonly depth: { readonly top: number; readonly foot: number };
  readonly stir: Stir;
};

const lying = new Set([
  'ground',
  'shore',
  'sea',
  'lake',
  'river',
  'ripples',
  'reflection',
  'pavement',
  'road marks',
  'road',
  'path',
  'stream',
  'sand',
  'wet sand',
  'foam',
  'sea floor',
  'table',
  'bank',
]);
const waters = new Set(['sea', 'lake', 'river', 'ripples', 'reflection', 'stream', 'foam']);
const leafy = new Set([
  'tree',
  'canopy',
  'treeline',
  'undergrowth',
  'flowers',
  'flower row',
  'bouquet',
  'wreath',
  'reef',
  'trunk',
  'pine',
  'palm',
  'accents',
  'ribbon',
]);

/** The slices of a scene, far to near, at most `most`; the first is what all others stand before. */
export function partition(scene: Scene, most: number, seed: number, climbs: boolean): Slice[] {
  const random = createRandom(seed, 'slices');
  const slices: Slice[] = [];
  for (const [index, group] of scene.groups.entries()) {
    const slice = sliceOf(group, scene, index, random, climbs);
    const last = slices.at(-1);
    if (last !== undefined && belongTogether(last, slice))
      slices.splice(-1, 1, merged(last, slice));
    else slices.push(slice);
  }
  while (slices.length > most) mergeCheapest(slices);
  return slices;
}

function sliceOf(
  group: Group,
  scene: Scene,
  index: number,
  random: Random,
  climbs: boolean,
): Slice {
  const kind = index === 0 ? firstKind(group) : kindOf(group, scene, climbs);
  const isLying = lying.has(group.name) || group.name === 'wave';
  const near = Math.min(1, Math.max(0, group.depth));
  const depth =
    isLying && group.name !== 'wave' && index > 0
      ? { top: 0.52, foot: 1 }
      : { top: near, foot: near };
  const phase = random.between(0, 2 * Math.PI);
  return { groups: [group], depth, stir: { kind, phase, strength: 1 } };
}

/** The first one fills the picture: it can't be moved off its place. */
function firstKind({ name }: Group): StirKind {
  return name === 'water' ? 'ripple' : 'still';
}

function kindOf(group: Group, { frame }: Scene, climbs: boolean): StirKind {
  const { name, plane } = group;
  if (name === 'sun' || name === 'moon') return climbs ? 'climb' : 'still';
  if (['cloud', 'mist', 'nebula', 'aurora'].includes(name)) return 'drift';
  if (waters.has(name)) return 'ripple';
  if (name === 'lightning') return 'flash';
  if (name === 'wave') return 'swell';
  if (name === 'gulls' || name === 'planet') return 'hover';
  if (leafy.has(name)) return 'sway';
  if (name === 'portrait') return 'breathe';
  const figure = Object.hasOwn(figures, name) ? figures[name as keyof typeof figures] : undefined;
  if (figure === undefined) return plane === 'subject' ? 'breathe' : 'still';
  const stands = group.shapes[0]?.material === 'shade';
  const isBuilt = ['wall', 'metal', 'rock'].includes(figure.material);
  if (stands) return isBuilt ? 'still' : 'breathe';
  return footOf(group) < frame.height * 0.55 ? 'hover' : 'rock';
}

function footOf({ shapes }: Group): number {
  let foot = 0;
  for (const shape of shapes) {
    const lines = shape.kind === 'area' ? shape.rings : [shape.points];
    for (const line of lines) for (const [, y] of line) foot = Math.max(foot, y);
  }
  return foot;
}

const sharing = new Set<StirKind>(['still', 'ripple', 'drift', 'sway', 'hover']);

/** Whether two neighbours move alike anyway. */
function belongTogether(left: Slice, right: Slice): boolean {
  if (left.stir.kind !== right.stir.kind || !sharing.has(left.stir.kind)) return false;
  return costOf(left, right) < 0.06;
}

function costOf(left: Slice, right: Slice): number {
  const apart =
    Math.abs(left.depth.foot - right.depth.foot) + Math.abs(left.depth.top - right.depth.top);
  return apart + (left.stir.kind === right.stir.kind ? 0 : 0.5);
}

function mergeCheapest(slices: Slice[]): void {
  let cheapest = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < slices.length; at += 1) {
    const [left, right] = [slices[at - 1], slices[at]];
    if (left === undefined || right === undefined) continue;
    if (left.stir.kind === 'flash' || right.stir.kind === 'flash') continue;
    // Nothing is laid into what fills the picture while anything else can be spared.
    const cost = costOf(left, right) + (at === 1 ? 0.4 : 0);
    if (cost < least) [least, cheapest] = [cost, at];
  }
  const [left, right] = slices.slice(cheapest - 1, cheapest + 1);
  if (left !== undefined && right !== undefined)
    slices.splice(cheapest - 1, 2, merged(left, right));
}

function merged(left: Slice, right: Slice): Slice {
  const share = left.groups.length / (left.groups.length + right.groups.length);
  const between = (a: number, b: number) => a * share + b * (1 - share);
  const alike = left.stir.kind === right.stir.kind;
  return {
    groups: [...left.groups, ...right.groups],
    depth: {
      top: between(left.depth.top, right.depth.top),
      foot: between(left.depth.foot, right.depth.foot),
    },
    stir: alike ? left.stir : { ...left.stir, kind: 'still' },
  };
}
