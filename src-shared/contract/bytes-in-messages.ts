/**
 * Bytes travel between the page and the main process as base64: a call is written as JSON, which has no word for
 * them. Both ends of the port are given this.
 */
export const bytesInMessages = {
  /** Numbers below 20 belong to oRPC itself. */
  type: 20,
  condition: (data: unknown): boolean => data instanceof Uint8Array,
  serialize: (data: Uint8Array): string => base64Of(data),
  /** Throws where the text is none that `serialize` wrote. */
  deserialize: (text: unknown): Uint8Array => bytesOf(text),
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const padding = '='.charCodeAt(0);
const codes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const values = new Map([...codes].map((code, value) => [code, value]));
const valueOfCode = Uint8Array.from({ length: 128 }, (_, code) => values.get(code) ?? 255);
/** A call takes so many arguments without fail. */
const chunk = 8192;

function base64Of(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const [first = 0, second = 0, third = 0] = [bytes[from], bytes[from + 1], bytes[from + 2]];
    const left = bytes.length - from;
    text[to] = codes[first >> 2] ?? 0;
    text[to + 1] = codes[((first & 3) << 4) | (second >> 4)] ?? 0;
    if (left > 1) text[to + 2] = codes[((second & 15) << 2) | (third >> 6)] ?? 0;
    if (left > 2) text[to + 3] = codes[third & 63] ?? 0;
  }
  let written = '';
  for (let at = 0; at < text.length; at += chunk) {
    written += String.fromCharCode(...text.subarray(at, at + chunk));
  }
  return written;
}

function bytesOf(text: unknown): Uint8Array {
  if (typeof text !== 'string' || text.length % 4 !== 0) throw new TypeError('not base64');
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padded);
  const last = text.length - padded;
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    let word = 0;
    for (let at = from; at < from + 4; at += 1) {
      word = (word << 6) | (at < last ? valueAt(text, at) : 0);
    }
    // What is written beyond the end of the bytes is dropped.
    bytes[to] = word >> 16;
    bytes[to + 1] = word >> 8;
    bytes[to + 2] = word;
  }
  return bytes;
}

function valueAt(text: string, at: number): number {
  const value = valueOfCode[text.charCodeAt(at)] ?? 255;
  if (value === 255) throw new TypeError('not base64');
  return value;
}
