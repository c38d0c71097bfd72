import type { Answerer } from '../../src-shared/contract/chat';
import type { LanguageModelState } from '../../src-shared/contract/language-model';

/** Who wrote an answer, as its heading. */
export function answererName(by: Answerer | null): string {
  return by?.kind === 'model' ? by.model : 'Guide';
}

/** Who answers the next message. */
export function nextAnswerer(model: LanguageModelState | null, asksGuide: boolean): Answerer {
  const connected = model?.connected ?? null;
  return connected === null || asksGuide ? { kind: 'guide' } : { kind: 'model', ...connected };
}

/** Who answers, in a sentence, and that it is free (B2). */
export function answererSentence(by: Answerer): string {
  if (by.kind === 'guide') {
    return 'Chat is free and has no cap. Tally’s built-in guide answers, from your own figures; nothing leaves this computer.';
  }
  return `Chat is free in Tally and has no cap. «${by.model}» answers at ${by.address}: what you write, and the figures it looks up, are sent there.`;
}
