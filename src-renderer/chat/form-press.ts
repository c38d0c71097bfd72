import { create } from 'zustand';
import type { Quote } from '../../src-shared/billing/card/quote';
import { type ChatForm, outputsOfForm, requestOfForm } from '../../src-shared/chat/form';
import { describeRefusal } from '../../src-shared/refusal';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { takeOver } from '../queue/queue-actions';

/** Where the press of a form's button stands. */
export type Press = {
  /** The same press, however often repeated, is one batch. */
  readonly batchId: string;
  readonly seed: number;
  readonly state: 'ready' | 'under-way' | 'resting';
  /** How often it was accepted. */
  readonly accepted: number;
  readonly problem: string | null;
  /** The price by the main process's last word, where it is not the card's. */
  readonly repriced: Quote | null;
};

/** So long after a press another one is the second half of a double click, in milliseconds. */
const doubleClick = 600;

type PressStore = {
  readonly presses: ReadonlyMap<string, Press>;
  put: (form: string, press: Press) => void;
};

/** The presses of forms in chats, by chat, message and place; they outlive a change of screen. */
export const pressStore = create<PressStore>()((set) => ({
  presses: new Map(),
  put: (form, press) => set(({ presses }) => ({ presses: new Map(presses).set(form, press) })),
}));

const firstPress: Press = {
  batchId: '',
  seed: 0,
  state: 'ready',
  accepted: 0,
  problem: null,
  repriced: null,
};

export function usePress(form: string): Press {
  return pressStore((store) => store.presses.get(form)) ?? firstPress;
}

/** Submits a form at the price that its receipt shows; pressed twice, it submits once. */
export async function pressForm(name: string, form: ChatForm, quote: Quote): Promise<void> {
  const { presses, put } = pressStore.getState();
  const before = presses.get(name) ?? firstPress;
  if (before.state !== 'ready') return;
  const press = before.batchId === '' ? { ...before, ...freshBatch() } : before;
  const request = requestOfForm(form, press.seed);
  if (request === null) return;
  put(name, { ...press, state: 'under-way', problem: null });
  const { card, total } = quote;
  const { batchId } = press;
  const count = outputsOfForm(form);
  const accepted = { card, total };
  const answer = await ask(tally().jobs.submit({ batchId, request, count, accepted }));
  switch (answer.kind) {
    case 'answered': {
      takeOver(answer.value);
      const done = { ...press, ...nextBatch, accepted: press.accepted + 1 };
      put(name, { ...done, state: 'resting' });
      setTimeout(() => put(name, { ...done, state: 'ready' }), doubleClick);
      return;
    }
    case 'refused': {
      const { refusal } = answer;
      const repriced = refusal.code === 'price-changed' ? refusal.quote : null;
      const problem = describeRefusal(refusal);
      put(name, { ...press, ...nextBatch, state: 'ready', problem, repriced });
      return;
    }
    case 'unanswered':
      // The batch id stays, so that pressing again can't pay twice.
      put(name, { ...press, state: 'ready', problem: sentenceOf(answer) });
  }
}

const nextBatch = { batchId: '', problem: null, repriced: null } as const;

function freshBatch(): Pick<Press, 'batchId' | 'seed'> {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { batchId: crypto.randomUUID(), seed };
}
