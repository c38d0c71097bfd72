import { getDocumentProxy } from 'unpdf';
import type { DocumentPart } from '../../../src-shared/storyboard/document-text';
import { longestDocumentText } from '../../../src-shared/storyboard/document-text';
import { type PdfRun, partsOfPages } from './pdf-lines';
import { damagedIfThrown, Unreadable } from './unreadable';

/** So many pages are read, from the first on. */
const mostPages = 200;

export type PdfText = {
  readonly title: string;
  readonly parts: readonly DocumentPart[];
  /** Whether it has more pages than were read. */
  readonly cut: boolean;
};

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What a PDF says; `progress` is told after each page. Throws `Unreadable`. */
export async function readPdf(
  file: Uint8Array,
  progress: (fraction: number) => void,
): Promise<PdfText> {
  const pdf = await open(file);
  try {
    const most = Math.min(pdf.numPages, mostPages);
    const pages: PdfRun[][] = [];
    let letters = 0;
    for (let number = 1; number <= most && letters <= longestDocumentText; number += 1) {
      const runs = await damagedIfThrown(() => runsOf(pdf, number));
      letters += runs.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(runs);
      progress(number / most);
    }
    if (letters === 0) {
      throw new Unreadable('it holds no text, only pictures of it; scan it with text recognition');
    }
    const cut = pages.length < pdf.numPages;
    return { title: await titleOf(pdf), parts: partsOfPages(pages), cut };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(file: Uint8Array): Promise<PdfDocument> {
  try {
    // It takes the bytes over and has no business with anything outside them.
    return await getDocumentProxy(new Uint8Array(file), {
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Unreadable('it is locked with a password; save a copy without one');
    }
    throw new Unreadable('it is damaged, or not what its name says');
  }
}

async function runsOf(pdf: PdfDocument, number: number): Promise<PdfRun[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const { str, transform, height, hasEOL } = item;
    return [{ text: str, y: Number(transform[5]), height, endsLine: hasEOL }];
  });
}

/** The title that the file names; programs often put a file's name there, which is none. */
async function titleOf(pdf: PdfDocument): Promise<string> {
  const { info } = await damagedIfThrown(() => pdf.getMetadata());
  const title: unknown = 'Title' in info ? info.Title : '';
  return typeof title === 'string' && !/\.\w{2,5}$|^untitled$|^microsoft word/i.test(title)
    ? title
    : '';
}
