import { parseSync } from 'vite';

/** What the rules look at, besides the text. */
type SourceNode = {
  readonly kind: 'function' | 'async-function' | 'any' | 'empty-catch';
  readonly start: number;
  readonly lines: number;
  /** Whether it lies in what `write` is given. */
  readonly inWrite: boolean;
};

export type Source = {
  readonly path: string;
  readonly lines: number;
  /** The text with every comment blanked out, so that positions stay. */
  readonly code: string;
  readonly comments: readonly { readonly text: string; readonly start: number }[];
  readonly nodes: readonly SourceNode[];
};

/** Reads a source file; one that does not parse fails loudly. */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${path} does not parse: ${error.message}`);
  const comments = parsed.comments.map(({ value, start, end }) => ({ text: value, start, end }));
  const nodes: SourceNode[] = [];
  collect(parsed.program, text, false, nodes);
  let code = text;
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replaceAll(/\S/g, ' ') + code.slice(end);
  }
  return { path, lines: text.trimEnd().split('\n').length, code, comments, nodes };
}

/** The line of a position, from 1. */
export function lineAt(code: string, position: number): number {
  return code.slice(0, position).split('\n').length;
}

type SyntaxNode = { readonly type: string; readonly start: number; readonly end: number };

function isNode(value: unknown): value is SyntaxNode & Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function collect(value: unknown, text: string, inWrite: boolean, found: SourceNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, text, inWrite, found);
    return;
  }
  if (!isNode(value)) return;
  const kind = kindOf(value);
  if (kind !== null) {
    found.push({
      kind,
      start: value.start,
      lines: text.slice(value.start, value.end).split('\n').length,
      inWrite,
    });
  }
  const isWrite = isWriteCall(value);
  for (const [name, child] of Object.entries(value)) {
    collect(child, text, inWrite || (isWrite && name === 'arguments'), found);
  }
}

function kindOf(node: SyntaxNode & Record<string, unknown>): SourceNode['kind'] | null {
  if (functions.has(node.type)) return node['async'] === true ? 'async-function' : 'function';
  if (node.type === 'TSAnyKeyword') return 'any';
  if (node.type !== 'CatchClause') return null;
  const { body } = node;
  const isEmpty = isNode(body) && Array.isArray(body['body']) && body['body'].length === 0;
  return isEmpty ? 'empty-catch' : null;
}

/** A call of `write` itself, not of a method that happens to have its name. */
function isWriteCall(node: SyntaxNode & Record<string, unknown>): boolean {
  const { callee } = node;
  return node.type === 'CallExpression' && isNode(callee) && callee['name'] === 'write';
}
