import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileErrorCode } from './file-error';

/** A file's bytes, or why there are none: each caller says so in its own words. */
export type WholeFile =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large' }
  /** A folder, a pipe or a device: what it holds may have no end. */
  | { readonly kind: 'no-file' }
  /** By the system's code, such as `ENOENT`. */
  | { readonly kind: 'failed'; readonly code: string };

/** Reads a regular file of at most `limit` bytes; never more than that and one byte, even while it grows. */
export async function readWholeFile(path: string, limit: number): Promise<WholeFile> {
  try {
    const about = await stat(path);
    if (!about.isFile()) return { kind: 'no-file' };
    if (about.size === 0) return { kind: 'empty' };
    if (about.size > limit) return { kind: 'too-large' };
    const parts: Buffer[] = [];
    for await (const part of createReadStream(path, { end: limit })) parts.push(part);
    const bytes = new Uint8Array(Buffer.concat(parts));
    return bytes.byteLength > limit ? { kind: 'too-large' } : { kind: 'whole', bytes };
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return { kind: 'failed', code };
  }
}
