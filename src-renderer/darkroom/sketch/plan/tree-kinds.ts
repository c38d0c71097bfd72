import { type Colour, hex } from '../core/colour';
import type { Random } from '../core/random';
import type { PlantId } from '../reading/words-places';
import type { Stage } from './stage';

export type TreeKind =
  | 'round'
  | 'pine'
  | 'birch'
  | 'palm'
  | 'willow'
  | 'cactus'
  | 'bare'
  | 'blossom'
  | 'poplar'
  | 'bush';

export type TreeSpot = {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly depth: number;
};

/** The leaves' colour in this season. */
export function leafColour(stage: Stage, random: Random): Colour {
  const { season } = stage.reading;
  if (season === 'autumn')
    return hex(random.pick(['#c9582b', '#d98a2c', '#b0452a', '#d9ad3a', '#8f5a2c']));
  if (season === 'spring') return hex(random.pick(['#86b04f', '#6fa552', '#9abf62']));
  return hex(random.pick(['#4d7f42', '#3f7248', '#5c8a45', '#466f3c']));
}

export function treeKindOf(plant: PlantId): TreeKind | undefined {
  switch (plant) {
    case 'tree':
      return 'round';
    case 'pine':
      return 'pine';
    case 'birch':
      return 'birch';
    case 'palm':
      return 'palm';
    case 'willow':
      return 'willow';
    case 'cactus':
      return 'cactus';
    case 'bare tree':
      return 'bare';
    case 'blossom':
      return 'blossom';
    case 'bush':
      return 'bush';
    case 'grass':
    case 'reeds':
      return undefined;
  }
}
