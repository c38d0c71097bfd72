/** How wide a text is, in whatever the caller counts in. */
export type Measure = (text: string) => number;

/**
 * A caption in lines no wider than `width`: broken between words, in any script, never before punctuation; a word
 * that is wider itself is broken inside. Its own line breaks stay.
 */
export function wrap(caption: string, width: number, measure: Measure): string[] {
  return caption
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => wrapLine(line.replaceAll(/\s+/g, ' ').trim(), width, measure))
    .filter((line) => line !== '');
}

function wrapLine(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text).flatMap((each) => fitting(each, width, measure))) {
    if (line !== '' && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else {
      line += part;
    }
  }
  return [...lines, line.trimEnd()];
}

/** The pieces between which a line may end: words, each with the punctuation and the space that follow it. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let isOpening = false;
  for (const { segment, isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(
    text,
  )) {
    const opens = /^[\p{Ps}\p{Pi}]$/u.test(segment);
    const last = parts.length - 1;
    const belongs =
      last >= 0 && (isOpening || (isWordLike !== true && !opens) || isGlued(parts[last]));
    if (belongs) parts[last] += segment;
    else parts.push(segment);
    isOpening = opens;
  }
  return parts;
}

/** A line does not end where there was no space in a script that has spaces: «well-known», «3.5», «and/or». */
function isGlued(before: string | undefined): boolean {
  return before !== undefined && /[\p{L}\p{N}][^\s\p{L}\p{N}、。，！？：；]+$/u.test(before);
}

/** A piece that fits on a line of its own. */
function fitting(part: string, width: number, measure: Measure): string[] {
  if (measure(part.trim()) <= width) return [part];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter('en').segment(part)) {
    if (piece !== '' && measure(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** The direction of a text: that of its first letter that has one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
    letter,
  )
    ? 'rtl'
    : 'ltr';
}
