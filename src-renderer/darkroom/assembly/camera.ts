import { createRandom } from '../sketch/core/random';

/** How much closer than its whole a scene is ever seen: so much larger is its picture prepared. */
export const closest = 1.14;

/** A part of a prepared picture, all in shares of its sides: the corner and the part's side. */
export type View = { readonly x: number; readonly y: number; readonly side: number };

/** A slow move through a picture that is never still. */
export type CameraMove = (share: number) => View;

/** The camera's move through a scene: seeded, so that the same storyboard always moves the same way. */
export function cameraFor(seed: number, scene: number): CameraMove {
  const random = createRandom(seed, `camera/${scene}`);
  const isPushing = random.chance(0.5);
  const near = 1 / random.between(1.1, closest);
  const far = 1 / random.between(1, 1.03);
  const target = { x: random.between(0.2, 0.8), y: random.between(0.25, 0.75) };
  const origin = { x: 1 - target.x, y: 1 - target.y };
  return (share) => {
    const way = eased(isPushing ? share : 1 - share);
    const side = far + (near - far) * way;
    const x = (origin.x + (target.x - origin.x) * way) * (1 - side);
    const y = (origin.y + (target.y - origin.y) * way) * (1 - side);
    return { x, y, side };
  };
}

/** Starts and ends a little slower than it goes in between. */
function eased(share: number): number {
  return 0.75 * share + 0.25 * share * share * (3 - 2 * share);
}
