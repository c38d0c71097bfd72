import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as Chromium writes it, without its spaces: glyphs are put back into characters by
 * each font's own table. Enough to see what was printed; not a reader of any other PDF.
 */
export function pdfText(bytes: Buffer): string {
  const objects = objectsOf(bytes);
  const tables = new Map<string, ReadonlyMap<number, string>>();
  for (const [id, { head }] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    if (table !== undefined) tables.set(id, charactersOf(objects.get(table)?.stream ?? ''));
  }
  const pages = [...objects.values()].filter(({ stream }) => /\bTf\b/.test(stream));
  return pages.map(({ stream }) => textOf(stream, tables)).join('');
}

type PdfObject = { readonly head: string; readonly stream: string };

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 1: id = '', index, 0: start } of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)) {
    const from = index + start.length;
    const body = text.slice(from, text.indexOf('endobj', from));
    const [head = ''] = body.split('stream\n', 1);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const streamStart = from + head.length + 'stream\n'.length;
    const raw = bytes.subarray(streamStart, streamStart + length);
    const isText = head.includes('/FlateDecode') && head.length < body.length;
    objects.set(id, { head, stream: isText ? inflateSync(raw).toString('latin1') : '' });
  }
  return objects;
}

/** A font's table of glyphs and what they mean: single ones, and runs of them. */
function charactersOf(table: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      characters.set(
        Number.parseInt(glyph, 16),
        Buffer.from(text, 'hex').swap16().toString('utf16le'),
      );
    }
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const run of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const [first = 0, last = 0, text = 0] = run
        .slice(1)
        .map((digits) => Number.parseInt(digits, 16));
      for (let glyph = first; glyph <= last; glyph += 1) {
        characters.set(glyph, String.fromCodePoint(text + glyph - first));
      }
    }
  }
  return characters;
}

function textOf(page: string, tables: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let table: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, font, glyphs] of page.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) table = tables.get(font);
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) {
      text += table?.get(Number.parseInt(glyph, 16)) ?? '';
    }
  }
  return text.replaceAll(/\s/g, '');
}
