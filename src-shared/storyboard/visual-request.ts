import { recommendedModel } from '../billing/card/advice';
import { modelsFor, type PricedRequest, toolOf } from '../billing/card/quote';
import { type Quality, qualities, type RateCard } from '../billing/card/rate-card';
import { clipSizes } from '../jobs/clip-request';
import type { ImageRequest } from '../jobs/image-request';
import type { Board, BoardSize, Scene } from './board';

/**
 * The tool that paints the pictures of a board: the card's own one for topics or documents (A5), else its image tool,
 * where each picture is metered (B1).
 */
export function visualTool(card: RateCard, source: Board['source']): ImageRequest['tool'] {
  const own = source === 'topic' ? 'topic-to-video' : 'helper-visual';
  return toolOf(card, own) !== null && modelsFor(card, own).length > 0 ? own : 'image';
}

/** The qualities in which a board's pictures can be had. */
export function visualQualities(card: RateCard, source: Board['source']): Quality[] {
  const models = modelsFor(card, visualTool(card, source));
  return qualities.filter((quality) => models.some((model) => model.qualities.includes(quality)));
}

/** The quality a scene has by a card: the one that was chosen, or the one there is. */
export function qualityOf(card: RateCard, source: Board['source'], scene: Scene): Quality {
  const offered = visualQualities(card, source);
  return offered.includes(scene.quality) ? scene.quality : (offered[0] ?? scene.quality);
}

/** What the price of a scene's picture depends on; the model is the card's best balance for the quality (B11). */
export function pricedVisual(card: RateCard, board: Board, scene: Scene): PricedRequest {
  const tool = visualTool(card, board.source);
  const quality = qualityOf(card, board.source, scene);
  const priced = { tool, model: '', quality, count: 1, seconds: null };
  return { ...priced, model: recommendedModel(card, priced) ?? '' };
}

/** What is made for a scene: a picture of the board's proportions, as large as the model and the film allow. */
export function visualRequest(card: RateCard, board: Board, scene: Scene): ImageRequest {
  const tool = visualTool(card, board.source);
  const { model, quality } = pricedVisual(card, board, scene);
  const longestSide = modelsFor(card, tool).find(({ id }) => id === model)?.longestSide ?? 0;
  const { prompt, style, seed } = scene;
  const size = visualSize(board.size, longestSide);
  return { tool, prompt, negativePrompt: '', style, model, quality, ...size, seed };
}

/** The size of a film's pictures, in pixels, where no side may be longer than `longestSide`. */
function visualSize(
  size: BoardSize,
  longestSide: number,
): { readonly width: number; readonly height: number } {
  const { width, height } = sizeOf(size);
  const scale = Math.min(1, longestSide / Math.max(width, height));
  // Video wants even sides.
  const even = (side: number) => Math.floor((side * scale) / 2) * 2;
  return { width: even(width), height: even(height) };
}

/** The size of a film, in pixels. */
export function sizeOf(size: BoardSize): (typeof clipSizes)[number] {
  const found = clipSizes.find(({ id }) => id === size);
  if (found === undefined) throw new Error(`there is no film of the size ${size}`);
  return found;
}
