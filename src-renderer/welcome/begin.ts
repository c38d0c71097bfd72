import { isTimeZone } from '../../src-shared/billing/time-zone';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { workspaceStore } from '../stores/workspace';
import type { PlanChoice } from './plan-choice';

/** The time zone of this computer, in which billing days begin and end; UTC where it is not known. */
export function ownTimeZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(own) ? own : 'UTC';
}

/** Begins the workspace with what was chosen; answers with a sentence when that was refused. */
export async function begin(choice: PlanChoice): Promise<string | null> {
  const begun = await ask(tally().workspace.begin({ ...choice, timeZone: ownTimeZone() }));
  if (begun.kind !== 'answered') return sentenceOf(begun);
  workspaceStore.getState().setWorkspace(begun.value);
  return null;
}
