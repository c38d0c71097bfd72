import { type KeyboardEvent, useRef } from 'react';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';
import { draftStore } from '../stores/draft';
import { beginRecall, notRecalling, shownBy, stepRecall } from './recall-prompt';

/** So many former prompts can be gone back to. */
const mostPrompts = 100;

const steps: Partial<Record<string, 'older' | 'newer'>> = { ArrowUp: 'older', ArrowDown: 'newer' };

/** Alt with the arrows goes through former prompts; the unsent text comes back at the end. */
export function usePromptHistory(): (event: KeyboardEvent) => void {
  const recall = useRef(notRecalling);
  const pending = useRef(Promise.resolve());
  const go = async (step: 'older' | 'newer') => {
    const text = draftStore.getState().prompt;
    // What was typed since is the unsent text of a new recall.
    if (recall.current.place === -1 || shownBy(recall.current) !== text) {
      if (step === 'newer') return;
      const answer = await ask(tally().past.prompts({ limit: mostPrompts }));
      if (answer.kind !== 'answered') return;
      recall.current = beginRecall(answer.value.prompts, text);
    }
    recall.current = stepRecall(recall.current, step);
    draftStore.getState().change({ prompt: shownBy(recall.current) });
  };
  return (event) => {
    const step = steps[event.key];
    if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // One after the other, however quickly they are pressed.
    pending.current = pending.current.then(() => go(step));
  };
}
