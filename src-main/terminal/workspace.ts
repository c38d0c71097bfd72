import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Outcome, TallyClient } from './command';

export type BegunWorkspace = Extract<WorkspaceState, { kind: 'begun' }>;

/** The workspace, once a card and a plan are chosen; before that, the refusal that says so. */
export async function begunWorkspace(tally: TallyClient): Promise<BegunWorkspace | Outcome> {
  const state = await tally.workspace.state();
  if (state.kind === 'begun') return state;
  return { kind: 'refused', refusal: { code: 'workspace-not-begun' } };
}
