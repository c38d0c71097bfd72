export { chainHash, noHash } from '../../scripts/proof/chain.mjs';

/** Whether a kept hash is this one; what is no hash at all is not. */
export function isSameHash(hash: Buffer, kept: unknown): boolean {
  return kept instanceof Uint8Array && hash.equals(kept);
}
