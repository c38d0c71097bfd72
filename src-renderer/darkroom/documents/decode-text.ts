import { Unreadable } from './unreadable';

/** More of a text is not even looked at, in bytes: a few times what is kept of it. */
const mostBytes = 2 * 1024 * 1024;
/** A text has hardly any of the characters that steer old terminals. */
const mostControls = 0.01;

/** The text in a file of Unicode, or of old Western text; throws for what is no text at all. */
export function decodeText(file: Uint8Array): { readonly text: string; readonly cut: boolean } {
  const cut = file.byteLength > mostBytes;
  const bytes = file.subarray(0, mostBytes);
  const text = decoded(bytes, cut);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (controls > Math.max(2, text.length * mostControls)) {
    throw new Unreadable('it is no text, PDF or Word document');
  }
  return { text, cut };
}

function decoded(bytes: Uint8Array, cut: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // The last character may have been cut in two: that is no fault of the text.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
