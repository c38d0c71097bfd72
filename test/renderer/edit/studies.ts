import type { Study } from '../../../src-renderer/darkroom/edit/study';
import { createStudy, studyOf } from '../../../src-renderer/darkroom/edit/study';
import type { Colour } from '../../../src-renderer/darkroom/sketch/core/colour';

/** Runs work that yields its progress to its end. */
export function finish<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** A study of a picture that has the colour `paint` gives at each place. */
export function studyFrom(
  width: number,
  height: number,
  paint: (x: number, y: number) => Colour,
): Study {
  const data = Array.from({ length: width * height }, (_, index) => [
    ...paint(index % width, Math.floor(index / width)),
    255,
  ]).flat();
  return finish(studyOf(data, width, height));
}

/** A study without colour that has these lightnesses, 0..1. */
export function greyStudy(width: number, height: number, light: readonly number[]): Study {
  const study = createStudy(width, height);
  study.light.set(light);
  return study;
}
