/** One element of the outermost level of a WebM file (RFC 8794): its id with its marker, and what is in it. */
export type WebmElement = { readonly id: number; readonly data: Uint8Array };

const header = 0x1a45dfa3;
const segment = 0x18538067;
/** No encoder writes as many outermost elements; a file of millions would only fill memory. */
const mostElements = 10_000;
/** An element that players pass over. */
export const voidElement = 0xec;

/**
 * The outermost elements of a WebM file, from its header on; null when it is anything else, cut short, or without
 * a segment of known length. The data are views, not copies.
 */
export function readElements(file: Uint8Array): WebmElement[] | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const elements: WebmElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const id = readNumber(bytes, at, true);
    const size = id === null ? null : readNumber(bytes, at + id.length, false);
    if (id === null || size === null) return null;
    const start = at + id.length + size.length;
    const end = start + size.value;
    if (end > bytes.length) return null;
    if (elements.length === mostElements) return null;
    elements.push({ id: id.value, data: bytes.subarray(start, end) });
    at = end;
  }
  const isClip = elements[0]?.id === header && elements.some(({ id }) => id === segment);
  return isClip ? elements : null;
}

/** A number of one to eight bytes, whose first says how many; null for one that is none or stands for «unknown». */
function readNumber(
  bytes: Buffer,
  at: number,
  keepsMarker: boolean,
): { value: number; length: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) return null;
  const marker = 1 << (8 - length);
  let value = keepsMarker ? first : first & (marker - 1);
  let isUnknown = (first & (marker - 1)) === marker - 1;
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  if (!Number.isSafeInteger(value) || (isUnknown && !keepsMarker)) return null;
  return { value, length };
}

/** An element of a one-byte id as bytes; its length is written in eight. */
export function writeElement(id: number, data: Uint8Array): Buffer {
  const start = Buffer.alloc(9);
  start.writeUInt8(id);
  start.writeBigUInt64BE(BigInt(data.byteLength) | (1n << 56n), 1);
  return Buffer.concat([start, data]);
}
