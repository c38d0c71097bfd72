import type { LotSource, WalletKind } from '../../src-shared/billing/lots/lot';

const names: Record<LotSource, string> = {
  base: 'Plan credit',
  'add-on': 'Add-on credit',
  pack: 'Pack credit',
};

/** Where the credit of a lot came from, in a person's words. */
export function sourceName(source: LotSource, wallet: WalletKind): string {
  return wallet === 'pool' ? `${names[source]}, shared` : names[source];
}
