import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Head, printHead, readHead } from '../../../src-main/proof/head';
import { headFiles } from '../../../src-main/proof/head-files';
import { HeadKeeper } from '../../../src-main/proof/head-keeper';
import { printNote, readNote } from '../../../src-main/proof/restore-note';
import { makeKey, type OpenedKey } from '../../../src-main/proof/signing-key';
import { type ChainTip, emptyChain, type Tip } from '../../../src-main/proof/tip';
import { instant } from '../../../src-shared/billing/instant';
import { temporaryFolder } from '../../helpers/temporary-folder';

const { key } = makeKey();
const tip = (count: number): ChainTip => ({ count, head: count.toString(16).padStart(64, '0') });
const tips = (count: number): Tip => ({ entries: tip(count), orders: tip(1), lines: tip(1) });

const head: Head = {
  workspaceId: 'mine',
  at: instant(1_700_000_000_000),
  tip: tips(12),
  anchors: [tip(3), tip(9)],
  former: [tip(40)],
  unsettled: { entries: 3, signedEntries: 40 },
};

describe('a head’s text', () => {
  test('comes back as it was, with the key that signed it', () => {
    expect(readHead(printHead(head, key))).toEqual({
      kind: 'head',
      head,
      signedBy: key.fingerprint,
    });
    expect(readHead(printHead(head, null))).toEqual({ kind: 'head', head, signedBy: null });
  });

  test.each([
    ['signed', key],
    ['unsigned', null],
  ])('is not believed after any change of a %s one', (_, signer) => {
    const text = printHead(head, signer);
    for (let place = 0; place < text.length; place += 1) {
      const flipped = String.fromCharCode(text.charCodeAt(place) ^ 1);
      const found = readHead(text.slice(0, place) + flipped + text.slice(place + 1));
      // A space for another character between two words of JSON can't change what it says.
      if (found.kind === 'head') expect(found.head, `at ${place}`).toEqual(head);
    }
    expect(readHead(text.slice(0, -20)).kind).toBe('spoilt');
    expect(readHead('').kind).toBe('spoilt');
    expect(readHead('null').kind).toBe('spoilt');
  });

  test('of a note is no head, and the other way round', () => {
    expect(readHead(printNote(tip(3), key)).kind).toBe('spoilt');
    expect(readNote(printHead(head, key))).toBeNull();
    expect(readNote(printNote(tip(3), key))).toEqual({
      replaced: tip(3),
      signedBy: key.fingerprint,
    });
  });

  test('signed with one key does not pass for another’s', () => {
    const other = makeKey().key;
    const text = printHead(head, key).replaceAll(key.publicKey, other.publicKey);
    expect(readHead(text)).toEqual({
      kind: 'spoilt',
      message: 'was not signed by the key that it names',
    });
  });
});

describe('a keeper', () => {
  let folder: string;
  let count: number;
  const trouble = vi.fn();
  const opened: OpenedKey = { kind: 'key', key };
  const story = { workspaceId: 'mine', anchors: [], former: [], unsettled: null };

  beforeEach(() => {
    vi.useFakeTimers();
    trouble.mockClear();
    folder = temporaryFolder();
    count = 1;
  });
  afterEach(() => vi.useRealTimers());

  function keeper(former: Head['former'] = []): HeadKeeper {
    return new HeadKeeper(
      {
        chains: {
          tip: () =>
            count === 0
              ? { entries: emptyChain, orders: emptyChain, lines: emptyChain }
              : tips(count),
          hashAt: (_, number) => (number > count ? null : tip(number).head),
        },
        files: headFiles(folder, join(folder, 'own'), 'mine'),
        opened,
        now: () => instant(5),
        onTrouble: trouble,
        report: (error) => {
          throw error;
        },
      },
      { ...story, former },
      null,
      true,
    );
  }

  const file = () => join(folder, 'heads', 'head.json');
  function kept(): Head {
    const found = readHead(readFileSync(file(), 'utf8'));
    if (found.kind !== 'head') throw new Error('no head was kept');
    return found.head;
  }

  test('keeps one head for many changes, after a rest', async () => {
    const heads = keeper();
    heads.touch();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(existsSync(file())).toBe(false);
    for (count = 2; count < 50; count += 1) heads.touch();
    await vi.advanceTimersByTimeAsync(200);
    await heads.close();
    expect(kept().tip).toEqual(tips(50));
    expect(heads.lastKept).toEqual({ at: 5, tip: tips(50) });
  });

  test('keeps a last head when it is closed, and none after', async () => {
    const heads = keeper();
    count = 7;
    await heads.close();
    count = 8;
    heads.touch();
    await heads.keepNow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kept().tip).toEqual(tips(7));
  });

  test('keeps nothing of a workspace that has not begun', async () => {
    count = 0;
    await keeper().close();
    expect(existsSync(file())).toBe(false);
  });

  test('remembers the states of backups, and forgets ends that the ledger has come by again', async () => {
    const heads = keeper([tip(5), { ...tip(6), head: 'f'.repeat(64) }]);
    count = 4;
    await heads.anchor(tip(2));
    await heads.anchor(tip(2));
    await heads.anchor(tip(1));
    expect(kept()).toMatchObject({ anchors: [tip(1), tip(2)], former: [tip(5), { count: 6 }] });
    count = 9;
    await heads.keepNow();
    expect(kept().former).toEqual([{ count: 6, head: 'f'.repeat(64) }]);
  });

  test('tells once that nothing can be kept, and tries again', async () => {
    writeFileSync(join(folder, 'heads'), 'a file in the way');
    const heads = keeper();
    await heads.keepNow();
    count = 2;
    await heads.keepNow();
    expect(trouble).toHaveBeenCalledTimes(1);
    expect(heads.trouble).toMatchObject({ folder: join(folder, 'heads') });
    expect(heads.lastKept).toBeNull();
  });

  test('goes on where only the second copy can’t be kept', async () => {
    mkdirSync(join(folder, 'own', 'heads', 'mine.json'), { recursive: true });
    const heads = keeper();
    await heads.close();
    expect(heads.trouble).toBeNull();
    expect(kept().tip).toEqual(tips(1));
  });
});
