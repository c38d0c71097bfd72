import { createHash, createPublicKey, verify } from 'node:crypto';

// The main process and `npm run verify` both import this file: it may need nothing but Node.

/**
 * A seal closes what stands beside it: the digest finds every accident, the signature also says whose
 * key it was.
 * @typedef {{
 *   digest: string,
 *   signature: { algorithm: 'Ed25519', publicKey: string, value: string } | null,
 * }} Seal bytes are written in lower-case hex; the public key is the bare 32 bytes
 * @typedef {{ publicKey: string, sign(message: Uint8Array): Uint8Array }} Signer
 * @typedef {{ kind: 'unsigned' } | { kind: 'signed', fingerprint: string }
 *   | { kind: 'broken', message: string }} SealCheck `message` is the rest of a sentence about the seal
 */

/**
 * Closes `body`. `purpose` keeps a seal of one kind of thing from being shown as one of another.
 * @param {string} purpose
 * @param {object} body
 * @param {Signer | null} signer null: only the digest
 * @returns {Seal}
 */
export function sealOf(purpose, body, signer) {
  const digest = digestOf(purpose, body);
  if (signer === null) return { digest, signature: null };
  const value = Buffer.from(signer.sign(messageOf(purpose, digest))).toString('hex');
  return { digest, signature: { algorithm: 'Ed25519', publicKey: signer.publicKey, value } };
}

/**
 * Whether a seal is the one of `body`, and with whose key it was signed.
 * @param {string} purpose
 * @param {object} body
 * @param {unknown} seal
 * @returns {SealCheck}
 */
export function checkSeal(purpose, body, seal) {
  if (!isSeal(seal)) return { kind: 'broken', message: 'is not in the form that Tally writes' };
  const digest = digestOf(purpose, body);
  if (seal.digest !== digest) {
    return { kind: 'broken', message: 'does not fit: something was changed after it was written' };
  }
  const { signature } = seal;
  if (signature === null) return { kind: 'unsigned' };
  if (!isSignedBy(signature, messageOf(purpose, digest))) {
    return { kind: 'broken', message: 'was not signed by the key that it names' };
  }
  return { kind: 'signed', fingerprint: fingerprintOf(signature.publicKey) };
}

/**
 * What a key is known by: SHA-256 over its public half, in hex.
 * @param {string} publicKey in hex
 * @returns {string}
 */
export function fingerprintOf(publicKey) {
  return createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex');
}

/**
 * @param {string} purpose
 * @param {object} body
 */
function digestOf(purpose, body) {
  return createHash('sha256')
    .update(`tally ${purpose}\n${JSON.stringify(body)}`)
    .digest('hex');
}

/**
 * @param {string} purpose
 * @param {string} digest
 */
function messageOf(purpose, digest) {
  return Buffer.from(`tally ${purpose}\n${digest}`);
}

/**
 * @param {{ publicKey: string, value: string }} signature
 * @param {Uint8Array} message
 */
function isSignedBy({ publicKey, value }, message) {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, message, key, Buffer.from(value, 'hex'));
}

/**
 * @param {unknown} seal
 * @returns {seal is Seal}
 */
function isSeal(seal) {
  if (!hasExactly(seal, ['digest', 'signature']) || !isHex(seal['digest'], 32)) return false;
  const signature = seal['signature'];
  if (signature === null) return true;
  return (
    hasExactly(signature, ['algorithm', 'publicKey', 'value']) &&
    signature['algorithm'] === 'Ed25519' &&
    isHex(signature['publicKey'], 32) &&
    isHex(signature['value'], 64)
  );
}

/**
 * Whether a value is an object with these fields and no others.
 * @param {unknown} value
 * @param {readonly string[]} fields
 * @returns {value is Record<string, unknown>}
 */
export function hasExactly(value, fields) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const own = Object.keys(value);
  return own.length === fields.length && fields.every((field) => Object.hasOwn(value, field));
}

/**
 * Whether a value is so many bytes in lower-case hex.
 * @param {unknown} value
 * @param {number} bytes
 */
export function isHex(value, bytes) {
  return typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);
}
