import { z } from 'zod';

/** The largest document that is read, in bytes. */
export const largestDocument = 20 * 1024 * 1024;
/** So many characters of a document are kept; a video of a few scenes is made from far fewer. */
export const longestDocumentText = 200_000;
const mostDocumentParts = 4000;
const longestDocumentTitle = 200;
/** A document's file name is never longer. */
export const longestDocumentName = 255;

const partSchema = z.strictObject({
  kind: z.enum(['heading', 'paragraph']),
  text: z.string().min(1).max(longestDocumentText),
});

/** What a document says, without its looks: the title, then headings and paragraphs in their order. */
export const documentTextSchema = z
  .strictObject({
    /** Empty where the document names none. */
    title: z.string().max(longestDocumentTitle),
    parts: z.array(partSchema).max(mostDocumentParts),
    /** Whether it went on after what was kept. */
    cut: z.boolean(),
  })
  .refine(({ parts }) => lengthOf(parts) <= longestDocumentText, 'too long a text');

export type DocumentText = z.output<typeof documentTextSchema>;
export type DocumentPart = DocumentText['parts'][number];

/** The text of a document in order, put into bounds: spaces settled, empty parts left out, the end cut off. */
export function documentOf(title: string, parts: Iterable<DocumentPart>): DocumentText {
  const kept: DocumentPart[] = [];
  let room = longestDocumentText;
  let cut = false;
  for (const { kind, text } of parts) {
    const settled = settle(text);
    if (settled === '') continue;
    if (room === 0 || kept.length === mostDocumentParts) {
      cut = true;
      break;
    }
    const fitting = wholeCharacters(settled, room);
    cut ||= fitting.length < settled.length;
    if (fitting === '') break;
    kept.push({ kind, text: fitting });
    room -= fitting.length;
  }
  const named = settle(title) || (kept[0]?.kind === 'heading' ? kept[0].text : '');
  return { title: wholeCharacters(named, longestDocumentTitle).trim(), parts: kept, cut };
}

function lengthOf(parts: readonly { readonly text: string }[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

/** What has no shape of its own and may turn the direction of what follows, and halves of characters. */
const shapeless = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu;

/** The text on one line, without what can't be seen. */
function settle(text: string): string {
  return text
    .replaceAll(shapeless, '')
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

/** As much of a text as fits, no character broken in two. */
function wholeCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
