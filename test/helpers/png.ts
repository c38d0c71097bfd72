import { deflateSync } from 'node:zlib';
import { writeChunks } from '../../src-main/gallery/png-chunks';

/** A sound PNG file of one grey, so many pixels wide and high. */
export function greyPng(width: number, height: number, grey = 128): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, greyscale, the usual compression, filter and no interlacing.
  header.set([8, 0, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, grey)]);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return writeChunks([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: deflateSync(pixels) },
    { type: 'IEND', data: new Uint8Array() },
  ]);
}
