import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ReadableStream } from 'node:stream/web';
import { parseMediaAddress, parseRange } from './media-request';

/** Where a file of the library lies; it need not exist. */
export type PathOf = (sha256: string) => string;

/** The answer to one request; a file that is not there, or an address that is none, is a plain 404. */
export async function answerMedia(
  pathOf: PathOf,
  request: Pick<Request, 'method' | 'url' | 'headers'>,
): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const sha256 = parseMediaAddress(request.url);
  if (sha256 === null) return new Response(null, { status: 404 });
  const path = pathOf(sha256);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return new Response(null, { status: 404 });
  const range = parseRange(request.headers.get('range'), found.size);
  switch (range.kind) {
    case 'unsatisfiable':
      return new Response(null, {
        status: 416,
        headers: { 'content-range': `bytes */${found.size}` },
      });
    case 'whole':
      return new Response(ReadableStream.from(createReadStream(path)), {
        headers: headersFor(sha256, found.size),
      });
    case 'part': {
      const { first, last } = range;
      const bytes = createReadStream(path, { start: first, end: last });
      return new Response(ReadableStream.from(bytes), {
        status: 206,
        headers: {
          ...headersFor(sha256, last - first + 1),
          'content-range': `bytes ${first}-${last}/${found.size}`,
        },
      });
    }
  }
}

function headersFor(sha256: string, length: number): Record<string, string> {
  return {
    'content-type': 'image/png',
    'content-length': String(length),
    'accept-ranges': 'bytes',
    // The name is the content: it can never become another.
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${sha256}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  };
}
