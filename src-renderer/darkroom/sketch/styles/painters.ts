import type { StyleId } from '../styles';
import { paintBlueprint } from './blueprint';
import { paintCharcoal } from './charcoal';
import type { Painter } from './easel';
import { paintFlat } from './flat';
import { paintInk } from './ink';
import { paintLowPoly } from './low-poly';
import { paintOil } from './oil';
import { paintPaperCut } from './paper-cut';
import { paintPixel } from './pixel';
import { paintRisograph } from './risograph';
import { paintStainedGlass } from './stained-glass';
import { paintWatercolour } from './watercolour';
import { paintWoodcut } from './woodcut';

/** The painter of each style. */
export const painters: Readonly<Record<StyleId, Painter>> = {
  watercolour: paintWatercolour,
  oil: paintOil,
  ink: paintInk,
  flat: paintFlat,
  pixel: paintPixel,
  'low-poly': paintLowPoly,
  risograph: paintRisograph,
  blueprint: paintBlueprint,
  'paper-cut': paintPaperCut,
  'stained-glass': paintStainedGlass,
  charcoal: paintCharcoal,
  woodcut: paintWoodcut,
};
