import { mediaScheme } from '../../src-shared/contract/media-address';
import { fileEndings, type MediaType, mediaTypes } from '../../src-shared/jobs/asset';

export type MediaRequest =
  | { readonly kind: 'file'; readonly sha256: string; readonly mediaType: MediaType }
  | { readonly kind: 'input' | 'thumbnail'; readonly sha256: string };

const endings = Object.values(fileEndings).join('|');
const filePattern = new RegExp(`^${mediaScheme}://library/([0-9a-f]{64})\\.(${endings})$`);
const inputPattern = new RegExp(`^${mediaScheme}://input/([0-9a-f]{64})\\.png$`);
const thumbnailPattern = new RegExp(`^${mediaScheme}://thumbnail/([0-9a-f]{64})$`);

/** What a media address asks for; null for anything but exactly one of the three forms. */
export function parseMediaAddress(address: string): MediaRequest | null {
  const [, file, ending] = filePattern.exec(address) ?? [];
  const mediaType = mediaTypes.find((type) => fileEndings[type] === ending);
  if (file !== undefined && mediaType !== undefined) {
    return { kind: 'file', sha256: file, mediaType };
  }
  const input = inputPattern.exec(address)?.[1];
  if (input !== undefined) return { kind: 'input', sha256: input };
  const thumbnail = thumbnailPattern.exec(address)?.[1];
  return thumbnail === undefined ? null : { kind: 'thumbnail', sha256: thumbnail };
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
