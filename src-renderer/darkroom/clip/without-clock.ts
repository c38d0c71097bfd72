/** Boxes that hold others, on the way to those with a clock. */
const holders = ['moov', 'trak', 'mdia'];
/** Boxes that begin with when they were created and changed (ISO/IEC 14496-12, 8.2.2, 8.3.2 and 8.4.2). */
const clocks = ['mvhd', 'tkhd', 'mdhd'];

/**
 * Takes the hour at which it was made out of an MP4 file, in place: it is nobody's business.
 * Zero is what writers put there who don't know it.
 */
export function withoutClock(file: Uint8Array): Uint8Array {
  clear(new DataView(file.buffer, file.byteOffset, file.byteLength), 0, file.byteLength);
  return file;
}

function clear(view: DataView, from: number, to: number): void {
  let at = from;
  while (at + 8 <= to) {
    const size = sizeAt(view, at);
    if (size < 8 || at + size > to) return;
    const type = typeAt(view, at);
    if (holders.includes(type)) clear(view, at + 8, at + size);
    if (clocks.includes(type)) clearTimes(view, at + 8);
    at += size;
  }
}

function sizeAt(view: DataView, at: number): number {
  const short = view.getUint32(at);
  return short === 1 ? Number(view.getBigUint64(at + 8)) : short;
}

function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
}

/** The box's version says whether a time takes four bytes or eight; flags follow it. */
function clearTimes(view: DataView, at: number): void {
  const length = view.getUint8(at) === 1 ? 16 : 8;
  for (let byte = 0; byte < length; byte += 1) view.setUint8(at + 4 + byte, 0);
}
