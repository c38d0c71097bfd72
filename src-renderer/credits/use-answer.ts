import { useEffect, useState } from 'react';
import { type Answer, sentenceOf } from '../app/ask';

/** What a call answered last, and why the newest one did not. */
export type Asked<Value> = {
  /** Null until there was an answer; the last one while the next is on its way. */
  readonly value: Value | null;
  readonly problem: string | null;
  readonly asking: boolean;
};

/** Asks whenever `read` is another function; null asks nothing. An answer to an earlier question is of no use. */
export function useAnswer<Value>(read: (() => Promise<Answer<Value>>) | null): Asked<Value> {
  const [state, setState] = useState<Asked<Value>>({
    value: null,
    problem: null,
    asking: read !== null,
  });
  useEffect(() => {
    if (read === null) return;
    let current = true;
    setState((before) => ({ ...before, asking: true }));
    void read().then((answer) => {
      if (!current) return;
      setState((before) =>
        answer.kind === 'answered'
          ? { value: answer.value, problem: null, asking: false }
          : { value: before.value, problem: sentenceOf(answer), asking: false },
      );
    });
    return () => {
      current = false;
    };
  }, [read]);
  return state;
}
