import { largestFile } from '../../src-shared/contract/darkroom';
import { readPictureHead } from '../../src-shared/jobs/picture-head';
import { describeRefusal } from '../../src-shared/refusal';
import type { StartPicture } from '../stores/draft-fields';
import { ask, sentenceOf } from './ask';
import { tally } from './bridge';

/** What came of a file: a picture to start from, or the sentence on why there is none. */
export type BringInOutcome =
  | { readonly kind: 'brought-in'; readonly picture: StartPicture }
  | { readonly kind: 'refused'; readonly problem: string };

/** The endings and types that a file dialog offers. */
export const pictureTypes = 'image/png,image/jpeg,image/webp,.png,.jpg,.jpeg,.webp';

/**
 * Takes a PNG, JPEG or WebP into the workspace, to make something from it; nothing is charged. Whatever is no such
 * picture, is damaged or can't be read ends in one sentence; nothing is thrown.
 */
export async function bringIn(file: Blob): Promise<BringInOutcome> {
  if (file.size === 0) return refused('it is empty');
  if (file.size > largestFile) return refused('it is larger than 256 MB');
  const bytes = await file.arrayBuffer().catch(() => null);
  // A folder can be dropped like a file, and a file can be gone by the time it is read.
  if (bytes === null) return refused('it is a folder, or not there any more');
  const whole = new Uint8Array(bytes);
  // What is no picture need not be sent; whether it really is one, those who unpack it find out.
  if (readPictureHead(whole) === null) return refused('it is of another kind, or damaged');
  const answer = await ask(tally().pictures.bringIn({ file: whole }));
  if (answer.kind !== 'answered') return { kind: 'refused', problem: sentenceOf(answer) };
  return { kind: 'brought-in', picture: answer.value };
}

function refused(reason: string): BringInOutcome {
  return { kind: 'refused', problem: describeRefusal({ code: 'picture-unreadable', reason }) };
}

/** The first picture among what was dropped or pasted, whatever its kind turns out to be; null for text alone. */
export function fileIn(data: Pick<DataTransfer, 'files'> | null): File | null {
  return data?.files[0] ?? null;
}
