import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';

/** What is wrong with the JSON at a spot, as the end of «line 3, text: …»; `found` is what stands there. */
export function syntaxWords(error: ParseErrorCode, found: string): string {
  const here = found === '' ? 'here, where the text ends' : `before ${quoted(found)}`;
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return `${quoted(found)} is no value; texts stand in "…"`;
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return `${quoted(found)} is no number`;
    case 'PropertyNameExpected':
      return `the name of a field in "…" is missing ${here}; after the last field no comma follows`;
    case 'ValueExpected':
      return `a value is missing ${here}; after the last one of a list no comma follows`;
    case 'ColonExpected':
      return `a colon is missing ${here}`;
    case 'CommaExpected':
      return `a comma is missing ${here}`;
    case 'CloseBraceExpected':
      return `a closing } is missing ${here}`;
    case 'CloseBracketExpected':
      return `a closing ] is missing ${here}`;
    case 'EndOfFileExpected':
      return `the card ends before this, but ${quoted(found)} follows`;
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return 'comments are not allowed in JSON; take it out';
    case 'UnexpectedEndOfString':
      return 'the text has no closing " on its line';
    case 'InvalidUnicode':
      return 'after \\u four hexadecimal digits must follow';
    case 'InvalidEscapeCharacter':
      return 'after \\ one of " \\ / b f n r t u must follow';
    case 'InvalidCharacter':
      return 'a control character is not allowed in a text; write it as \\n, \\t or \\u…';
    case '<unknown ParseErrorCode>':
      return 'this is no JSON';
  }
}

const longestQuote = 20;

function quoted(found: string): string {
  const plain = found.replaceAll(/\p{C}/gu, ' ');
  return `«${plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain}»`;
}
