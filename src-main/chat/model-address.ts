import type { AddressProblem } from '../../src-shared/chat/chat-refusal';

export type CheckedAddress =
  | { readonly kind: 'address'; readonly address: string; readonly origin: string }
  | { readonly kind: 'refused'; readonly reason: AddressProblem };

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** The address of a language model's server as it is used: https, or http on this very computer; without a slash at its end. */
export function checkAddress(text: string): CheckedAddress {
  const url = parse(text.trim());
  if (url === null) return refused('unreadable');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('scheme');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return refused('credentials');
  }
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) return refused('not-loopback');
  return { kind: 'address', address: url.href.replace(/\/+$/, ''), origin: url.origin };
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function refused(reason: AddressProblem): CheckedAddress {
  return { kind: 'refused', reason };
}
