import { type Context, drawShape, settle } from './draw-shape';
import type { Easel } from './easel';

/** Draws what most styles look at while they paint: the likeness, else the plan as it stands, with no style. */
export function* drawModel(context: Context, easel: Easel): Generator<number, void> {
  const { scene, scale, likeness } = easel;
  if (likeness) {
    const { width, height } = context.canvas;
    context.imageSmoothingQuality = 'high';
    context.drawImage(likeness.picture, 0, 0, width, height);
    settle(context);
    yield 1;
    return;
  }
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
