import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../store/replace-file';
import { type KeyStore, keyFrom, makeKey, type OpenedKey, type SigningKey } from './signing-key';

/** What seals a text so that only this person on this computer can open it again. */
export type Vault =
  | {
      readonly kind: 'ready';
      seal(text: string): Uint8Array;
      /** Throws on what was not sealed here. */
      unseal(sealed: Uint8Array): string;
    }
  /** Why there is none here, in a sentence. */
  | { readonly kind: 'none'; readonly reason: string };

const keyFile = /^signing-key-[0-9a-f]{16}\.sealed$/;

/**
 * Keeps the signing key of a data folder in a sealed file beside the ledger. A file that was sealed on another
 * computer is left where it is: each computer signs with a key of its own.
 */
export function sealedKeyStore(dataFolder: string, vault: () => Vault): KeyStore {
  let opened: Promise<OpenedKey> | null = null;
  return {
    open: () => {
      opened ??= openKey(dataFolder, vault());
      return opened;
    },
  };
}

async function openKey(folder: string, vault: Vault): Promise<OpenedKey> {
  if (vault.kind === 'none') return vault;
  await mkdir(folder, { recursive: true });
  const files = (await readdir(folder)).filter((name) => keyFile.test(name));
  for (const name of files.sort()) {
    const key = unsealed(vault, await readFile(join(folder, name)));
    if (key !== null) return { kind: 'key', key };
  }
  const { key, secret } = makeKey();
  const name = `signing-key-${key.fingerprint.slice(0, 16)}.sealed`;
  try {
    await replaceFile(join(folder, name), vault.seal(secret));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'none', reason: `A signing key could not be kept (${why}).` };
  }
  return { kind: 'key', key };
}

function unsealed(vault: Extract<Vault, { kind: 'ready' }>, sealed: Uint8Array): SigningKey | null {
  try {
    return keyFrom(vault.unseal(sealed));
  } catch {
    // Sealed elsewhere, or spoilt: not a key that can be used here.
    return null;
  }
}
