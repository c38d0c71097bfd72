import type { Request } from './request';

/** The most prompts that one template may stand for. */
export const mostAlternatives = 100;

const group = /\{([^{}|]*(?:\|[^{}|]*)+)\}/;

/** What the alternatives in a template stand for. */
type Spread =
  | { readonly kind: 'prompts'; readonly prompts: readonly string[] }
  | { readonly kind: 'plain' }
  | { readonly kind: 'too-many' };

/**
 * The prompts that a template stands for, each once, its first group of `{a|b}` changing slowest. Braces without a bar are
 * plain text.
 */
export function spreadPrompt(template: string): Spread {
  let prompts = [template];
  while (group.test(prompts[0] ?? '')) {
    // Nobody means to pay twice for the same words.
    prompts = [...new Set(prompts.flatMap(spreadFirst))];
    if (prompts.length > mostAlternatives) return { kind: 'too-many' };
  }
  const isPlain = prompts.length === 1 && prompts[0] === template;
  return isPlain ? { kind: 'plain' } : { kind: 'prompts', prompts };
}

/** The prompts that the outputs of a batch take in turn; null where all have the prompt itself. */
export function promptsOf(prompt: string): readonly string[] | null {
  const spread = spreadPrompt(prompt);
  return spread.kind === 'prompts' ? spread.prompts : null;
}

/** How many outputs so many variations of a prompt are: that many of each prompt that it stands for. */
export function outputsFor(prompt: string, variations: number): number {
  return variations * (promptsOf(prompt)?.length ?? 1);
}

export type AlternativesRefusal =
  | { readonly code: 'too-many-alternatives'; readonly limit: number }
  | { readonly code: 'count-uneven'; readonly count: number; readonly prompts: number };

/** Whether `count` outputs share out a prompt's alternatives evenly; null when they do. */
export function checkPrompts(
  { prompt }: Pick<Request, 'prompt'>,
  count: number,
): AlternativesRefusal | null {
  const spread = spreadPrompt(prompt);
  if (spread.kind === 'too-many') return { code: 'too-many-alternatives', limit: mostAlternatives };
  if (spread.kind === 'plain' || count % spread.prompts.length === 0) return null;
  return { code: 'count-uneven', count, prompts: spread.prompts.length };
}

/** The prompts that differ in the first group alone; an empty alternative leaves no double space behind. */
function spreadFirst(prompt: string): string[] {
  const match = group.exec(prompt);
  if (match === null) return [prompt];
  const before = prompt.slice(0, match.index);
  const after = prompt.slice(match.index + match[0].length);
  return (match[1] ?? '')
    .split('|')
    .map((choice) => `${before}${choice.trim()}${after}`.replaceAll(/ {2,}/g, ' ').trim());
}
