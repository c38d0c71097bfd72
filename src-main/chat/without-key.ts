/** What stands in place of a key that a server sends back. */
const veil = '•••';
/** A shorter key is no secret, and would be found in ordinary words. */
const shortestSecret = 8;

/** A text that is there as a whole, with a key taken out of it. */
export function textWithoutKey(text: string, key: string | null): string {
  return key === null || key.length < shortestSecret ? text : text.replaceAll(key, veil);
}

/**
 * A text that comes in pieces, with a key taken out of it wherever the pieces are cut. What could still become the
 * key is held back until more has come; `rest` gives it out at the end.
 */
export function withoutKey(key: string | null): {
  next(piece: string): string;
  rest(): string;
} {
  if (key === null || key.length < shortestSecret)
    return { next: (piece) => piece, rest: () => '' };
  let held = '';
  return {
    next: (piece) => {
      held = `${held}${piece}`.replaceAll(key, veil);
      const kept = beginningOf(key, held);
      const out = held.slice(0, held.length - kept);
      held = held.slice(held.length - kept);
      return out;
    },
    rest: () => {
      const out = held;
      held = '';
      return out;
    },
  };
}

/** How many characters at the end of a text may be the beginning of the key. */
function beginningOf(key: string, text: string): number {
  for (let length = Math.min(key.length - 1, text.length); length > 0; length -= 1) {
    if (text.endsWith(key.slice(0, length))) return length;
  }
  return 0;
}
