import type { Ordered, OrderPreview, OrderWish } from '../../src-shared/contract/plan';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { planStore } from '../stores/plan';
import { slipStore } from '../stores/slip';
import { tellProblem, toastStore } from '../stores/toasts';
import { workspaceStore } from '../stores/workspace';
import { undoOf } from './undo';

/** So long, in milliseconds, a placed slip stays: no second half of a double click falls on what is under it. */
const restAfterOrder = 600;

/** Shows the slip of an order. Nothing is ordered before its button is pressed. */
export function openSlip(wish: OrderWish): void {
  slipStore.getState().open(wish);
  void foretell();
}

/** Another count, seat name, cadence or contract in the open slip. */
export function changeWish(wish: OrderWish): void {
  slipStore.getState().change(wish);
  void foretell();
}

/** Asks what the order of the open slip would do; the answer to an earlier wish is of no use. */
async function foretell(): Promise<void> {
  const { slip, foretold, refused, unanswered } = slipStore.getState();
  if (slip === null || !slip.asking) return;
  const { orderId, wish } = slip;
  const answer = await ask(tally().plan.preview({ wish }));
  switch (answer.kind) {
    case 'answered':
      return foretold(orderId, answer.value);
    case 'refused':
      return refused(orderId, answer.refusal);
    case 'unanswered':
      return unanswered(orderId, sentenceOf(answer));
  }
}

/** Asks again what the order would do, after no answer came. */
export function askAgain(): void {
  const { slip, change } = slipStore.getState();
  if (slip === null) return;
  change(slip.wish);
  void foretell();
}

/**
 * Places the order of the open slip at the price it shows. Pressed twice, it is one order: the second
 * press finds the first under way or just placed, and a repeat of an unanswered one has the same id.
 */
export async function placeSlip(): Promise<void> {
  const { slip, beginOrder, placed, refused, unanswered } = slipStore.getState();
  if (slip === null || slip.preview === null || !beginOrder()) return;
  const { orderId, wish, preview } = slip;
  const accepted = { cents: preview.cents };
  const answer = await ask(tally().plan.order({ orderId, wish, accepted }));
  switch (answer.kind) {
    case 'answered':
      adopt(answer.value);
      tellOrdered(answer.value, wish, preview);
      placed(orderId);
      setTimeout(() => closeSlip(orderId), restAfterOrder);
      return;
    case 'refused':
      refused(orderId, answer.refusal);
      void foretell();
      return;
    case 'unanswered':
      unanswered(orderId, sentenceOf(answer));
  }
}

function closeSlip(orderId: string): void {
  const { slip, close } = slipStore.getState();
  if (slip?.orderId === orderId) close();
}

/** Puts everything that an order changed into the stores. */
function adopt({ plan, workspace, balance }: Ordered): void {
  planStore.getState().setPlan(plan);
  workspaceStore.getState().setWorkspace(workspace);
  creditsStore.getState().setBalance(balance);
}

function tellOrdered({ order }: Ordered, wish: OrderWish, preview: OrderPreview): void {
  const undo = undoOf(wish, preview);
  const action = undo === null ? null : { label: undo.label, run: () => void takeBack(undo.wish) };
  toastStore.getState().tell({ severity: 'information', text: order.words, action });
}

/** Undoes at once what costs nothing to undo; what would cost something is shown as a slip first. */
export async function takeBack(wish: OrderWish): Promise<void> {
  const foretold = await ask(tally().plan.preview({ wish }));
  if (foretold.kind !== 'answered') return tellProblem(sentenceOf(foretold));
  const { cents, lines } = foretold.value;
  if (lines.length > 0) return openSlip(wish);
  const order = { orderId: crypto.randomUUID(), wish, accepted: { cents } };
  const answer = await ask(tally().plan.order(order));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  adopt(answer.value);
  tellOrdered(answer.value, wish, foretold.value);
}

/** Lets this computer spend from another active seat's wallet. */
export async function workAs(seat: string): Promise<void> {
  const answer = await ask(tally().plan.workAs({ seat }));
  if (answer.kind === 'answered') planStore.getState().setPlan(answer.value);
  else tellProblem(sentenceOf(answer));
}
