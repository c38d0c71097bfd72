import { describe, expect, test } from 'vitest';
import type { FoundHead, Head } from '../../../src-main/proof/head';
import { type Evidence, judgeStart } from '../../../src-main/proof/judge-start';
import type { LedgerNow } from '../../../src-main/proof/relation';
import { type ChainName, type ChainTip, emptyChain } from '../../../src-main/proof/tip';
import { instant } from '../../../src-shared/billing/instant';

/** A chain is told by a word: its first `count` rows have hashes made of the word's first letters. */
const hashOf = (chain: string, count: number) =>
  Buffer.from(`${count}${chain.slice(0, count)}`)
    .toString('hex')
    .padEnd(64, '0')
    .slice(0, 64);
const tipOf = (chain: string): ChainTip =>
  chain === '' ? emptyChain : { count: chain.length, head: hashOf(chain, chain.length) };

type Words = { readonly [chain in ChainName]: string };
const words = (entries: string, orders = 'o', lines = 'l'): Words => ({ entries, orders, lines });
const tips = ({ entries, orders, lines }: Words) => ({
  entries: tipOf(entries),
  orders: tipOf(orders),
  lines: tipOf(lines),
});

function ledger(chains: Words, workspaceId = 'mine'): LedgerNow {
  return {
    workspaceId,
    tip: () => tips(chains),
    hashAt: (chain, number) =>
      number > chains[chain].length ? null : hashOf(chains[chain], number),
  };
}

function head(chains: Words, changes: Partial<Head> = {}): Head {
  return {
    workspaceId: 'mine',
    at: instant(1),
    tip: tips(chains),
    anchors: [],
    former: [],
    unsettled: null,
    ...changes,
  };
}

const none: FoundHead = { kind: 'none' };
const signed = (found: Head, signedBy: string | null = 'key'): FoundHead => ({
  kind: 'head',
  head: found,
  signedBy,
});

function judge(chains: Words, evidence: Partial<Evidence> = {}) {
  return judgeStart({
    ledger: ledger(chains),
    beside: none,
    own: none,
    note: null,
    fingerprint: 'key',
    ...evidence,
  });
}

describe('beside a signed head, a ledger that', () => {
  const beside = signed(head(words('abcdef', 'op', 'lm')));

  test('is the same or longer is sound', () => {
    expect(judge(words('abcdef', 'op', 'lm'), { beside })).toEqual({ kind: 'sound' });
    expect(judge(words('abcdefgh', 'opq', 'lm'), { beside })).toEqual({ kind: 'sound' });
  });

  test.each([
    [
      'one entry was edited',
      words('abXdef', 'op', 'lm'),
      'Entry 6 is not the one that was signed.',
    ],
    [
      'one order was edited',
      words('abcdef', 'Xp', 'lm'),
      'Order 2 is not the one that was signed.',
    ],
    [
      'one line was edited',
      words('abcdef', 'op', 'Xm'),
      'Invoice line 2 is not the one that was signed.',
    ],
    [
      'two entries changed places',
      words('abdcef', 'op', 'lm'),
      'Entry 6 is not the one that was signed.',
    ],
    [
      'an order is gone and entries came',
      words('abcdefg', 'o', 'lm'),
      'The newest order is missing, though newer entries are there.',
    ],
    [
      'lines are gone and entries came',
      words('abcdefg', 'op', ''),
      'The newest 2 invoice lines are missing, though newer entries are there.',
    ],
    [
      'entries are gone and orders came',
      words('abc', 'opq', 'lm'),
      'The newest 3 entries are missing, though newer orders are there.',
    ],
  ])('is refused where %s', (_, chains, message) => {
    expect(judge(chains, { beside })).toEqual({ kind: 'refused', message });
  });

  test('is shorter everywhere is an older state', () => {
    const expected = { kind: 'older', entries: 3, signedEntries: 6, left: [tipOf('abcdef')] };
    expect(judge(words('abc', 'o', 'lm'), { beside })).toEqual(expected);
    expect(judge(words('abc', 'op', 'l'), { beside })).toEqual(expected);
  });

  test('is shorter but has another row at an anchor is refused', () => {
    const anchored = signed(head(words('abcdef'), { anchors: [tipOf('ab')] }));
    expect(judge(words('abc'), { beside: anchored })).toMatchObject({ kind: 'older' });
    expect(judge(words('aXc'), { beside: anchored })).toEqual({
      kind: 'refused',
      message: 'Entry 2 is not the one that was signed.',
    });
  });

  test('is of another workspace is refused, whatever else', () => {
    const other = { ledger: ledger(words('abcdef', 'op', 'lm'), 'other'), beside };
    expect(judge(words(''), other)).toMatchObject({ kind: 'refused' });
    const note = { replaced: tipOf('abcdef'), signedBy: 'key' };
    expect(judge(words(''), { ...other, note })).toMatchObject({ kind: 'refused' });
  });

  test('is empty is refused: the ledger is gone', () => {
    const gone = { ledger: ledger(words('', '', ''), 'fresh'), beside };
    expect(judge(words(''), gone)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('The ledger is gone'),
    });
  });

  test('agrees with the one beside it but not with the person’s own copy is refused or older', () => {
    const own = signed(head(words('abcdefgh', 'op', 'lm')));
    expect(judge(words('abcdef', 'op', 'lm'), { beside, own })).toMatchObject({
      kind: 'older',
      entries: 6,
      signedEntries: 8,
    });
    const swapped = signed(head(words('Xbcdef', 'op', 'lm')));
    expect(judge(words('abcdef', 'op', 'lm'), { beside, own: swapped })).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('a note that a backup was restored', () => {
  const beside = signed(head(words('abcdef')));
  const note = { replaced: tipOf('abcdef'), signedBy: 'key' };

  test('lets another state in', () => {
    expect(judge(words('abXYZ'), { beside, note })).toMatchObject({ kind: 'older', entries: 5 });
    expect(judge(words('abcXYZ'), { beside, note })).toMatchObject({ kind: 'older', entries: 6 });
  });

  test.each([
    ['it is not signed and the head is', { ...note, signedBy: null }],
    ['it is signed with another key', { ...note, signedBy: 'other' }],
    ['it was written over another head', { ...note, replaced: tipOf('abcd') }],
    ['it was written over none', { ...note, replaced: null }],
  ])('counts for nothing where %s', (_, doubtful) => {
    expect(judge(words('abcXYZ'), { beside, note: doubtful })).toMatchObject({ kind: 'refused' });
  });

  test('counts for nothing when its backup was never put in place', () => {
    expect(judge(words('abcdef'), { beside, note })).toEqual({ kind: 'sound' });
  });

  test('counts unsigned where nothing is signed, also without a head', () => {
    const unsigned = { ...note, signedBy: null };
    const evidence = { note: unsigned, fingerprint: null };
    const besides = signed(head(words('abcdef')), null);
    expect(judge(words('abcXYZ'), { ...evidence, beside: besides })).toMatchObject({
      kind: 'older',
    });
    expect(judge(words('abc'), evidence)).toMatchObject({
      kind: 'older',
      entries: 3,
      signedEntries: 6,
    });
    expect(
      judge(words('abc'), { fingerprint: null, note: { replaced: null, signedBy: null } }),
    ).toMatchObject({ kind: 'older' });
  });
});

describe('a ledger that had been replaced', () => {
  const former = [tipOf('abcdef')];
  const beside = signed(head(words('abXYZVW'), { former, at: instant(2) }));

  test('is let in again by its end, and so is one that goes on from it', () => {
    expect(judge(words('abcdef'), { beside })).toMatchObject({ kind: 'older', entries: 6 });
    expect(judge(words('abcdefgh'), { beside })).toMatchObject({ kind: 'older', entries: 8 });
    expect(judge(words('abcdXfgh'), { beside })).toMatchObject({ kind: 'refused' });
  });

  test('leaves a head of its own behind that says nothing any more', () => {
    const own = signed(head(words('abcdef')));
    expect(judge(words('abXYZVWU'), { beside, own })).toEqual({ kind: 'sound' });
    expect(judge(words('abXYZVWU'), { beside: own, own: beside })).toEqual({ kind: 'sound' });
  });

  test('says something again once it was written over', () => {
    const own = signed(head(words('abcdef'), { at: instant(3) }));
    expect(judge(words('abXYZVWU'), { beside, own })).toMatchObject({ kind: 'refused' });
  });
});

describe('without a head that can be believed', () => {
  test('an empty ledger is sound, any other unproven', () => {
    expect(judge(words('', '', ''))).toEqual({ kind: 'sound' });
    expect(judge(words('abc'))).toMatchObject({ kind: 'unproven' });
    const spoilt = { kind: 'spoilt', message: 'can’t be read' } as const;
    expect(judge(words('abc'), { beside: spoilt })).toEqual({
      kind: 'unproven',
      reason: 'The head that was kept of this ledger can’t be read.',
    });
  });

  test('one of another key, or of none, says nothing for the ledger but still against it', () => {
    const other = signed(head(words('abc')), 'other');
    expect(judge(words('abcd'), { beside: other })).toMatchObject({
      kind: 'unproven',
      reason: expect.stringContaining('other'),
    });
    expect(judge(words('aXcd'), { beside: other })).toMatchObject({ kind: 'refused' });
    const unsigned = signed(head(words('abc')), null);
    expect(judge(words('abc'), { beside: unsigned })).toMatchObject({ kind: 'unproven' });
    expect(judge(words('abc'), { beside: unsigned, fingerprint: null })).toEqual({ kind: 'sound' });
  });
});

test('an older state that was not settled to the end is gone on from', () => {
  const unsettled = { entries: 3, signedEntries: 6 };
  const beside = signed(head(words('abcXY'), { unsettled, former: [tipOf('abcdef')] }));
  expect(judge(words('abcXYZ'), { beside })).toEqual({ kind: 'older', ...unsettled, left: [] });
});
