import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ReadableStream } from 'node:stream/web';
import { assertNever } from '../../src-shared/assert-never';
import { fileEndings, mediaTypes } from '../../src-shared/jobs/asset';
import { type MediaRequest, parseMediaAddress, parseRange } from './media-request';

/** Where the files of a shelf lie; they need not exist. */
type Shelf = { pathOf(sha256: string): string; thumbnailOf(sha256: string): string };

/** What was delivered, and what was brought in to make something from. */
export type MediaFiles = { readonly library: Shelf; readonly inputs: Shelf };

type FoundFile = { readonly path: string; readonly size: number; readonly mediaType: string };

/** The answer to one request; a file that is not there, or an address that is none, is a plain 404. */
export async function answerMedia(
  files: MediaFiles,
  request: Pick<Request, 'method' | 'url' | 'headers'>,
): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const asked = parseMediaAddress(request.url);
  const found = asked === null ? null : await findFile(files, asked);
  if (asked === null || found === null) return new Response(null, { status: 404 });
  const range = parseRange(request.headers.get('range'), found.size);
  switch (range.kind) {
    case 'unsatisfiable':
      return new Response(null, {
        status: 416,
        headers: { 'content-range': `bytes */${found.size}` },
      });
    case 'whole':
      return new Response(ReadableStream.from(createReadStream(found.path)), {
        headers: headersFor(asked.sha256, found.mediaType, found.size),
      });
    case 'part': {
      const { first, last } = range;
      const bytes = createReadStream(found.path, { start: first, end: last });
      return new Response(ReadableStream.from(bytes), {
        status: 206,
        headers: {
          ...headersFor(asked.sha256, found.mediaType, last - first + 1),
          'content-range': `bytes ${first}-${last}/${found.size}`,
        },
      });
    }
  }
}

/** The file asked for. A thumbnail is only given of a file that is there, and else the file itself. */
async function findFile(
  { library, inputs }: MediaFiles,
  asked: MediaRequest,
): Promise<FoundFile | null> {
  const { sha256 } = asked;
  switch (asked.kind) {
    case 'file': {
      const path = library.pathOf(sha256);
      return path.endsWith(`.${fileEndings[asked.mediaType]}`)
        ? statFile(path, asked.mediaType)
        : null;
    }
    case 'input':
      return (await statPicture(library.pathOf(sha256))) ?? statPicture(inputs.pathOf(sha256));
    case 'thumbnail': {
      const path = library.pathOf(sha256);
      const mediaType = mediaTypes.find((type) => path.endsWith(`.${fileEndings[type]}`));
      const file = mediaType === undefined ? null : await statFile(path, mediaType);
      if (file === null) return null;
      return (await statFile(library.thumbnailOf(sha256), 'image/webp')) ?? file;
    }
    default:
      return assertNever(asked);
  }
}

function statPicture(path: string): Promise<FoundFile | null> {
  return path.endsWith('.png') ? statFile(path, 'image/png') : Promise.resolve(null);
}

async function statFile(path: string, mediaType: string): Promise<FoundFile | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? { path, size: found.size, mediaType } : null;
}

function headersFor(sha256: string, mediaType: string, length: number): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(length),
    'accept-ranges': 'bytes',
    // The name is the content: it can never become another.
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${sha256}"`,
    'x-content-type-options': 'nosniff',
    // Only Tally's own pages can ask under this scheme; they may read the pixels, to make a mask or a copy of them.
    'access-control-allow-origin': '*',
    'content-security-policy': "default-src 'none'",
  };
}
