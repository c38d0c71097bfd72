import { create } from 'zustand';
import type { Quote } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { largestSeed } from '../../src-shared/jobs/look';
import type { Request } from '../../src-shared/jobs/request';
import type { Refusal } from '../../src-shared/refusal';
import { type DraftFields, firstFields, mostContenders } from './draft-fields';
import { fitToCard } from './fit-draft';
import { fieldsOfRequest } from './reuse-request';

/** `resting`: accepted so lately that another press is the second half of a double click. */
type Submission = 'none' | 'under-way' | 'resting';

type DraftStore = DraftFields & {
  /** The id of the next submission: the same press, however often repeated, is one batch. */
  readonly batchId: string;
  /** The ids of the further batches of a press that compares. */
  readonly otherBatchIds: readonly string[];
  readonly submission: Submission;
  /** What the main process refused, until the form changes. */
  readonly refusal: Refusal | null;
  /** The new price, when it changed between the receipt and the press. */
  readonly repriced: Quote | null;
  change: (fields: Partial<DraftFields>) => void;
  /** Makes the form fit a card: its models, their qualities and largest sizes. */
  adoptCard: (card: RateCard) => void;
  /** Changes what needs another model, such as the tool, and takes one of the card that can do it. */
  changeAndFit: (fields: Partial<DraftFields>, card: RateCard) => void;
  /** Puts a former request into the form, seed and all. */
  reuse: (request: Request, card: RateCard) => void;
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

/** The form of the Create screen, and the one submission it may have under way. */
export const draftStore = create<DraftStore>()((set, get) => ({
  ...firstFields,
  seed: randomSeed(),
  ...freshIds(),
  submission: 'none',
  refusal: null,
  repriced: null,
  change: (fields) =>
    set(({ submission }) => ({
      ...fields,
      ...freshIds(),
      refusal: null,
      repriced: null,
      // Whoever has changed something since means the next press.
      submission: submission === 'resting' ? 'none' : submission,
    })),
  adoptCard: (card) => set((draft) => fitToCard(draft, card)),
  changeAndFit: (fields, card) => {
    const before = fieldsOf(get());
    // Four pictures are soon made and four clips soon regretted: with another tool, how many is asked anew.
    const count = (fields.tool ?? before.tool) === before.tool ? before.count : 1;
    get().change(fitToCard({ ...before, count, ...fields }, card));
  },
  reuse: (request, card) => get().changeAndFit(fieldsOfRequest(request), card),
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
      ...freshIds(),
      refusal,
      repriced: refusal.code === 'price-changed' ? refusal.quote : null,
    }),
  giveUp: () => set({ submission: 'none' }),
}));

/** Each press has ids of its own: one, or one for each of those that are compared. */
function freshIds(): Pick<DraftStore, 'batchId' | 'otherBatchIds'> {
  const otherBatchIds = Array.from({ length: mostContenders - 1 }, () => crypto.randomUUID());
  return { batchId: crypto.randomUUID(), otherBatchIds };
}

function randomSeed(): number {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.min(seed, largestSeed);
}

/** What stands in the form alone, as it is kept over a restart. */
export function fieldsOf(draft: DraftFields): DraftFields {
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(firstFields) as (keyof DraftFields)[]) fields[name] = draft[name];
  return { ...firstFields, ...fields };
}
