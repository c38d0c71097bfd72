import type { Head } from './head';
import { type ChainName, type ChainReader, chainNames, type Tip } from './tip';

/** What a ledger is to a head that was signed earlier. */
export type Relation =
  /** It has all that was signed, and perhaps more. */
  | { readonly kind: 'extends' }
  /** It ends before what was signed, and is a beginning of it as far as can be told. */
  | { readonly kind: 'older' }
  /** It has something else in a place that was signed; `message` is a sentence. */
  | { readonly kind: 'contradicts'; readonly message: string }
  | { readonly kind: 'foreign' };

export type LedgerNow = ChainReader & { readonly workspaceId: string };

const rowNames: Record<ChainName, string> = {
  entries: 'entry',
  orders: 'order',
  lines: 'invoice line',
};

/** Compares a ledger's chains with what a head says of them. */
export function relationOf(ledger: LedgerNow, head: Head): Relation {
  if (head.workspaceId !== ledger.workspaceId) return { kind: 'foreign' };
  const tip = ledger.tip();
  const signed = [
    ...chainNames.map((chain) => ({ chain, ...head.tip[chain] })),
    ...head.anchors.map((anchor) => ({ chain: 'entries' as const, ...anchor })),
  ];
  for (const { chain, count, head: hash } of signed) {
    if (count === 0 || count > tip[chain].count) continue;
    if (ledger.hashAt(chain, count) !== hash) {
      return contradiction(`${capital(rowNames[chain])} ${count} is not the one that was signed.`);
    }
  }
  return lengthRelation(tip, head.tip);
}

function lengthRelation(now: Tip, signed: Tip): Relation {
  const shorter = chainNames.filter((chain) => now[chain].count < signed[chain].count);
  if (shorter.length === 0) return { kind: 'extends' };
  const longer = chainNames.filter((chain) => now[chain].count > signed[chain].count);
  const [first] = shorter;
  // A backup is older in every way; what is longer in one place and shorter in another was cut.
  if (longer.length === 0 || first === undefined) return { kind: 'older' };
  const lost = signed[first].count - now[first].count;
  const name =
    lost === 1 ? `The newest ${rowNames[first]} is` : `The newest ${lost} ${plural(first)} are`;
  return contradiction(`${name} missing, though newer ${plural(longer[0] ?? first)} are there.`);
}

function plural(chain: ChainName): string {
  return chain === 'lines' ? 'invoice lines' : chain;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function contradiction(message: string): Relation {
  return { kind: 'contradicts', message };
}
