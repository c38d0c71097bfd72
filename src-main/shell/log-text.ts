/**
 * An error's message without what it quotes: the contents of quotation marks, brackets and braces may be
 * a person's words. `unexpected value: {"prompt":"…"}` becomes `unexpected value: {…}`.
 */
export function withoutContents(message: string): string {
  const closers: Readonly<Record<string, string>> = {
    '"': '"',
    "'": "'",
    '`': '`',
    '«': '»',
    '“': '”',
    '(': ')',
    '[': ']',
    '{': '}',
  };
  const start = [...message].findIndex((character) => character in closers);
  const opener = start < 0 ? undefined : [...message][start];
  const shown = opener === undefined ? message : [...message].slice(0, start).join('');
  const mark = opener === undefined ? '' : `${opener}…${closers[opener] ?? ''}`;
  return shown.replaceAll(/\s+/g, ' ').slice(0, 160) + mark;
}

/** Where it happened: the stack's frames by function, file name, line and column, without folders. */
export function framesOf(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, 12)
    .map((line) => line.trim().replaceAll(/(?:file:\/\/)?[^\s()]*[\\/]/g, ''))
    .join(' < ');
}
