import { type PngChunk, readChunks, writeChunks } from './png-chunks';

/** A text in a picture's file; a keyword has 1 to 79 letters, digits, dashes or underscores. */
export type PngText = { readonly keyword: string; readonly text: string };

/**
 * The PNG file with these texts in it, each in the place of older ones of the same keyword. Plain
 * Latin-1 goes into tEXt, everything else into iTXt as UTF-8 (W3C PNG, 11.3.3), as other programs expect.
 * What neither can hold (NUL, half a surrogate pair) becomes U+FFFD. Throws on what is no sound PNG.
 */
export function embedText(png: Uint8Array, texts: readonly PngText[]): Uint8Array {
  const [header, ...rest] = readChunks(png) ?? [];
  if (header === undefined) throw new Error('not a sound PNG file');
  const replaced = new Set(texts.map(({ keyword }) => keyword));
  const kept = rest.filter((chunk) => {
    const read = readText(chunk);
    return read === null || !replaced.has(read.keyword);
  });
  // Right after the header: programs that stop reading at the pixels still find them.
  return writeChunks([header, ...texts.map(textChunk), ...kept]);
}

/** The texts in a PNG file, the first of each keyword; null when it is no sound PNG file. */
export function readTexts(png: Uint8Array): ReadonlyMap<string, string> | null {
  const chunks = readChunks(png);
  if (chunks === null) return null;
  const texts = new Map<string, string>();
  for (const chunk of chunks) {
    const read = readText(chunk);
    if (read !== null && !texts.has(read.keyword)) texts.set(read.keyword, read.text);
  }
  return texts;
}

function textChunk({ keyword, text }: PngText): PngChunk {
  if (!/^[\w-]{1,79}$/.test(keyword)) throw new Error(`not a keyword of ours: ${keyword}`);
  if (/^[\n\x20-\x7e\xa1-\xff]*$/.test(text)) {
    return { type: 'tEXt', data: Buffer.from(`${keyword}\0${text}`, 'latin1') };
  }
  const storable = text.replaceAll('\0', '\ufffd');
  // No compression, no language, no translated keyword. UTF-8 turns half a pair into U+FFFD.
  return { type: 'iTXt', data: Buffer.from(`${keyword}\0\0\0\0\0${storable}`, 'utf8') };
}

function readText({ type, data }: PngChunk): PngText | null {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const keywordEnd = bytes.indexOf(0);
  if (keywordEnd < 1) return null;
  const keyword = bytes.toString('latin1', 0, keywordEnd);
  if (type === 'tEXt') return { keyword, text: bytes.toString('latin1', keywordEnd + 1) };
  // Compressed text is left to those who write it.
  if (type !== 'iTXt' || bytes[keywordEnd + 1] !== 0) return null;
  const languageEnd = bytes.indexOf(0, keywordEnd + 3);
  const translationEnd = languageEnd < 0 ? -1 : bytes.indexOf(0, languageEnd + 1);
  return translationEnd < 0 ? null : { keyword, text: bytes.toString('utf8', translationEnd + 1) };
}
