import type { LotSource, LotTerms } from './lot';

/** What credit of a source is called in a sentence. */
export const sourceWords: Record<LotSource, string> = {
  base: 'plan credit',
  'add-on': 'add-on credit',
  pack: 'pack credit',
};

/** What a lot's credit is called in a sentence: «plan credit», «add-on credit of the pool». */
export function lotWords({ source, wallet }: Pick<LotTerms, 'source' | 'wallet'>): string {
  return `${sourceWords[source]}${wallet.kind === 'pool' ? ' of the pool' : ''}`;
}
