/** The longest message that the guide reads, in characters; of a longer one it reads the beginning. */
const longestRead = 4000;

/** A text as one line without what nobody can see: controls, marks of direction, double spaces. */
export function plainText(text: string): string {
  return text
    .slice(0, longestRead)
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
}
