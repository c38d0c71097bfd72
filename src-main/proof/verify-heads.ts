import type { Break } from '../ledger/compare-balances';
import type { FoundHead } from './head';
import type { HeadFiles } from './head-files';
import { standingHeads } from './judge-start';
import { type LedgerNow, relationOf } from './relation';

/**
 * Whether what was signed of the ledger is still in it: reads the kept heads anew. Null when it is, or when no head has been
 * kept yet.
 */
export async function verifyHeads(
  ledger: LedgerNow,
  files: HeadFiles,
  hasKept: boolean,
): Promise<Break | null> {
  const { beside, own } = await files.find();
  if (beside.kind === 'none' && hasKept) return breakAt('it was taken away from beside the ledger');
  const problems = standingHeads({ beside, own }).map((head) => problemOf(head, ledger));
  return problems.find((problem) => problem !== null) ?? null;
}

function problemOf(found: FoundHead, ledger: LedgerNow): Break | null {
  if (found.kind === 'none') return null;
  if (found.kind === 'spoilt') return breakAt(`it ${found.message}`);
  const relation = relationOf(ledger, found.head);
  switch (relation.kind) {
    case 'extends':
      return null;
    case 'older':
      return breakAt('more entries were signed than the ledger has');
    case 'foreign':
      return breakAt('it is of another workspace');
    case 'contradicts':
      return breakAt(relation.message);
  }
}

function breakAt(message: string): Break {
  return { at: 'the signed head', message };
}
