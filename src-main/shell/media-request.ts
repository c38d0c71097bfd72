import { mediaScheme } from '../../src-shared/contract/media-address';

const addressPattern = new RegExp(`^${mediaScheme}://library/([0-9a-f]{64})\\.png$`);

/** The content address in a media address; null for anything but exactly one. */
export function parseMediaAddress(address: string): string | null {
  return addressPattern.exec(address)?.[1] ?? null;
}

export type ByteRange =
  | { readonly kind: 'whole' }
  /** Both ends belong to it, as in HTTP. */
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'unsatisfiable' };

/**
 * Reads a `Range` header for a file of `size` bytes. One range of bytes is answered; several, other
 * units and nonsense are passed over, as RFC 9110 (14.2) lets a server do.
 */
export function parseRange(header: string | null, size: number): ByteRange {
  const match = header === null ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  const [, from = '', to = ''] = match ?? [];
  if (match === null || (from === '' && to === '')) return { kind: 'whole' };
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? { kind: 'unsatisfiable' } : part(size - length, size - 1);
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Number(to);
  if (to !== '' && last < first) return { kind: 'whole' };
  return first >= size ? { kind: 'unsatisfiable' } : part(first, Math.min(last, size - 1));
}

function part(first: number, last: number): ByteRange {
  return { kind: 'part', first, last };
}
