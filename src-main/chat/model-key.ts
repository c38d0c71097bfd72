import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Vault } from '../proof/sealed-key-store';
import { replaceFile } from '../store/replace-file';

/** A key, and the only server that it is ever sent to. */
type OwnedKey = { readonly origin: string; readonly key: string };

export type ModelKeys = {
  /** The key for a server; null where none is kept for that very one. */
  keyFor(origin: string): Promise<string | null>;
  /** Whether the key outlives this session. */
  isKept(): boolean;
  /** Why none can be kept sealed here, in a sentence; null where it can. */
  problem(): string | null;
  keep(origin: string, key: string): Promise<void>;
  forget(): Promise<void>;
};

const fileName = 'language-model-key.sealed';
const ownedKey = z.object({ origin: z.string(), key: z.string() });

/**
 * The key of a language model, sealed by the operating system's key store in a file beside the ledger; where there is
 * none, only in memory until Tally is closed. It is bound to its server: another address never gets it.
 */
export function sealedModelKey(dataFolder: string, vault: () => Vault): ModelKeys {
  const file = join(dataFolder, fileName);
  let inMemory: OwnedKey | null = null;
  let kept: Promise<OwnedKey | null> | null = null;
  const read = () => {
    kept ??= unsealed(file, vault());
    return kept;
  };
  return {
    keyFor: async (origin) => {
      const owned = inMemory ?? (await read());
      return owned?.origin === origin ? owned.key : null;
    },
    isKept: () => inMemory === null,
    problem: () => {
      const opened = vault();
      return opened.kind === 'none' ? opened.reason : null;
    },
    keep: async (origin, key) => {
      const opened = vault();
      if (opened.kind === 'none') {
        await rm(file, { force: true });
        inMemory = { origin, key };
        kept = Promise.resolve(null);
        return;
      }
      await replaceFile(file, opened.seal(JSON.stringify({ origin, key })));
      inMemory = null;
      kept = Promise.resolve({ origin, key });
    },
    forget: async () => {
      await rm(file, { force: true });
      inMemory = null;
      kept = Promise.resolve(null);
    },
  };
}

async function unsealed(file: string, vault: Vault): Promise<OwnedKey | null> {
  if (vault.kind === 'none') return null;
  try {
    return ownedKey.parse(JSON.parse(vault.unseal(await readFile(file))));
  } catch {
    // None was kept, or it was sealed on another computer: it has to be entered again.
    return null;
  }
}
