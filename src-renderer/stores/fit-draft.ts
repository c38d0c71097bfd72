import { recommendedModel } from '../../src-shared/billing/card/advice';
import { modelsFor } from '../../src-shared/billing/card/quote';
import type { CardModel, RateCard, ToolId } from '../../src-shared/billing/card/rate-card';
import { clipSizes } from '../../src-shared/jobs/clip-request';
import { type DraftFields, requestOf } from './draft-fields';
import { fitContenders } from './fit-contenders';

/** The tool of the rate card that a form asks for: a clip from a picture is another than one from words (B1). */
export function cardToolOf(fields: DraftFields): ToolId {
  return requestOf(fields).tool;
}

/** The fields of a draft, changed as little as makes the card able to price them. */
export function fitToCard(draft: DraftFields, card: RateCard): DraftFields {
  const tool = cardToolOf(draft);
  const models = modelsFor(card, tool);
  const model =
    models.find((candidate) => candidate.id === draft.model) ??
    models.find((candidate) => candidate.id === recommendedId(card, tool));
  if (model === undefined) return draft;
  const fitted = { ...draft, ...fitToModel(draft, model) };
  return draft.tool === 'playground' ? fitComparison(fitted, card) : fitted;
}

/** Contenders of the card, and a size that each of them can make. */
function fitComparison(draft: DraftFields, card: RateCard): DraftFields {
  const fitted = { ...draft, contenders: fitContenders(draft, card) };
  return { ...fitted, ...shrunk(fitted, mostSideOf(fitted, card)) };
}

/** Pixels of the longer side that every model of the form can make; 0 where the card has none of them. */
export function mostSideOf({ tool, model, contenders }: DraftFields, card: RateCard): number {
  const ids = tool === 'playground' ? contenders.map((each) => each.model) : [model];
  const sides = ids.map((id) => card.models.find((each) => each.id === id)?.longestSide ?? 0);
  return Math.min(...sides);
}

/** The fields that change with the model: its id, a quality it has, a size it can do. */
export function fitToModel(
  draft: DraftFields,
  model: CardModel,
): Pick<DraftFields, 'model' | 'quality' | 'width' | 'height' | 'clipSize'> {
  const quality = model.qualities.includes(draft.quality)
    ? draft.quality
    : (model.qualities[0] ?? draft.quality);
  const clipSize = clipSizeFor(draft.clipSize, model.longestSide);
  const { width, height } = draft;
  // A film maker's sizes are no painter's: what was chosen for pictures stays for the way back.
  const size = draft.tool === 'image' ? shrunk(draft, model.longestSide) : { width, height };
  return { model: model.id, quality, ...size, clipSize };
}

/** A size of the same proportion whose longer side is at most `most` pixels. */
function shrunk({ width, height }: Pick<DraftFields, 'width' | 'height'>, most: number) {
  const longest = Math.max(width, height);
  if (longest <= most || most === 0) return { width, height };
  const shrink = (side: number) => roundSide((side * most) / longest);
  return { width: shrink(width), height: shrink(height) };
}

/** The size itself where a model can make it, else the largest of its proportion that it can. */
function clipSizeFor(id: string, longestSide: number): string {
  const fits = clipSizes.filter(({ width, height }) => Math.max(width, height) <= longestSide);
  const chosen = clipSizes.find((size) => size.id === id) ?? clipSizes[0];
  if (fits.some((size) => size.id === chosen.id)) return chosen.id;
  return fits.findLast(({ ratio }) => ratio === chosen.ratio)?.id ?? chosen.id;
}

/** The model of best balance of the card for a tool (B11). */
export function recommendedId(card: RateCard, tool: ToolId = 'image'): string | null {
  const seconds = tool === 'video' || tool === 'image-to-video' ? 5 : null;
  return recommendedModel(card, { tool, model: '', quality: 'basic', count: 1, seconds });
}

/** Sides are multiples of 8 pixels where Tally chooses them. */
export function roundSide(side: number): number {
  return Math.round(side / 8) * 8;
}
