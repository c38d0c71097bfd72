import { fileEndings, type MediaType } from '../../src-shared/jobs/asset';
import { nounOf } from '../../src-shared/jobs/output-words';

const longestStem = 60;
/** Names that Windows gives to devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A short name for a copy of a picture or clip, made of its prompt and seed: readable, and safe on every system.
 * It has no separators, control or direction characters, leading or trailing dots, and no device name.
 */
export function fileNameFor(prompt: string, seed: number, mediaType: MediaType): string {
  const words = prompt
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll(/[<>:"/\\|?*%$`'~;&!#^{}[\]]+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .replace(/^[\s.\-_,]+/, '');
  const stem = shortened(words).replace(/[\s.\-_,]+$/, '');
  const isUnsafe = stem === '' || reserved.test(stem.split('.', 1)[0] ?? '');
  const safe = isUnsafe ? `${nounOf(mediaType)} ${stem}` : stem;
  return `${safe.trim()} ${seed}.${fileEndings[mediaType]}`;
}

/** At most so many characters, and no more bytes than any file system takes; cut between words. */
function shortened(text: string): string {
  let stem = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (stem.length + segment.length > longestStem) {
      const lastWord = stem.lastIndexOf(' ');
      return lastWord > longestStem / 2 ? stem.slice(0, lastWord) : stem;
    }
    stem += segment;
  }
  return stem;
}
