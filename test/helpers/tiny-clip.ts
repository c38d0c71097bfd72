import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileEndings, type MediaType } from '../../src-shared/jobs/asset';

/** A real clip of 16 × 16 pixels and half a second: H.264 in MP4, VP9 in WebM. */
export function tinyClip(mediaType: Exclude<MediaType, 'image/png'>): Uint8Array {
  const name = `tiny.${fileEndings[mediaType]}`;
  return readFileSync(join(import.meta.dirname, '..', 'fixtures', name));
}
