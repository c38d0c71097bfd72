import { genesisFor, hashEntry } from '../../scripts/proof/chain.mjs';
import { sealReceipt } from '../../scripts/proof/check-receipt.mjs';
import { printReceipt, type Receipt } from '../../scripts/proof/receipt-form.mjs';
import type { SigningKey } from '../../src-main/proof/signing-key';

type Entry = Receipt['entries'][number];
export type ReceiptContent = Omit<Receipt, 'format' | 'schema' | 'seal'>;

const identity = { workspaceId: 'a-workspace', createdAt: 1_000, testClock: false };
const genesis = genesisFor(identity).toString('hex');
const startsAt = 1_000;
const expiresAt = 9_000;

function grant(number: number, lot: string, granted: number): Entry {
  const wallet = { id: 'seat-1', kind: 'seat' };
  const terms = { id: lot, wallet, source: 'base', startsAt, expiresAt, granted };
  return {
    ...entry(number, 'grant', lot, granted, startsAt),
    id: `grant:${lot}`,
    cause_json: JSON.stringify({ kind: 'cycle', subscription: 'subscription-1', index: 0 }),
    terms_json: JSON.stringify(terms),
    job: null,
  };
}

function entry(number: number, kind: string, lot: string, credits: number, at: number): Entry {
  return {
    number,
    id: `${kind}:batch-1-0:${lot}`,
    kind,
    lot,
    wallet: 'seat-1',
    credits,
    at,
    cause_json: JSON.stringify({ kind: 'job', job: 'batch-1-0' }),
    released_to: null,
    terms_json: null,
    job: 'batch-1-0',
    available_after: 5,
    held_after: 0,
    previous: '',
    hash: '',
  };
}

/** Gives every entry the hash that fits it; entries that are not neighbours follow some other one. */
export function hashed(entries: readonly Entry[]): Entry[] {
  let before: Entry | null = null;
  return entries.map((given) => {
    const stranger = given.number === 1 ? genesis : given.number.toString(16).padStart(64, 'e');
    const previous = before?.number === given.number - 1 ? before.hash : stranger;
    const { hash: _, previous: __, ...row } = given;
    const hash = hashEntry(row, Buffer.from(previous, 'hex')).toString('hex');
    before = { ...row, previous, hash };
    return before;
  });
}

/** What a receipt of a charge of five credits from two lots says. */
export function sampleContent(): ReceiptContent {
  return {
    workspace: { ...identity, genesis },
    madeAt: '2026-01-31T10:00:00.000Z',
    charge: { job: 'batch-1-0', credits: 5, at: 3_000 },
    quote: {
      card: { id: 'ai-studios', version: '2026-01-01' },
      tool: 'video',
      model: 'video-generator',
      quality: 'premium',
      count: 2,
      units: 9,
      unit: 'second',
      price: { credits: 1, per: 2 },
      each: 5,
      total: 10,
      rule: 'One credit for two seconds.',
    },
    entries: hashed([
      grant(1, 'lot-1', 3),
      grant(2, 'lot-2', 60),
      entry(5, 'hold', 'lot-1', 3, 2_000),
      entry(6, 'hold', 'lot-2', 2, 2_000),
      entry(9, 'charge', 'lot-1', 3, 3_000),
      entry(10, 'charge', 'lot-2', 2, 3_000),
    ]),
  };
}

export function sampleText(key: SigningKey | null, content = sampleContent()): string {
  return printReceipt(sealReceipt(content, key));
}
