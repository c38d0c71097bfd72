/** One box of the outermost level of an MP4 file (ISO/IEC 14496-12, 4.2): its four letters and what is in it. */
export type Mp4Box = { readonly type: string; readonly data: Uint8Array };

/** No encoder writes as many outermost boxes; a file of millions would only fill memory. */
const mostBoxes = 10_000;

/**
 * The outermost boxes of an MP4 file, from `ftyp` on; null when it is anything else, cut short, or without a film
 * (`moov`). The data are views, not copies.
 */
export function readBoxes(file: Uint8Array): Mp4Box[] | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const boxes: Mp4Box[] = [];
  let at = 0;
  while (at < bytes.length) {
    const size = sizeOfBox(bytes, at);
    if (size === null || at + size.whole > bytes.length) return null;
    if (boxes.length === mostBoxes) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ type, data: bytes.subarray(at + size.header, at + size.whole) });
    at += size.whole;
  }
  const isFilm = boxes[0]?.type === 'ftyp' && boxes.some(({ type }) => type === 'moov');
  return isFilm ? boxes : null;
}

/** A box's own length and that of its header; null where it has none that can be. */
function sizeOfBox(bytes: Buffer, at: number): { header: number; whole: number } | null {
  if (at + 8 > bytes.length) return null;
  const short = bytes.readUInt32BE(at);
  // 1: the length follows in eight bytes. 0, to the end of the file, is for what is still being written.
  if (short !== 1) return short >= 8 ? { header: 8, whole: short } : null;
  if (at + 16 > bytes.length) return null;
  const whole = Number(bytes.readBigUInt64BE(at + 8));
  return Number.isSafeInteger(whole) && whole >= 16 ? { header: 16, whole } : null;
}

/** A box as bytes. */
export function writeBox(type: string, data: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + data.byteLength);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, data]);
}
