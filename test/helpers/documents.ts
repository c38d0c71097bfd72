import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** What the documents of the tests say: enough for four scenes, about what can be seen. */
export const beeText = {
  title: 'The Beekeeper’s Year',
  paragraphs: [
    'In spring the bees leave the hive and look for the first flowers in the garden.',
    'The beekeeper opens each hive on a warm morning and counts the frames of honey.',
    'In summer a strong hive may swarm, and half of the bees fly away to an old tree.',
    'Honey is taken in August, when the meadows are dry and the flowers are gone.',
    'In winter the bees sit close together in the dark hive and keep the queen warm.',
  ],
} as const;

/** A PDF as a program writes it that places every line itself. */
export async function pdfByLibrary(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(beeText.title.replace('’', "'"));
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  page.drawText(beeText.title.replace('’', "'"), { x: 60, y: 760, size: 24, font });
  let y = 710;
  for (const paragraph of beeText.paragraphs) {
    for (const line of brokenAt(paragraph, 44)) {
      page.drawText(line, { x: 60, y, size: 11, font });
      y -= 14;
    }
    y -= 16;
  }
  return pdf.save();
}

/** A page of nothing but a drawing, as a scanner without text recognition makes it. */
export async function scannedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.drawRectangle({ x: 50, y: 50, width: 400, height: 600 });
  return pdf.save();
}

/** A PDF that asks for a password: nobody knows which, its keys are noise. */
export async function lockedPdf(): Promise<Uint8Array> {
  const noise = `<${'5a'.repeat(32)}>`;
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${noise} /U ${noise} /P -4 >> /ID [${noise} ${noise}]`;
  const pdf = await PDFDocument.load(await pdfByLibrary());
  const plain = Buffer.from(await pdf.save({ useObjectStreams: false })).toString('latin1');
  const locked = plain.replace(/trailer\s*<</, (trailer) => `${trailer} ${lock}`);
  return Buffer.from(locked, 'latin1');
}

/** A Word document as a library writes it. */
export async function wordByLibrary(): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: beeText.title, heading: HeadingLevel.TITLE }),
    ...beeText.paragraphs.map((text) => new Paragraph({ children: [new TextRun(text)] })),
  ];
  const packed = await Packer.toArrayBuffer(new Document({ sections: [{ children }] }));
  return new Uint8Array(packed);
}

/** The least that is a Word document. */
export function wordByHand(body = paragraphsXml()): Uint8Array {
  return zipSync(wordParts(body));
}

/** A Word document whose words unpack to `size` bytes: a bomb. */
export function wordBomb(size: number): Uint8Array {
  return zipSync(wordParts(`<w:p><w:r><w:t>${'a'.repeat(size)}</w:t></w:r></w:p>`), { level: 9 });
}

function wordParts(body: string): Zippable {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const kinds = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office =
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return {
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${kinds}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="${words}"><w:body>${body}</w:body></w:document>`,
    ),
  };
}

function paragraphsXml(): string {
  return beeText.paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
}

function brokenAt(text: string, most: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`.trim();
    else lines.push(word);
  }
  return lines;
}
