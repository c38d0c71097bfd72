import { create } from 'zustand';
import type { OrderPreview, OrderWish } from '../../src-shared/contract/plan';
import type { Refusal } from '../../src-shared/refusal';

/** `placed`: so lately that another press is the second half of a double click. */
type Submission = 'none' | 'under-way' | 'placed';

/** An order as it is shown before it is placed. */
export type Slip = {
  /** Made when the slip opens, and anew when the wish changes: however often it is pressed, it is one order. */
  readonly orderId: string;
  readonly wish: OrderWish;
  /** What the order would do; the word on an earlier wish while `asking`, null while it is refused. */
  readonly preview: OrderPreview | null;
  readonly asking: boolean;
  /** Why the order can't be placed, or that its price has changed. */
  readonly refusal: Refusal | null;
  /** That no answer came, in a sentence. */
  readonly problem: string | null;
  readonly submission: Submission;
};

type SlipStore = {
  readonly slip: Slip | null;
  open: (wish: OrderWish) => void;
  /** Another wish in the same slip: the count of units, the figures of a contract. */
  change: (wish: OrderWish) => void;
  close: () => void;
  foretold: (orderId: string, preview: OrderPreview) => void;
  refused: (orderId: string, refusal: Refusal) => void;
  unanswered: (orderId: string, problem: string) => void;
  /** Claims the right to place the order; false while it can't be placed, is under way, or is placed. */
  beginOrder: () => boolean;
  placed: (orderId: string) => void;
};

/** The slip that lies over the screen, at most one. */
export const slipStore = create<SlipStore>()((set, get) => {
  const changeOf = (orderId: string, change: (slip: Slip) => Partial<Slip>) =>
    set(({ slip }) =>
      slip?.orderId === orderId ? { slip: { ...slip, ...change(slip) } } : { slip },
    );
  return {
    slip: null,
    open: (wish) => set({ slip: freshSlip(wish) }),
    change: (wish) =>
      set(({ slip }) =>
        slip === null || slip.submission !== 'none'
          ? { slip }
          : { slip: { ...freshSlip(wish), preview: slip.preview } },
      ),
    close: () => set({ slip: null }),
    foretold: (orderId, preview) =>
      changeOf(orderId, ({ refusal }) => ({
        preview,
        asking: false,
        problem: null,
        refusal: isNewPrice(refusal) ? refusal : null,
      })),
    refused: (orderId, refusal) =>
      changeOf(orderId, () => ({
        // A refused id stays refused, so the next press is another order.
        orderId: crypto.randomUUID(),
        preview: null,
        asking: isNewPrice(refusal),
        submission: 'none',
        problem: null,
        refusal,
      })),
    unanswered: (orderId, problem) =>
      changeOf(orderId, () => ({ asking: false, submission: 'none', problem })),
    beginOrder: () => {
      const { slip } = get();
      if (slip === null || !canBePlaced(slip)) return false;
      set({ slip: { ...slip, submission: 'under-way', problem: null } });
      return true;
    },
    placed: (orderId) => changeOf(orderId, () => ({ submission: 'placed', refusal: null })),
  };
});

/** Whether the slip says what the order would do, and nothing is in the way of it. */
export function canBePlaced(slip: Slip): boolean {
  return slip.preview !== null && !slip.asking && slip.submission === 'none';
}

function isNewPrice(refusal: Refusal | null): boolean {
  return refusal?.code === 'order-price-changed';
}

function freshSlip(wish: OrderWish): Slip {
  return {
    orderId: crypto.randomUUID(),
    wish,
    preview: null,
    asking: true,
    refusal: null,
    problem: null,
    submission: 'none',
  };
}
