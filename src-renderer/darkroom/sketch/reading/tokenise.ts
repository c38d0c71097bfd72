/** A word of a prompt, or a break between its parts (comma, full stop, line end …). */
export type Token = { readonly kind: 'word'; readonly text: string } | { readonly kind: 'break' };

const longestPrompt = 4000;
const longestWord = 40;

/**
 * Plain lower-case words of any prompt. Markup, control and direction characters vanish; whatever
 * is left can only be letters and digits, so nothing in a prompt can act on what reads it.
 */
export function tokenise(prompt: string): Token[] {
  const plain = prompt
    .slice(0, longestPrompt)
    .normalize('NFKD')
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{M}]/gu, (character) => (/[\n\r\t]/.test(character) ? '\n' : ''))
    .toLowerCase()
    .replace(/['’`]s\b/g, ' ')
    .replace(/['’`]/g, '');
  const tokens: Token[] = [];
  for (const match of plain.matchAll(/[\p{L}\p{N}]+|[.,;:!?\n()[\]{}|/]/gu)) {
    const text = match[0];
    if (/^[\p{L}\p{N}]/u.test(text))
      tokens.push({ kind: 'word', text: text.slice(0, longestWord) });
    else tokens.push({ kind: 'break' });
  }
  return tokens;
}
