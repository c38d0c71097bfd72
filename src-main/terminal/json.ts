export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/**
 * Characters that JSON lets through and a terminal obeys or hides: more control characters, line
 * separators, and marks that change the direction of text.
 */
const unsafe =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** One line of JSON that no terminal can mistake for anything else; the same value when read. */
export function jsonLine(value: Json): string {
  return JSON.stringify(value).replace(unsafe, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Foreign text for a terminal: what would steer it is shown instead, in the escapes of JSON. */
export function visible(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (character) => shortEscapes[character] ?? escapeCharacter(character))
    .replace(unsafe, escapeCharacter)
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
