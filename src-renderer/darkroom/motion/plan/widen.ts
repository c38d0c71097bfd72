import type { Point } from '../../sketch/core/geometry';
import type { Fill, Scene, Shape } from '../../sketch/plan/scene';

/**
 * The same composition with more room on every side, a share of its width and of its height: shapes reach some way
 * beyond the frame that they were planned for. The camera has that room to move in.
 */
export function widen(scene: Scene, share: number): Scene {
  const { width, height } = scene.frame;
  const [right, down] = [width * share, height * share];
  const move = ([x, y]: Point): Point => [x + right, y + down];
  return {
    ...scene,
    frame: { width: width + 2 * right, height: height + 2 * down },
    groups: scene.groups.map((group) => ({
      ...group,
      shapes: group.shapes.map((shape) => moved(shape, move)),
    })),
  };
}

function moved(shape: Shape, move: (point: Point) => Point): Shape {
  if (shape.kind === 'stroke') return { ...shape, points: shape.points.map(move) };
  return {
    ...shape,
    rings: shape.rings.map((ring) => ring.map(move)),
    clip: shape.clip?.map((ring) => ring.map(move)),
    fill: movedFill(shape.fill, move),
  };
}

function movedFill(fill: Fill, move: (point: Point) => Point): Fill {
  if (fill.kind === 'flat') return fill;
  if (fill.kind === 'linear') return { ...fill, from: move(fill.from), to: move(fill.to) };
  return { ...fill, centre: move(fill.centre) };
}
