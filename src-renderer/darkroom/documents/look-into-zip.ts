import { unzipSync, type Zippable, zipSync } from 'fflate';
import { Unreadable } from './unreadable';

/** What of a Word document is unpacked is never larger, in bytes: its words, not its pictures. */
const largestUnpacked = 32 * 1024 * 1024;
const mostEntries = 5000;

/**
 * The parts of a Word document that hold words, packed anew without compression. What each claims to be,
 * packed or unpacked, is added up before anything is unpacked, and none can turn out larger than it claims.
 */
export function wordsOfZip(file: Uint8Array): Uint8Array {
  const words = unzipSync(file, { filter: countingFilter() });
  if (words['word/document.xml'] === undefined) {
    throw new Unreadable('it is a packed file that holds no Word document');
  }
  const stored: Zippable = {};
  for (const [name, bytes] of Object.entries(words)) stored[name] = [bytes, { level: 0 }];
  return zipSync(stored);
}

type Entry = { readonly name: string; readonly size: number; readonly originalSize: number };

function countingFilter(): (entry: Entry) => boolean {
  let entries = 0;
  let total = 0;
  return ({ name, size, originalSize }) => {
    entries += 1;
    if (entries > mostEntries) throw new Unreadable('it is packed of too many parts');
    if (!/\.(xml|rels)$/i.test(name)) return false;
    total += Math.max(size, originalSize);
    if (total > largestUnpacked) throw new Unreadable('it would be far too large once unpacked');
    return true;
  };
}
