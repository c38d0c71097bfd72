import mammoth from 'mammoth';
import type { DocumentPart } from '../../../src-shared/storyboard/document-text';
import { wordsOfZip } from './look-into-zip';

/** Styles that people title their documents with are headings too; pictures are left where they are. */
const options = {
  styleMap: [
    "p[style-name='Title'] => h1:fresh",
    "p[style-name='Subtitle'] => h2:fresh",
    'r[style-name] => ',
  ],
  ignoreEmptyParagraphs: true,
};

/** The headings and paragraphs of a Word document (DOCX). */
export async function partsOfWord(file: Uint8Array): Promise<DocumentPart[]> {
  const words = wordsOfZip(file);
  const arrayBuffer = new Uint8Array(words).buffer;
  const { value } = await mammoth.convertToHtml({ arrayBuffer }, options);
  // Parsed and never shown: nothing in it is loaded or run.
  const page = new DOMParser().parseFromString(value, 'text/html');
  return [...page.querySelectorAll('h1, h2, h3, h4, h5, h6, p')].map((element) => ({
    kind: /^H\d$/i.test(element.tagName) ? 'heading' : 'paragraph',
    text: element.textContent ?? '',
  }));
}
