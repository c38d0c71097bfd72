import { crc32 } from 'node:zlib';

/** One chunk of a PNG file (W3C PNG, 5.3): four letters and its data, without length and checksum. */
export type PngChunk = { readonly type: string; readonly data: Uint8Array };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const headerLength = 13;
/** Encoders write some ten thousand chunks of the largest pictures; a file of millions would only fill memory. */
const mostChunks = 100_000;

/**
 * The chunks of a PNG file from IHDR to IEND, every checksum proven; null when it is anything else, cut
 * short, or followed by something that is none of it. The data are views, not copies.
 */
export function readChunks(png: Uint8Array): PngChunk[] | null {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (!file.subarray(0, signature.length).equals(signature)) return null;
  const chunks: PngChunk[] = [];
  let at = signature.length;
  while (at < file.length) {
    const chunk = readChunk(file, at);
    if (chunk === null || chunks.length === mostChunks) return null;
    chunks.push(chunk);
    at += chunk.data.length + 12;
  }
  const header = chunks.at(0);
  const isWhole = header?.type === 'IHDR' && header.data.length === headerLength;
  const ends = chunks.findIndex((chunk) => chunk.type === 'IEND') === chunks.length - 1;
  return isWhole && ends ? chunks : null;
}

function readChunk(file: Buffer, at: number): PngChunk | null {
  if (at + 12 > file.length) return null;
  const end = at + 8 + file.readUInt32BE(at);
  if (end + 4 > file.length) return null;
  const type = file.toString('latin1', at + 4, at + 8);
  const isSound =
    /^[A-Za-z]{4}$/.test(type) && crc32(file.subarray(at + 4, end)) === file.readUInt32BE(end);
  return isSound ? { type, data: file.subarray(at + 8, end) } : null;
}

/** The file that the chunks make up. */
export function writeChunks(chunks: readonly PngChunk[]): Buffer {
  const parts: Uint8Array[] = [signature];
  for (const { type, data } of chunks) {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(named));
    parts.push(length, named, checksum);
  }
  return Buffer.concat(parts);
}

/** The size in pixels that the first 33 bytes of a PNG file tell; null when they are none. Nothing else is proven. */
export function pngHeaderSize(start: Uint8Array): { width: number; height: number } | null {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const isHeader =
    bytes.length >= 33 &&
    bytes.subarray(0, signature.length).equals(signature) &&
    bytes.toString('latin1', 12, 16) === 'IHDR';
  return isHeader ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

/** A picture's size in pixels by its own header; null when it is no sound PNG file. */
export function pngSize(png: Uint8Array): { width: number; height: number } | null {
  const header = readChunks(png)?.at(0);
  if (header === undefined) return null;
  const view = new DataView(header.data.buffer, header.data.byteOffset, headerLength);
  return { width: view.getUint32(0), height: view.getUint32(4) };
}
