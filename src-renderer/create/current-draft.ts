import { useMemo } from 'react';
import { type GivenWarning, warningsFor } from '../../src-shared/billing/card/advice';
import { historyOf } from '../../src-shared/jobs/project-history';
import type { Refusal } from '../../src-shared/refusal';
import { describeRefusal } from '../../src-shared/refusal';
import { creditsStore } from '../stores/credits';
import { draftStore } from '../stores/draft';
import { galleryStore } from '../stores/gallery';
import { queueStore } from '../stores/queue';
import { workspaceStore } from '../stores/workspace';
import {
  type CheckedDraft,
  checkDraft,
  type DraftField,
  fieldOf,
  pricedRequestOf,
} from './check-draft';

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

/** The warnings of the card that fit the draft (B12). */
export function useWarnings(): readonly GivenWarning[] {
  const draft = draftStore();
  const workspace = workspaceStore((store) => store.workspace);
  const jobs = queueStore((store) => store.jobs);
  const items = galleryStore((store) => store.items);
  return useMemo(() => {
    if (workspace?.kind !== 'begun') return [];
    const known = new Map(items.map(({ job }) => [job.id, job]));
    for (const job of jobs.values()) known.set(job.id, job);
    const history = historyOf(known.values(), draft.prompt);
    return warningsFor(workspace.card, pricedRequestOf(draft), history);
  }, [draft, workspace, jobs, items]);
}

/** The refusal to show in the form: the main process's last word, or what the check finds. */
export function useShownRefusal(checked: CheckedDraft | null): Refusal | null {
  const answered = draftStore((draft) => draft.refusal);
  if (answered !== null) return answered;
  const found = checked?.refusal ?? null;
  // Nobody has to be told, before having typed, that nothing was typed.
  return found?.code === 'prompt-empty' ? null : found;
}

/** The sentence under one control; null where nothing is wrong with it. */
export function problemAt(refusal: Refusal | null, field: DraftField): string | null {
  return refusal !== null && fieldOf(refusal) === field ? describeRefusal(refusal) : null;
}
