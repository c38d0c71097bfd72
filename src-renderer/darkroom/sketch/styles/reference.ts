import type { Scene } from '../plan/scene';
import { type Context, drawShape, settle } from './draw-shape';

/** Draws the plan as it stands, with no style: what most styles look at while they paint. */
export function* drawScene(context: Context, scene: Scene, scale: number): Generator<number, void> {
  const total = scene.groups.reduce((sum, group) => sum + group.shapes.length, 0);
  let done = 0;
  for (const group of scene.groups) {
    for (const shape of group.shapes) {
      drawShape(context, shape, scale);
      done += 1;
      if (done % 6 === 0) settle(context);
      yield done / total;
    }
  }
}
