import type { z } from 'zod';

/** How a part of the input is called where the input came from: `--time-zone` or `timeZone`. */
export type Label = (name: string) => string;

/** The first thing that is wrong with a command's input, in one sentence. */
export function complaint(
  command: string,
  error: z.ZodError,
  input: unknown,
  label: Label,
): string {
  const [issue] = error.issues;
  if (issue === undefined) throw error;
  if (issue.code === 'unrecognized_keys') {
    return `«${command}» has no use for «${issue.keys.map(label).join('», «')}»; «help ${command}» shows how it is called.`;
  }
  const [name] = issue.path;
  if (typeof name !== 'string') return `The input of «${command}» must be an object.`;
  if (!isGiven(input, name)) {
    return `«${command}» needs ${label(name)}; «help ${command}» shows how it is called.`;
  }
  return `${label(name)} ${demand(issue)}.`;
}

function isGiven(input: unknown, name: string): boolean {
  return typeof input === 'object' && input !== null && Object.hasOwn(input, name);
}

function demand(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be a ${issue.expected === 'int' ? 'whole number' : issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_union':
      return choicesOf(issue) ?? issue.message;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

/** The actions that a command has, one of which may be left out; null for other unions. */
function choicesOf(issue: z.core.$ZodIssueInvalidUnion): string | null {
  if (!('options' in issue) || issue.options === undefined) return null;
  return `must be ${issue.options.flatMap((choice) => choice?.toString() ?? []).join(' or ')}`;
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' characters long' : '';
}
