import { useCallback, useEffect, useRef, useState } from 'react';
import type { StatementLine, StatementPage } from '../../src-shared/contract/credits';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';

const pageLength = 100;

type StatementState = {
  readonly lines: readonly StatementLine[];
  readonly older: number | null;
  readonly loaded: boolean;
  readonly problem: string | null;
};

const unread: StatementState = { lines: [], older: null, loaded: false, problem: null };

/**
 * The statement of all jobs or of one: its newest page, read again when the balance changes, and
 * the older pages that were asked for.
 */
export function useStatement(jobId: string | null): StatementState & { loadOlder: () => void } {
  const revision = creditsStore((store) => store.revision);
  const [state, setState] = useState(unread);
  /** Counts statements begun: what was asked for an earlier one is of no use to this one. */
  const generation = useRef(0);
  const reading = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another job means another statement
  useEffect(() => {
    generation.current += 1;
    reading.current = false;
    setState(unread);
  }, [jobId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new balance means new entries
  useEffect(() => {
    let current = true;
    void ask(tally().credits.statement({ before: null, limit: pageLength, jobId })).then(
      (answer) => {
        if (!current) return;
        if (answer.kind === 'answered') setState((known) => withNewest(known, answer.value));
        else setState((known) => ({ ...known, loaded: true, problem: sentenceOf(answer) }));
      },
    );
    return () => {
      current = false;
    };
  }, [jobId, revision]);

  const loadOlder = useCallback(() => {
    if (state.older === null || reading.current) return;
    reading.current = true;
    const asked = generation.current;
    const page = { before: state.older, limit: pageLength, jobId };
    void ask(tally().credits.statement(page)).then((answer) => {
      if (asked !== generation.current) return;
      reading.current = false;
      if (answer.kind === 'answered') setState((known) => withOlder(known, answer.value));
      else setState((known) => ({ ...known, problem: sentenceOf(answer) }));
    });
  }, [jobId, state.older]);

  return { ...state, loadOlder };
}

/** The newest page before what is known; what was known is dropped where a gap would be left. */
export function withNewest(known: StatementState, page: StatementPage): StatementState {
  const oldest = page.lines.at(-1)?.number ?? 0;
  const newestKnown = known.lines[0]?.number ?? 0;
  const connects = page.older === null || newestKnown >= oldest - 1;
  const rest = connects ? known.lines.filter((line) => line.number < oldest) : [];
  const older = rest.length > 0 ? known.older : page.older;
  return { lines: [...page.lines, ...rest], older, loaded: true, problem: null };
}

/** What is known with an older page after it. */
export function withOlder(known: StatementState, page: StatementPage): StatementState {
  const oldest = known.lines.at(-1)?.number ?? Number.POSITIVE_INFINITY;
  const more = page.lines.filter((line) => line.number < oldest);
  return { ...known, lines: [...known.lines, ...more], older: page.older, problem: null };
}
