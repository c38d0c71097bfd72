import { dirname, parse } from 'node:path';
import { hasCaptions, srtOf, vttOf } from '../../src-shared/jobs/captions';
import type { Request } from '../../src-shared/jobs/request';
import { saveFile } from './save-file';

/** Writes the captions of an assembly beside a copy of it, as SubRip and as WebVTT; nothing is overwritten. */
export async function saveCaptionFiles(clipPath: string, request: Request): Promise<void> {
  if (request.tool !== 'assembly' || !hasCaptions(request)) return;
  const folder = dirname(clipPath);
  const { name } = parse(clipPath);
  await saveFile({ folder, fileName: `${name}.srt` }, Buffer.from(srtOf(request)));
  await saveFile({ folder, fileName: `${name}.vtt` }, Buffer.from(vttOf(request)));
}
