import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ReadableStream } from 'node:stream/web';
import { type MediaRequest, parseMediaAddress, parseRange } from './media-request';

/** Where the files of the library lie; they need not exist. */
export type MediaFiles = {
  pathOf(sha256: string): string;
  thumbnailOf(sha256: string): string;
};

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

/** The file asked for. A thumbnail is only given of a picture that is there, and else the picture. */
async function findFile(files: MediaFiles, asked: MediaRequest): Promise<FoundFile | null> {
  const picture = await statFile(files.pathOf(asked.sha256), 'image/png');
  if (picture === null || asked.kind === 'file') return picture;
  return (await statFile(files.thumbnailOf(asked.sha256), 'image/webp')) ?? picture;
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
    'content-security-policy': "default-src 'none'",
  };
}
