import type { DocumentPart } from '../../../src-shared/storyboard/document-text';

const longestHeading = 80;

/** The parts of a plain text: what empty lines part. A short line of its own that ends no sentence is a heading. */
export function partsOfText(text: string): DocumentPart[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => ({ kind: isHeading(block) ? 'heading' : 'paragraph', text: block }));
}

function isHeading(block: string): boolean {
  return (
    block.length <= longestHeading && !block.includes('\n') && !/[.!?…,;:。！？]$/u.test(block)
  );
}
