import type { WorkspaceState } from '../../src-shared/contract/workspace';
import { done, type Outcome, type TallyClient } from './command';
import type { JsonObject } from './json';

export type BegunWorkspace = Extract<WorkspaceState, { kind: 'begun' }>;

/** The workspace, once a card and a plan are chosen; before that, the refusal that says so. */
export async function begunWorkspace(tally: TallyClient): Promise<BegunWorkspace | Outcome> {
  const state = await tally.workspace.state();
  if (state.kind === 'begun') return state;
  return { kind: 'refused', refusal: { code: 'workspace-not-begun' } };
}

/** An answer about the workspace: one that goes by a clock of its own is marked so, first of all. */
export function told(
  { testClock }: Pick<BegunWorkspace, 'testClock'>,
  result: JsonObject,
  lines: readonly string[],
  notes: readonly string[] = [],
): Outcome {
  const mark = testClock ? ['This is a test workspace, with a clock of its own.'] : [];
  return done({ testClock, ...result }, lines, [...mark, ...notes]);
}
