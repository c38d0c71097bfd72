import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReceipt } from '../../scripts/proof/check-receipt.mjs';
import { projectFolder } from '../../scripts/setup/project.mjs';
import { makeKey } from '../../src-main/proof/signing-key';
import { credits, priceOf } from '../../src-shared/billing/credits';
import { hashed, type ReceiptContent, sampleContent, sampleText } from '../helpers/sample-receipt';
import { temporaryFolder } from './temporary-folder';

const { key } = makeKey();
const signed = sampleText(key);
const unsigned = sampleText(null);

/** Runs `npm run verify` as a person does, without npm's own words. */
function verify(...argv: string[]) {
  const script = join(projectFolder, 'scripts', 'verify-receipt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...argv], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function fileOf(content: string | Uint8Array): string {
  const file = join(temporaryFolder(), 'receipt.json');
  writeFileSync(file, content);
  return file;
}

describe('npm run verify', () => {
  test('says what it checked, line by line, and ends with 0', () => {
    const { status, stdout, stderr } = verify(fileOf(signed));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, -1).map((line) => /^ok {6}(\w+): .+\.$/.exec(line)?.[1])).toEqual([
      'Content',
      'Workspace',
      'Hashes',
      'Price',
      'Lots',
      'Holds',
      'Signature',
    ]);
    expect(stdout).toContain('9 seconds × 1 ÷ 2 = 5 credits');
    expect(stdout).toContain(key.fingerprint);
    expect(lines.at(-1)).toBe('The receipt is sound.');
  });

  test('says of an unsigned one that only its figures vouch for it', () => {
    const { status, stdout } = verify(fileOf(unsigned));
    expect(status).toBe(0);
    expect(stdout).toContain('Signature: none');
  });

  test('takes a wanted key in any usual writing, and ends with 1 for another', () => {
    const file = fileOf(signed);
    const grouped = key.fingerprint.toUpperCase().replaceAll(/(....)(?=.)/g, '$1:');
    expect(verify(file, '--key', grouped).status).toBe(0);
    const foreign = verify(file, `--key=${'0'.repeat(64)}`);
    expect(foreign.status).toBe(1);
    expect(foreign.stdout).toMatch(
      /broken {2}This receipt is not sound: its signature is of another key/,
    );
    expect(verify(fileOf(unsigned), '--key', key.fingerprint).status).toBe(1);
  });

  test.each([
    ['cut short', signed.slice(0, 900), 1, 'can’t be read to its end'],
    ['edited', signed.replace('"credits": 3,', '"credits": 4,'), 1, 'something was changed'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]), 2, 'is no receipt of Tally'],
    ['empty', '', 2, 'is no receipt of Tally'],
    ['other JSON', '{"format":"other"}', 2, 'is no receipt of Tally'],
    ['of another version', signed.replace('"schema": 1', '"schema": 2'), 2, 'another version'],
  ])('ends in one sentence for what is %s', (_, content, status, words) => {
    const found = verify(fileOf(content));
    expect(found.status).toBe(status);
    const sentence = status === 2 ? found.stderr : found.stdout;
    expect(sentence).toContain(words);
    expect(sentence.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    ['no file', [], 'Name the file'],
    ['two files', ['a', 'b'], 'one receipt at a time'],
    ['a file that is not there', ['/nowhere/at-all.json'], 'can’t be read'],
    ['an unknown option', ['--fast', 'a'], 'There is no option --fast'],
    ['a key that is none', ['--key', 'xyz', 'a'], '--key needs a fingerprint'],
    ['no key', ['a', '--key'], '--key needs a fingerprint'],
  ])('ends with 2 for %s', (_, argv, words) => {
    const { status, stderr, stdout } = verify(...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe('a receipt', () => {
  test.each([
    ['signed', signed],
    ['unsigned', unsigned],
  ])(
    'that is %s passes for sound with no byte changed',
    (_, text) => {
      const sound = Buffer.from(text);
      expect(checkReceipt(text).kind).toBe('sound');
      for (let place = 0; place < sound.length; place += 1) {
        for (const bit of [0, 1, 2, 3, 4, 5, 6, 7]) {
          const spoilt = Buffer.from(sound);
          spoilt[place] = (spoilt[place] ?? 0) ^ (1 << bit);
          expect(checkReceipt(spoilt.toString()).kind, `bit ${bit} of ${place}`).not.toBe('sound');
        }
      }
    },
    120_000,
  );

  test('passes for sound with nothing cut off, added or moved', () => {
    const places = fc.nat({ max: signed.length - 2 });
    fc.assert(
      fc.property(places, places, fc.string({ minLength: 1 }), (at, to, added) => {
        const cut = signed.slice(0, at) + signed.slice(at + 1);
        const longer = signed.slice(0, at) + added + signed.slice(at);
        const moved = signed.slice(to, at) + signed.slice(0, to) + signed.slice(at);
        for (const text of [cut, longer, moved]) {
          if (text !== signed && text.replaceAll('\r\n', '\n') !== signed) {
            expect(checkReceipt(text).kind).not.toBe('sound');
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('may come with the line ends of Windows', () => {
    expect(checkReceipt(signed.replaceAll('\n', '\r\n')).kind).toBe('sound');
  });

  test('signed by nobody’s key is not sound', () => {
    const other = makeKey().key;
    const claimed = signed.replaceAll(key.publicKey, other.publicKey);
    expect(checkReceipt(claimed)).toMatchObject({ kind: 'broken', at: 'seal' });
  });
});

/** Forgeries by somebody who makes every hash and the seal anew: only what is said can give them away. */
const forgeries: [what: string, forge: (content: ReceiptContent) => ReceiptContent, at: string][] =
  [
    ['a lower price', (it) => ({ ...it, quote: { ...it.quote, each: 4, total: 8 } }), 'price'],
    ['a higher price', (it) => ({ ...it, quote: { ...it.quote, each: 6, total: 12 } }), 'price'],
    ['another total', (it) => ({ ...it, quote: { ...it.quote, total: 9 } }), 'price'],
    ['a smaller charge', (it) => ({ ...it, charge: { ...it.charge, credits: 4 } }), 'price'],
    ['another instant', (it) => ({ ...it, charge: { ...it.charge, at: 4 } }), 'entry 9'],
    ['another job', (it) => ({ ...it, charge: { ...it.charge, job: 'batch-2-0' } }), 'entry 5'],
    [
      'another workspace',
      (it) => ({ ...it, workspace: { ...it.workspace, workspaceId: 'b' } }),
      'workspace',
    ],
    [
      'no mark of a test clock',
      (it) => ({ ...it, workspace: { ...it.workspace, testClock: true } }),
      'workspace',
    ],
    [
      'a genesis of zeros',
      (it) => ({ ...it, workspace: { ...it.workspace, genesis: '0'.repeat(64) } }),
      'entry 1',
    ],
    ['a hold left out', (it) => without(it, 5), 'entry 9'],
    ['a charge left out', (it) => without(it, 10), 'holds'],
    ['a grant left out', (it) => without(it, 2), 'entry 6'],
    ['entries in another order', (it) => ({ ...it, entries: it.entries.toReversed() }), 'entry 9'],
    ['a larger grant', (it) => changed(it, 1, { credits: 9 }), 'lots'],
    ['a grant by hand', (it) => changed(it, 1, { cause_json: '{"kind":"gift"}' }), 'lots'],
    ['a hold after its lot lapsed', (it) => changed(it, 5, { at: 9_000 }), 'entry 5'],
    ['a hold before its lot came', (it) => changed(it, 5, { at: 999 }), 'entry 5'],
    ['a hold from another wallet', (it) => changed(it, 5, { wallet: 'seat-2' }), 'entry 5'],
    [
      'a charge of another job',
      (it) => changed(it, 9, { id: 'charge:batch-2-0:lot-1' }),
      'entry 9',
    ],
    ['more charged than held', (it) => changed(it, 9, { credits: 4 }), 'entry 9'],
  ];

function without(content: ReceiptContent, number: number): ReceiptContent {
  return { ...content, entries: hashed(content.entries.filter((each) => each.number !== number)) };
}

function changed(
  content: ReceiptContent,
  number: number,
  changes: Partial<ReceiptContent['entries'][number]>,
): ReceiptContent {
  const entries = content.entries.map((each) =>
    each.number === number ? { ...each, ...changes } : each,
  );
  return { ...content, entries: hashed(entries) };
}

describe('a forged receipt is found by what it says', () => {
  test.each(forgeries)('%s', (_, forge, at) => {
    expect(checkReceipt(sampleText(key, forge(sampleContent())))).toMatchObject({
      kind: 'broken',
      at,
      message: expect.stringMatching(/^[a-z‘’].*[^.]$/),
    });
  });
});

test('works a price out as Tally does', () => {
  const amount = fc.nat({ max: 1_000_000_000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      amount,
      fc.integer({ min: 1, max: 1_000_000 }),
      (units, price, per) => {
        const each = priceOf(units, credits(price), per);
        const content = sampleContent();
        const quote = {
          ...content.quote,
          units,
          price: { credits: price, per },
          each,
          total: each * 2,
        };
        const found = checkReceipt(sampleText(null, { ...content, quote }));
        // The price agrees; what was charged for it does not, unless it happens to be five.
        if (each !== 5)
          expect(found).toMatchObject({
            at: 'price',
            message: expect.stringContaining('were charged'),
          });
      },
    ),
    { numRuns: 200 },
  );
});
