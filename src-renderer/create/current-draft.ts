import { useMemo } from 'react';
import {
  type GivenWarning,
  type Part,
  type ProjectHistory,
  warningsFor,
} from '../../src-shared/billing/card/warnings';
import type { Refusal } from '../../src-shared/refusal';
import { describeRefusal } from '../../src-shared/refusal';
import { creditsStore } from '../stores/credits';
import { draftStore } from '../stores/draft';
import { pastStore } from '../stores/past';
import { useBegun, workspaceStore } from '../stores/workspace';
import { historyFor } from './ask-past';
import { type CheckedDraft, checkDraft, type DraftField, fieldOf, pressOf } from './check-draft';

/** The draft in the form, checked against what the stores hold now; null before all is loaded. */
export function currentCheck(): CheckedDraft | null {
  const { workspace } = workspaceStore.getState();
  const { balance } = creditsStore.getState();
  if (workspace?.kind !== 'begun' || balance === null) return null;
  const { card, planId, renewal } = workspace;
  const draft = draftStore.getState();
  const { repriced } = draft;
  const seat = workspace.seat.id;
  return checkDraft(draft, { card, planId, seat, renewal, balance, repriced });
}

/** `currentCheck` for a component, worked out anew when anything it depends on changes. */
export function useCheckedDraft(): CheckedDraft | null {
  const draft = draftStore();
  const balance = creditsStore((store) => store.balance);
  const workspace = workspaceStore((store) => store.workspace);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the stores are read for
  return useMemo(currentCheck, [draft, balance, workspace]);
}

/** What is known before a press: the card's warnings (B12), what they are about, and the past (B8). */
export type Beforehand = {
  readonly warnings: readonly GivenWarning[];
  readonly press: readonly Part[];
  readonly history: ProjectHistory;
};

export function useBeforehand(): Beforehand {
  const draft = draftStore();
  const { card } = useBegun();
  const past = pastStore();
  return useMemo(() => {
    const press = pressOf(draft);
    const history = historyFor(draft, past);
    return { press, history, warnings: warningsFor(card, press, history) };
  }, [draft, card, past]);
}

/** Nobody has to be told, before having begun, that nothing was typed, chosen or painted. */
const isYetToCome: ReadonlySet<Refusal['code']> = new Set([
  'prompt-empty',
  'source-missing',
  'mask-missing',
]);

/** The refusal to show in the form: the main process's last word, or what the check finds. */
export function useShownRefusal(checked: CheckedDraft | null): Refusal | null {
  const answered = draftStore((draft) => draft.refusal);
  if (answered !== null) return answered;
  const found = checked?.refusal ?? null;
  return found !== null && isYetToCome.has(found.code) ? null : found;
}

/** The sentence under one control; null where nothing is wrong with it. */
export function problemAt(refusal: Refusal | null, field: DraftField): string | null {
  return refusal !== null && fieldOf(refusal) === field ? describeRefusal(refusal) : null;
}
