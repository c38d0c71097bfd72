import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { fingerprintOf, type Signer } from '../../scripts/proof/seal.mjs';

/** A key that heads and receipts are signed with (Ed25519). Its private half never leaves the process in the clear. */
export type SigningKey = Signer & {
  /** What others know the key by: SHA-256 of its public half, in hex. */
  readonly fingerprint: string;
};

/** Where the signing key comes from. */
export type KeyStore = {
  /** The key of this data folder, made at the first call; or why there is none, in a sentence. */
  open(): Promise<OpenedKey>;
};

export type OpenedKey =
  | { readonly kind: 'key'; readonly key: SigningKey }
  | { readonly kind: 'none'; readonly reason: string };

/** A key store for where there is none. */
export function noKeyStore(reason: string): KeyStore {
  return { open: async () => ({ kind: 'none', reason }) };
}

/** A new key, and the text that brings it back; the text is a secret. */
export function makeKey(): { readonly key: SigningKey; readonly secret: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { key: keyOf(privateKey), secret };
}

/** The key of a secret that `makeKey` gave; throws on any other text. */
export function keyFrom(secret: string): SigningKey {
  const der = Buffer.from(secret, 'base64');
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('not a signing key of Tally');
  return keyOf(privateKey);
}

function keyOf(privateKey: KeyObject): SigningKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = Buffer.from(String(x), 'base64url').toString('hex');
  return {
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    sign: (message) => sign(null, message, privateKey),
  };
}
