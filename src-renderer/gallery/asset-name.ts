import type { GalleryItem } from '../../src-shared/contract/gallery';
import { type Request, secondsOf } from '../../src-shared/jobs/request';
import { formatLength } from '../ui/figures';
import { nameOfEdit } from './edit-name';

/** What stands for a thing whose prompt is empty, as that of a clip from a picture may be. */
const nameless = { picture: 'Picture without words', clip: 'Clip without words' } as const;

/** What a picture or clip is called where only its name can tell it: its prompt, and of a clip its length. */
export function assetName({ job }: GalleryItem): string {
  const { request } = job;
  const seconds = secondsOf(request);
  const name = titleOf(request);
  return seconds === null ? name : `${name} (clip of ${formatLength(seconds)})`;
}

/** The words of a request, or what stands for them where there are none. */
export function titleOf(request: Request): string {
  if (request.prompt.trim() !== '') return request.prompt;
  if (request.tool === 'edit') return nameOfEdit(request);
  return secondsOf(request) === null ? nameless.picture : nameless.clip;
}
