// @vitest-environment happy-dom
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readDocument } from '../../../../src-renderer/darkroom/documents/read-document';
import type { DocumentText } from '../../../../src-shared/storyboard/document-text';
import {
  beeText,
  lockedPdf,
  pdfByLibrary,
  scannedPdf,
  wordBomb,
  wordByHand,
  wordByLibrary,
} from '../../../helpers/documents';

// The page is built with the library's browser half; Node would be given the other.
vi.mock('mammoth', () => vi.importActual('mammoth/mammoth.browser.js'));

const quiet = () => undefined;

async function textOf(file: Uint8Array, name: string): Promise<DocumentText> {
  const read = await readDocument(file, name, quiet);
  if (read.kind === 'refused') throw new Error(read.message);
  return read.document;
}

async function refusalOf(file: Uint8Array, name: string): Promise<string> {
  const read = await readDocument(file, name, quiet);
  if (read.kind === 'read') throw new Error(`it was read: ${JSON.stringify(read.document)}`);
  return read.message;
}

const paragraphsOf = ({ parts }: DocumentText) =>
  parts.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text);

describe('a document that can be read', () => {
  test('PDF: lines become paragraphs again, the large line is a heading', async () => {
    const document = await textOf(await pdfByLibrary(), 'bees.pdf');
    expect(document.title).toBe("The Beekeeper's Year");
    expect(document.parts[0]).toEqual({ kind: 'heading', text: "The Beekeeper's Year" });
    expect(paragraphsOf(document)).toEqual(beeText.paragraphs);
  });

  test('PDF: is known by what it is, whatever it is called', async () => {
    expect(paragraphsOf(await textOf(await pdfByLibrary(), 'bees.txt'))).toHaveLength(5);
  });

  test('Word, by a library: the title style is a heading', async () => {
    const document = await textOf(await wordByLibrary(), 'bees.docx');
    expect(document.title).toBe(beeText.title);
    expect(paragraphsOf(document)).toEqual(beeText.paragraphs);
  });

  test('Word, by hand: the least that is one', async () => {
    expect(paragraphsOf(await textOf(wordByHand(), 'bees.docx'))).toEqual(beeText.paragraphs);
  });

  test('Markdown: headings, paragraphs, lists; no code, no tables, no front matter', async () => {
    const text =
      '---\nlayout: x\n---\n# Bees\n\nA **bee** visits [flowers](https://x.test).\n\n- honey\n- wax\n\n```\ncode\n```\n\n| a | b |\n| - | - |\n';
    const document = await textOf(strToU8(text), 'bees.md');
    expect(document).toEqual({
      title: 'Bees',
      parts: [
        { kind: 'heading', text: 'Bees' },
        { kind: 'paragraph', text: 'A bee visits flowers.' },
        { kind: 'paragraph', text: 'honey' },
        { kind: 'paragraph', text: 'wax' },
      ],
      cut: false,
    });
  });

  test('plain text: what empty lines part; a short line of its own is a heading', async () => {
    const document = await textOf(strToU8('Bees\r\n\r\nThey fly\r\nfar.\r\n'), 'bees.txt');
    expect(document.parts).toEqual([
      { kind: 'heading', text: 'Bees' },
      { kind: 'paragraph', text: 'They fly far.' },
    ]);
  });

  test.each([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x42, 0, 0xe9, 0, 0x2e, 0), 'Bé.'],
    ['old Western text', Uint8Array.of(0x42, 0xe9, 0x2e), 'Bé.'],
  ])('plain text in %s', async (_, file, text) => {
    expect((await textOf(file, 'a.txt')).parts[0]?.text).toBe(text);
  });

  test('a long text is cut, and says so', async () => {
    const document = await textOf(strToU8('A bee flies. '.repeat(300_000)), 'long.md');
    expect(document.cut).toBe(true);
  });
});

describe('a document that can’t be used is refused in the end of one sentence', () => {
  const files: [string, () => Promise<Uint8Array> | Uint8Array, string, RegExp][] = [
    ['a scan', scannedPdf, 'a.pdf', /no text, only pictures/],
    ['a locked PDF', lockedPdf, 'a.pdf', /locked with a password/],
    [
      'a locked or old Word file',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1),
      'a.doc',
      /locked, or of an old kind/,
    ],
    ['half a PDF header', () => strToU8('%PDF-1.7\nnothing'), 'a.pdf', /damaged/],
    ['half a zip', async () => (await wordByLibrary()).slice(0, 700), 'a.docx', /damaged/],
    [
      'a zip of something else',
      () => zipSync({ 'a.xml': strToU8('<a/>') }),
      'a.docx',
      /no Word document/,
    ],
    ['a bomb', () => wordBomb(40 * 1024 * 1024), 'a.docx', /far too large/],
    ['Word XML that is none', () => wordByHand('<w:p><w:r>'), 'a.docx', /damaged|empty/],
    ['rich text', () => strToU8('{\\rtf1 Bees}'), 'a.rtf', /rich text/],
    [
      'an executable',
      () => Uint8Array.from({ length: 500 }, (_, index) => index % 32),
      'a.txt',
      /no text/,
    ],
    ['an empty Word file', () => wordByHand(''), 'a.docx', /empty/],
  ];
  test.each(files)('%s', async (_, make, name, words) => {
    const sentence = await refusalOf(await make(), name);
    expect(sentence).toMatch(words);
    expect(sentence).toMatch(/^[a-z]/);
    expect(sentence).not.toMatch(/[.]$|\n/);
  });

  test('a part that lies about its size and is not compressed counts as what it takes', async () => {
    const words = zipSync({ 'word/document.xml': new Uint8Array(33 * 1024 * 1024) }, { level: 0 });
    const view = new DataView(words.buffer, words.byteOffset);
    for (let place = words.length - 200; place < words.length - 4; place += 1) {
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 1, true);
    }
    expect(await refusalOf(words, 'a.docx')).toMatch(/far too large/);
  });

  test('a part that lies about its size is not unpacked beyond it', async () => {
    const bomb = wordBomb(40 * 1024 * 1024);
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    // The sizes of unpacked parts stand in the directory at the end, 24 bytes into each entry.
    for (let place = 0; place < bomb.length - 4; place += 1) {
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 1000, true);
    }
    expect(await refusalOf(bomb, 'a.docx')).toMatch(/damaged/);
  });

  test('cut off at any place, a document is read or refused; nothing else happens', async () => {
    for (const [file, name] of [
      [await pdfByLibrary(), 'a.pdf'],
      [await wordByLibrary(), 'a.docx'],
    ] as const) {
      for (let share = 1; share < 12; share += 1) {
        const read = await readDocument(file.slice(0, (file.length * share) / 12), name, quiet);
        expect(['read', 'refused']).toContain(read.kind);
      }
    }
  });

  test('altered at any places, too', async () => {
    const files = { 'a.pdf': await pdfByLibrary(), 'a.docx': await wordByLibrary() };
    const change = fc.record({
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.pdf' as const, 'a.docx' as const),
        fc.array(change, { minLength: 1, maxLength: 40 }),
        async (name, changes) => {
          const file = files[name].slice();
          for (const { place, byte } of changes) file[Math.floor(place * (file.length - 1))] = byte;
          const read = await readDocument(file, name, quiet);
          expect(['read', 'refused']).toContain(read.kind);
        },
      ),
      { numRuns: 60 },
    );
  });
});
