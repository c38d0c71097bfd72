import type { Shape } from '../plan/scene';

/** The shapes from `start` on that belong to one body; a stroke is a body of its own. */
export function bodyFrom(shapes: readonly Shape[], start: number): Shape[] {
  const first = shapes[start];
  if (!first) return [];
  const run: Shape[] = [first];
  if (first.kind === 'stroke') return run;
  for (let index = start + 1; index < shapes.length; index += 1) {
    const shape = shapes[index];
    if (shape?.kind !== 'area' || shape.body !== first.body || first.body === 0) break;
    run.push(shape);
  }
  return run;
}

/** Every body of a group, in order. */
export function bodiesOf(shapes: readonly Shape[]): Shape[][] {
  const bodies: Shape[][] = [];
  let index = 0;
  while (index < shapes.length) {
    const body = bodyFrom(shapes, index);
    bodies.push(body);
    index += Math.max(1, body.length);
  }
  return bodies;
}
