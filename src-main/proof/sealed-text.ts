import { checkSeal, sealOf } from '../../scripts/proof/seal.mjs';
import type { SigningKey } from './signing-key';

/** What a sealed text holds once its seal was found right, and the fingerprint of the key that signed it. */
export type Unsealed =
  | { readonly kind: 'body'; readonly body: object; readonly signedBy: string | null }
  /** It can't be believed; `message` is the rest of a sentence about its file. */
  | { readonly kind: 'spoilt'; readonly message: string };

/** An object with its seal, as a file holds it. */
export function printSealed(purpose: string, body: object, key: SigningKey | null): string {
  return `${JSON.stringify({ ...body, seal: sealOf(purpose, body, key) }, null, 2)}\n`;
}

/** Checks a seal before anything beside it is believed. */
export function openSealed(purpose: string, text: string): Unsealed {
  const data = parsed(text);
  if (typeof data !== 'object' || data === null || !('seal' in data)) {
    return { kind: 'spoilt', message: 'can’t be read' };
  }
  const { seal, ...body } = data;
  const checked = checkSeal(purpose, body, seal);
  if (checked.kind === 'broken') return { kind: 'spoilt', message: checked.message };
  return { kind: 'body', body, signedBy: checked.kind === 'signed' ? checked.fingerprint : null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
