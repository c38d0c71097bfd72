import { ellipse, type Point } from '../core/geometry';
import { type Area, area, radial } from './scene';
import type { Stage } from './stage';

/** The shadow on the ground of something `height` tall and `half` wide to each side at its foot. */
export function groundShadow(
  stage: Stage,
  x: number,
  y: number,
  half: number,
  height: number,
): Area {
  const lean = -stage.light[0] * height * 0.3;
  const dark = stage.grade(stage.snowy ? [148, 168, 200] : [44, 46, 40], 0.9);
  const centre: Point = [x + lean, y - height * 0.005];
  const reach = half + Math.abs(lean) * 0.5;
  const fill = radial(centre, reach, [0, dark, 0.55], [0.6, dark, 0.4], [1, dark, 0.05]);
  const ring = ellipse(centre[0], centre[1], reach, height * 0.045);
  return area([ring], fill, 'shade', { contour: false });
}
