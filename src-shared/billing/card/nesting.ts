/** The deepest that JSON text may be nested; a card needs 6 levels. */
export const deepestNesting = 32;

/** Where JSON text goes deeper than that, in characters from 0; null when it does not. */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  let inText = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (inText) {
      if (character === '\\') offset += 1;
      // A text that its line does not end is a mistake of that line only.
      else if (character === '"' || character === '\n' || character === '\r') inText = false;
    } else if (character === '"') {
      inText = true;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepestNesting) return offset;
    } else if (character === '}' || character === ']') {
      depth -= 1;
    }
  }
  return null;
}
