import type { Vault } from '../proof/sealed-key-store';

/** What is used of Electron's `safeStorage`, which seals with the key store of the operating system. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean;
  /** Only on Linux: which key store it found. */
  getSelectedStorageBackend(): string;
  encryptString(text: string): Uint8Array;
  decryptString(sealed: Buffer): string;
};

/** On Linux without a key store, Chromium «seals» with a password that everybody knows: that is none. */
const unsealedBackends = new Set(['basic_text', 'unknown']);

/**
 * The operating system's key store as a vault, or why there is none; `goesOn` ends that sentence with what it means.
 * Ask only once Electron is ready.
 */
export function keyVault(
  storage: SafeStorage,
  platform: string,
  goesOn = 'so heads and receipts are not signed.',
): Vault {
  if (!storage.isEncryptionAvailable()) {
    return { kind: 'none', reason: `This computer offers no key store, ${goesOn}` };
  }
  if (platform === 'linux' && unsealedBackends.has(storage.getSelectedStorageBackend())) {
    return { kind: 'none', reason: `This computer’s key store keeps nothing secret, ${goesOn}` };
  }
  return {
    kind: 'ready',
    seal: (text) => storage.encryptString(text),
    unseal: (sealed) => storage.decryptString(Buffer.from(sealed)),
  };
}
