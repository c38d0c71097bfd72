import { assertNever } from '../../../src-shared/assert-never';
import {
  type DocumentPart,
  type DocumentText,
  documentOf,
} from '../../../src-shared/storyboard/document-text';
import { decodeText } from './decode-text';
import { kindOfFile } from './file-kind';
import { partsOfText } from './plain-text';
import { damagedIfThrown, Unreadable } from './unreadable';

/** What came of reading a document. The message is the end of a sentence: «it is damaged». */
export type ReadDocument =
  | { readonly kind: 'read'; readonly document: DocumentText }
  | { readonly kind: 'refused'; readonly message: string };

type Found = {
  readonly title: string;
  readonly parts: readonly DocumentPart[];
  readonly cut: boolean;
};

/**
 * Turns a stranger's document into plain text in parts, or says why it can't. It belongs into a darkroom: whatever a
 * hostile file does to a library, it does there.
 */
export async function readDocument(
  file: Uint8Array,
  name: string,
  progress: (fraction: number) => void,
): Promise<ReadDocument> {
  try {
    const { title, parts, cut } = await find(file, name, progress);
    const document = documentOf(title, parts);
    if (document.parts.length === 0) return { kind: 'refused', message: 'it is empty' };
    return { kind: 'read', document: { ...document, cut: document.cut || cut } };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', message: error.message };
    throw error;
  }
}

/** The large libraries are loaded when a file first needs them. */
async function find(
  file: Uint8Array,
  name: string,
  progress: (fraction: number) => void,
): Promise<Found> {
  const kind = kindOfFile(file, name);
  switch (kind) {
    case 'pdf': {
      const { readPdf } = await import('./pdf-text');
      return readPdf(file, progress);
    }
    case 'zip': {
      const { partsOfWord } = await import('./word-text');
      return { title: '', parts: await damagedIfThrown(() => partsOfWord(file)), cut: false };
    }
    case 'markdown': {
      const { text, cut } = decodeText(file);
      const { partsOfMarkdown } = await import('./markdown-text');
      return { title: '', parts: await damagedIfThrown(() => partsOfMarkdown(text)), cut };
    }
    case 'text': {
      const { text, cut } = decodeText(file);
      return { title: '', parts: partsOfText(text), cut };
    }
    case 'old-office':
      throw new Unreadable('it is locked, or of an old kind; save it as .docx without a password');
    case 'rich-text':
      throw new Unreadable('it is rich text; save it as .docx or as plain text');
    case 'web-page':
      throw new Unreadable('it is a web page; save it as text or print it to PDF');
    default:
      return assertNever(kind);
  }
}
