import { fromMarkdown } from 'mdast-util-from-markdown';
import type { DocumentPart } from '../../../src-shared/storyboard/document-text';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

/** A block of settings before the text, as some programs write it. */
const frontMatter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;
/** Rows between bars say nothing that could be read out. */
const table = /^\s*\|.*\|/;

/** The headings and paragraphs of a Markdown text; code, pictures and raw HTML say nothing here. */
export function partsOfMarkdown(text: string): DocumentPart[] {
  return partsOf(fromMarkdown(text.replace(frontMatter, '')));
}

function partsOf(node: Node): DocumentPart[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: textOf(node) }];
    case 'paragraph': {
      const text = textOf(node);
      return table.test(text) ? [] : [{ kind: 'paragraph', text }];
    }
    default:
      return 'children' in node ? node.children.flatMap(partsOf) : [];
  }
}

function textOf(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    default:
      return 'children' in node ? node.children.map(textOf).join('') : '';
  }
}
