import { readPrompt } from '../sketch/reading/read-prompt';
import { contextOf } from '../sketch/styles/draw-shape';
import { cover } from './cover';
import { nameOf } from './names';
import { regrade } from './regrade';
import { repaint } from './repaint';
import { type EditLook, type Steps, within } from './steps';
import { gradeOf, saidOfWords } from './words';

/** Paints a picture anew in a style and by the words, keeping composition and colours (B1). */
export function* restyle(
  look: EditLook,
  strength: number,
  source: ImageBitmap,
  canvas: OffscreenCanvas,
): Steps {
  cover(source, contextOf(canvas));
  yield { fraction: 0.01 };
  const reading = readPrompt(look.prompt, look.negativePrompt);
  const grade = gradeOf(reading);
  if (grade !== null) yield* within(regrade(contextOf(canvas), grade), 0.01, 0.1);
  yield* within(repaint(look, strength, canvas), 0.1, 1);
  return {
    reading: `Sketch repainted the picture as ${nameOf(look.style)}${saidOfWords(reading)}`,
  };
}
