import type { MediaType } from '../../src-shared/jobs/asset';
import { readBoxes, writeBox } from './mp4-boxes';
import { readElements, voidElement, writeElement } from './webm-elements';

/** Says that what follows is a text of Tally's: a UUID of its own, as MP4 asks of private boxes. */
const signature = Buffer.from('7a11a7a1c0de4f1bb00c5eed5ca1ab1e', 'hex');

type ClipType = Exclude<MediaType, 'image/png'>;

/**
 * A clip with a text after its end, in a part that players pass over: a `uuid` box in MP4, a void element in WebM.
 * The clip itself stays as it is, byte by byte.
 */
export function embedInClip(clip: Uint8Array, type: ClipType, text: string): Uint8Array {
  const content = Buffer.concat([signature, Buffer.from(text, 'utf8')]);
  const part =
    type === 'video/mp4' ? writeBox('uuid', content) : writeElement(voidElement, content);
  return Buffer.concat([clip, part]);
}

/** The text that was put into a clip; null where it has none, or is no sound clip. */
export function readFromClip(clip: Uint8Array): string | null {
  const boxes = readBoxes(clip)?.filter(({ type }) => type === 'uuid');
  const parts = boxes ?? readElements(clip)?.filter(({ id }) => id === voidElement) ?? [];
  const ours = parts.find(({ data }) => signature.equals(data.subarray(0, signature.length)));
  return ours === undefined
    ? null
    : Buffer.from(ours.data.subarray(signature.length)).toString('utf8');
}
