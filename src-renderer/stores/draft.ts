import { create } from 'zustand';
import { recommendedModel } from '../../src-shared/billing/card/advice';
import { modelsFor, type Quote } from '../../src-shared/billing/card/quote';
import type { CardModel, Quality, RateCard } from '../../src-shared/billing/card/rate-card';
import { type ImageRequest, largestSeed } from '../../src-shared/jobs/image-request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import type { Refusal } from '../../src-shared/refusal';

/** What stands in the form. */
export type DraftFields = {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly style: string;
  readonly model: string;
  readonly quality: Quality;
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Whether the seed stays as it is after Generate. */
  readonly seedLocked: boolean;
};

/** `resting`: accepted so lately that another press is the second half of a double click. */
type Submission = 'none' | 'under-way' | 'resting';

type DraftStore = DraftFields & {
  /** The id of the next submission: the same press, however often repeated, is one batch. */
  readonly batchId: string;
  readonly submission: Submission;
  /** What the main process refused, until the form changes. */
  readonly refusal: Refusal | null;
  /** The new price, when it changed between the receipt and the press. */
  readonly repriced: Quote | null;
  change: (fields: Partial<DraftFields>) => void;
  /** Makes the form fit a card: its models, their qualities and largest sizes. */
  adoptCard: (card: RateCard) => void;
  /** Puts a former request into the form, seed and all. */
  reuse: (request: ImageRequest, card: RateCard) => void;
  newSeed: () => void;
  /** Claims the right to submit; false while one is on its way, or was only just accepted. */
  beginSubmit: () => boolean;
  accepted: () => void;
  /** The moment after a submission is over: the next press is a new one. */
  rested: () => void;
  refused: (refusal: Refusal) => void;
  /** No answer came: the batch id stays, so that pressing again can't pay twice. */
  giveUp: () => void;
};

const firstFields: DraftFields = {
  prompt: '',
  negativePrompt: '',
  style: sketchStyles[0].id,
  model: '',
  quality: 'basic',
  count: 1,
  width: 1024,
  height: 1024,
  seed: randomSeed(),
  seedLocked: false,
};

/** The form of the Create screen, and the one submission it may have under way. */
export const draftStore = create<DraftStore>()((set, get) => ({
  ...firstFields,
  batchId: crypto.randomUUID(),
  submission: 'none',
  refusal: null,
  repriced: null,
  change: (fields) =>
    set(({ submission }) => ({
      ...fields,
      batchId: crypto.randomUUID(),
      refusal: null,
      repriced: null,
      // Whoever has changed something since means the next press.
      submission: submission === 'resting' ? 'none' : submission,
    })),
  adoptCard: (card) => set((draft) => fitToCard(draft, card)),
  reuse: (request, card) => {
    const { prompt, negativePrompt, style, model, quality, width, height, seed } = request;
    const fields = { prompt, negativePrompt, style, model, quality, width, height, seed };
    get().change(fitToCard({ ...get(), ...fields, seedLocked: true }, card));
  },
  newSeed: () => get().change({ seed: randomSeed() }),
  beginSubmit: () => {
    if (get().submission !== 'none') return false;
    set({ submission: 'under-way', refusal: null });
    return true;
  },
  accepted: () => {
    const { seedLocked, seed } = get();
    get().change({ seed: seedLocked ? seed : randomSeed() });
    set({ submission: 'resting' });
  },
  rested: () => set({ submission: 'none' }),
  refused: (refusal) =>
    set({
      submission: 'none',
      batchId: crypto.randomUUID(),
      refusal,
      repriced: refusal.code === 'price-changed' ? refusal.quote : null,
    }),
  giveUp: () => set({ submission: 'none' }),
}));

/** The fields of a draft, changed as little as makes the card able to price them. */
export function fitToCard(draft: DraftFields, card: RateCard): DraftFields {
  const models = modelsFor(card, 'image');
  const model =
    models.find((candidate) => candidate.id === draft.model) ??
    models.find((candidate) => candidate.id === recommendedId(card));
  return { ...fieldsOf(draft), ...(model === undefined ? {} : fitToModel(draft, model)) };
}

/** The fields that change with the model: its id, a quality it has, a size it can do. */
export function fitToModel(
  draft: DraftFields,
  model: CardModel,
): Pick<DraftFields, 'model' | 'quality' | 'width' | 'height'> {
  const quality = model.qualities.includes(draft.quality)
    ? draft.quality
    : (model.qualities[0] ?? draft.quality);
  const longest = Math.max(draft.width, draft.height);
  if (longest <= model.longestSide) {
    return { model: model.id, quality, width: draft.width, height: draft.height };
  }
  const shrink = (side: number) => roundSide((side * model.longestSide) / longest);
  return { model: model.id, quality, width: shrink(draft.width), height: shrink(draft.height) };
}

/** The model of best balance of the card for pictures (B11). */
export function recommendedId(card: RateCard): string | null {
  const request = { tool: 'image', model: '', quality: 'basic', count: 1, seconds: null } as const;
  return recommendedModel(card, request);
}

/** Sides are multiples of 8 pixels where Tally chooses them. */
export function roundSide(side: number): number {
  return Math.round(side / 8) * 8;
}

function randomSeed(): number {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.min(seed, largestSeed);
}

function fieldsOf(draft: DraftFields): DraftFields {
  const { prompt, negativePrompt, style, model, quality } = draft;
  const { count, width, height, seed, seedLocked } = draft;
  return { prompt, negativePrompt, style, model, quality, count, width, height, seed, seedLocked };
}
