/** Where one is among former prompts, as in a shell: place -1 is the text that was not sent yet. */
export type Recall = {
  /** Newest first. */
  readonly prompts: readonly string[];
  readonly place: number;
  readonly unsent: string;
};

export const notRecalling: Recall = { prompts: [], place: -1, unsent: '' };

/** What a recall shows. */
export function shownBy({ prompts, place, unsent }: Recall): string {
  return prompts[place] ?? unsent;
}

/** A recall over `prompts` that begins with the text in the field; the same text is not offered again. */
export function beginRecall(prompts: readonly string[], text: string): Recall {
  return { prompts: prompts.filter((prompt) => prompt !== text), place: -1, unsent: text };
}

/** One step further back, or forth again to the text that was not sent; at either end it stays. */
export function stepRecall(recall: Recall, step: 'older' | 'newer'): Recall {
  const { prompts, place } = recall;
  const next = step === 'older' ? place + 1 : place - 1;
  return { ...recall, place: Math.max(-1, Math.min(prompts.length - 1, next)) };
}
