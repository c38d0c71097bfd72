/** What a file is by its first bytes and, for text, by its name. */
export type FileKind =
  | 'pdf'
  | 'zip'
  | 'old-office'
  | 'rich-text'
  | 'web-page'
  | 'markdown'
  | 'text';

const signatures: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rich-text', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];
const pdfSignature = '%PDF-';
/** A PDF may have something before its beginning. */
const pdfWithin = 1024;

export function kindOfFile(file: Uint8Array, name: string): FileKind {
  for (const [kind, bytes] of signatures) {
    if (bytes.every((byte, index) => file[index] === byte)) return kind;
  }
  const head = new TextDecoder('latin1').decode(file.subarray(0, pdfWithin));
  if (head.includes(pdfSignature)) return 'pdf';
  if (/^\s*(<!doctype html|<html)/i.test(head) || /\.html?$/i.test(name)) return 'web-page';
  return /\.(md|markdown|mdown)$/i.test(name) ? 'markdown' : 'text';
}
