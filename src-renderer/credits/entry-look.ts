import type { EntryKind } from '../../src-shared/billing/lots/entry';

/** What each kind of entry is called, and what it does to the credit one can spend. */
export const entryLooks: Readonly<
  Record<EntryKind, { readonly name: string; readonly sign: '+' | '−' | ''; readonly tone: string }>
> = {
  grant: { name: 'Grant', sign: '+', tone: 'text-accent' },
  hold: { name: 'Hold', sign: '−', tone: '' },
  charge: { name: 'Charge', sign: '', tone: '' },
  release: { name: 'Release', sign: '+', tone: 'text-accent' },
  expire: { name: 'Lapse', sign: '−', tone: 'text-caution' },
};
