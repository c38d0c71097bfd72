import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ReadableStream } from 'node:stream/web';
import { contentSecurityPolicy, darkroomPolicy } from './content-security-policy';
import { type PageName, parsePageAddress } from './pages';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** The answer to a request for a built file; 404 for whatever is not plainly one. */
export async function answerPage(
  folder: string,
  method: string,
  address: string,
): Promise<Response> {
  if (method !== 'GET') return new Response(null, { status: 405 });
  const segments = parsePageAddress(address);
  const mediaType = segments === null ? undefined : mediaTypes[extname(segments.at(-1) ?? '')];
  if (segments === null || mediaType === undefined) return new Response(null, { status: 404 });
  const path = join(folder, ...segments);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return new Response(null, { status: 404 });
  return new Response(ReadableStream.from(createReadStream(path)), {
    headers: {
      'content-type': mediaType,
      'content-length': String(found.size),
      'content-security-policy': policyOf(segments),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
}

const darkroom: PageName = 'darkroom.html';

function policyOf(segments: readonly string[]): string {
  return segments.join('/') === darkroom ? darkroomPolicy : contentSecurityPolicy;
}
