import type { Past } from '../../src-shared/contract/past';
import { type Asked, pastOf, recentPrompts } from '../jobs/past';
import type { Context } from './context';

export function of({ studio }: Context, batches: readonly Asked[]): Past {
  return pastOf(studio.ports, batches);
}

export function prompts({ studio }: Context, limit: number): { prompts: readonly string[] } {
  return { prompts: recentPrompts(studio.ports, limit) };
}
