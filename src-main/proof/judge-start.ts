import type { FoundHead, Head, Unsettled } from './head';
import { type LedgerNow, type Relation, relationOf } from './relation';
import type { RestoreNote } from './restore-note';
import type { ChainTip } from './tip';

/** All that a start has to judge a ledger by. */
export type Evidence = {
  readonly ledger: LedgerNow;
  readonly beside: FoundHead;
  readonly own: FoundHead;
  readonly note: RestoreNote | null;
  /** The fingerprint of the key in use here; null where heads are not signed. */
  readonly fingerprint: string | null;
};

/** What a start found of the ledger, before anything was added to it. */
export type Judgement =
  | { readonly kind: 'sound' }
  /** Nothing speaks against it, but nothing signed speaks for it; `reason` is a sentence. */
  | { readonly kind: 'unproven'; readonly reason: string }
  /** It is an earlier state of this workspace. `left` are the ends of the ledgers it has taken the place of. */
  | ({ readonly kind: 'older'; readonly left: readonly ChainTip[] } & Unsettled)
  /** It is not to be opened; `message` is a sentence. */
  | { readonly kind: 'refused'; readonly message: string };

type Signed = { readonly head: Head; readonly signedBy: string | null };

/** Judges a ledger by the heads that were kept of it, and by a note of Tally's own that a backup was restored. */
export function judgeStart(evidence: Evidence): Judgement {
  const { ledger, note, fingerprint } = evidence;
  const heads = headsIn(evidence);
  const isRestored = note !== null && holds(note, heads, ledger, fingerprint);
  if (heads.length === 0) return withoutHeads(evidence, isRestored);
  const related = heads.map((signed) => ({ ...signed, relation: relationOf(ledger, signed.head) }));
  const refusal = related
    .map(({ head, relation }) => refusalOf(ledger, head, relation, isRestored))
    .find((message) => message !== null);
  if (refusal !== undefined) return { kind: 'refused', message: refusal };
  const ahead = related.filter(({ relation }) => relation.kind !== 'extends');
  const entries = ledger.tip().entries.count;
  if (ahead.length > 0 || isRestored) {
    const left = heads.map(({ head }) => head.tip.entries);
    return { kind: 'older', entries, signedEntries: longest(left), left };
  }
  const unsettled = heads.map(({ head }) => head.unsettled).find((value) => value !== null);
  if (unsettled !== undefined) return { kind: 'older', ...unsettled, left: [] };
  return vouchedFor(heads, fingerprint);
}

/** The heads to judge by. */
function headsIn(evidence: Evidence): Signed[] {
  return standingHeads(evidence).filter((file) => file.kind === 'head');
}

/** What was found of heads that still says something: all but one that was left behind on purpose. */
export function standingHeads({ beside, own }: Pick<Evidence, 'beside' | 'own'>): FoundHead[] {
  if (beside.kind !== 'head' || own.kind !== 'head') return [beside, own];
  if (leaves(beside.head, own.head)) return [beside];
  return leaves(own.head, beside.head) ? [own] : [beside, own];
}

/** Whether a head was kept when the ledger that another one is of had been replaced. */
function leaves(newer: Head, older: Head): boolean {
  const end = older.tip.entries;
  const isLeft = newer.former.some((tip) => isSame(tip, end)) && !isSame(newer.tip.entries, end);
  return isLeft && newer.at >= older.at;
}

/** A note holds for the very heads that it was written over, and must be signed where they are. */
function holds(
  note: RestoreNote,
  heads: readonly Signed[],
  ledger: LedgerNow,
  fingerprint: string | null,
): boolean {
  const isOurs = ({ signedBy }: Signed) => fingerprint !== null && signedBy === fingerprint;
  if (heads.some(isOurs) && note.signedBy !== fingerprint) return false;
  const { replaced } = note;
  if (replaced === null) return heads.length === 0;
  // A note whose backup was never put in place has nothing to say.
  if (isSame(ledger.tip().entries, replaced)) return false;
  return heads.length === 0 || heads.some(({ head }) => isSame(head.tip.entries, replaced));
}

function withoutHeads({ ledger, beside, own, note }: Evidence, isRestored: boolean): Judgement {
  const { entries, orders } = ledger.tip();
  if (isRestored) {
    const left = note?.replaced ?? entries;
    return { kind: 'older', entries: entries.count, signedEntries: left.count, left: [] };
  }
  const spoilt = [beside, own].find((file) => file.kind === 'spoilt');
  if (spoilt?.kind === 'spoilt') {
    return { kind: 'unproven', reason: `The head that was kept of this ledger ${spoilt.message}.` };
  }
  if (entries.count === 0 && orders.count === 0) return { kind: 'sound' };
  return {
    kind: 'unproven',
    reason: 'No earlier head of this ledger was found to compare it with.',
  };
}

/** Why a ledger must not be opened beside this head; null when it may. */
function refusalOf(
  ledger: LedgerNow,
  head: Head,
  relation: Relation,
  isRestored: boolean,
): string | null {
  if (relation.kind === 'foreign') {
    return ledger.tip().entries.count === 0
      ? `The ledger is gone: ${head.tip.entries.count} entries of it were signed, and an empty one is in its place.`
      : 'It is the ledger of another workspace than the one that was signed here.';
  }
  if (relation.kind !== 'contradicts' || isRestored) return null;
  const isFormer = head.former.some(
    ({ count, head: hash }) => ledger.hashAt('entries', count) === hash,
  );
  return isFormer ? null : relation.message;
}

function vouchedFor(heads: readonly Signed[], fingerprint: string | null): Judgement {
  if (fingerprint === null || heads.some(({ signedBy }) => signedBy === fingerprint)) {
    return { kind: 'sound' };
  }
  const other = heads.find(({ signedBy }) => signedBy !== null)?.signedBy;
  const reason =
    other === undefined || other === null
      ? 'It agrees with its last head, but that one was not signed.'
      : `It agrees with its last head, but that one was signed with another key, ${other}.`;
  return { kind: 'unproven', reason };
}

function isSame(left: ChainTip, right: ChainTip): boolean {
  return left.count === right.count && left.head === right.head;
}

function longest(tips: readonly ChainTip[]): number {
  return Math.max(...tips.map(({ count }) => count));
}
