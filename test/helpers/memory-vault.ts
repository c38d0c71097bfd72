import type { Vault } from '../../src-main/proof/sealed-key-store';

/** Stands in for the operating system's key store, which can't exist in a test: what it seals only it opens. */
export function memoryVault(owner = 'this computer'): Vault {
  const mark = Buffer.from(`sealed by ${owner}:`);
  return {
    kind: 'ready',
    seal: (text) => Buffer.concat([mark, Buffer.from(text).reverse()]),
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed);
      if (!bytes.subarray(0, mark.length).equals(mark)) throw new Error('it was sealed elsewhere');
      return bytes.subarray(mark.length).reverse().toString();
    },
  };
}
