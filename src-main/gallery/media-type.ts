import type { MediaType } from '../../src-shared/jobs/asset';
import { readBoxes } from './mp4-boxes';
import { pngSize } from './png-chunks';
import { readElements } from './webm-elements';

/** What kind of delivered file the bytes are, whole and by their own structure; null for anything else. */
export function mediaTypeOfFile(file: Uint8Array): MediaType | null {
  if (pngSize(file) !== null) return 'image/png';
  if (readBoxes(file) !== null) return 'video/mp4';
  return readElements(file) === null ? null : 'video/webm';
}
