import { type SketchStyleId, sketchStyles } from '../../../src-shared/jobs/sketch-styles';

export type StyleId = SketchStyleId;

export type Style = { readonly id: StyleId; readonly name: string; readonly description: string };

const descriptions: Readonly<Record<StyleId, string>> = {
  watercolour: 'Wet washes that pool at their edges and settle into the grain of the paper.',
  oil: 'Loaded brush strokes that follow the form, thick enough to catch the light.',
  ink: 'Pen lines, hatching and a diluted wash on warm paper.',
  flat: 'Clean shapes in few colours, as on a printed travel poster.',
  pixel: 'A true low-resolution grid with a small palette and ordered dithering.',
  'low-poly': 'Facets cut from the scene and lit like folded paper.',
  risograph: 'Three spot inks, halftone grain and plates that do not quite meet.',
  blueprint: 'White construction drawing on cyanotype blue, measured but not lettered.',
  'paper-cut': 'Sheets of coloured paper, cut and stacked so that they cast shadows.',
  'stained-glass': 'Panes of glowing glass held in dark lead.',
  charcoal: 'Smudged tone and broken strokes on a toothy sheet.',
  woodcut: 'Lines carved along the form and printed in black over colour.',
};

/** Every style, in the order in which they are offered. */
export const styles: readonly Style[] = sketchStyles.map(({ id, name }) => ({
  id,
  name,
  description: descriptions[id],
}));

/** The style of an id that crossed the contract. Throws a RangeError for one that Sketch does not have. */
export function asStyle(id: string): StyleId {
  const known = sketchStyles.find((style) => style.id === id);
  if (known === undefined) throw new RangeError(`Sketch has no style «${id}»`);
  return known.id;
}
