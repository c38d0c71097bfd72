import type { MediaType } from '../../../src-shared/jobs/asset';

/** Whether a file begins as a clip of its kind does: `ftyp` of MP4 (ISO/IEC 14496-12), the EBML header of WebM. */
export function beginsAsClip(
  file: Uint8Array,
  mediaType: Exclude<MediaType, 'image/png'>,
): boolean {
  const start = [...file.subarray(0, 8)];
  const expected =
    mediaType === 'video/mp4'
      ? [null, null, null, null, 0x66, 0x74, 0x79, 0x70]
      : [0x1a, 0x45, 0xdf, 0xa3];
  return expected.every((byte, at) => (byte === null ? at < start.length : start[at] === byte));
}
