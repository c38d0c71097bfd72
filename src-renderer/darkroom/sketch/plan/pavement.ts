import { type Colour, shift } from '../core/colour';
import { landShape, rolling } from './ridges';
import type { Stage } from './stage';

/** The near ground of open country, for scenes that need only that. */
export function simpleLand(stage: Stage, colour: Colour): (x: number) => number {
  const profile = rolling(
    stage,
    stage.horizon + stage.unit * 0.02,
    stage.unit * 0.02,
    stage.unit * 0.9,
    12,
  );
  stage.add('ground', 'middle', 0.5, [
    landShape(
      stage,
      profile,
      stage.grade(colour, 0.7),
      stage.grade(shift(colour, { light: -0.08 }), 1),
      stage.frame.height - stage.horizon,
    ),
  ]);
  return profile;
}
