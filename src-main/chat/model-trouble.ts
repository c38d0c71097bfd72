import { assertNever } from '../../src-shared/assert-never';

/** Why a language model did not answer as one should. Nothing of what its server wrote is in it. */
export type ModelTrouble =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'slow'; readonly seconds: number }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'key-refused'; readonly status: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-busy' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'server-fault'; readonly status: number }
  | { readonly kind: 'redirected' }
  | { readonly kind: 'not-a-model' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' };

/** Carries a trouble out of a call. */
export class TroubleError extends Error {
  readonly trouble: ModelTrouble;

  constructor(trouble: ModelTrouble) {
    super(`the language model: ${trouble.kind}`);
    this.trouble = trouble;
  }
}

/** One sentence for a person: what is wrong and what to do next. */
export function describeTrouble(trouble: ModelTrouble, host: string): string {
  switch (trouble.kind) {
    case 'unreachable':
      return `Nothing answers at ${host}; check that the language model’s server runs, and its address in Settings.`;
    case 'slow':
      return `${host} sent nothing for ${trouble.seconds} s and was given up; ask again, or ask the guide.`;
    case 'cut-off':
      return `The answer of ${host} was cut off before its end; ask again.`;
    case 'key-refused':
      return `${host} does not accept the key (${trouble.status}); enter the right one in Settings.`;
    case 'not-found':
      return `${host} knows no such model or path (404); check both in Settings.`;
    case 'too-busy':
      return `${host} takes no more requests for now (429); ask again later.`;
    case 'refused':
      return `${host} does not take the request (${trouble.status}); a model that can use tools is needed.`;
    case 'server-fault':
      return `${host} reports a fault of its own (${trouble.status}); ask again later.`;
    case 'redirected':
      return `${host} sends Tally on to another address, which is not followed; enter the right address in Settings.`;
    case 'not-a-model':
      return `${host} does not answer as a language model does; check the address in Settings.`;
    case 'too-long':
      return `The answer of ${host} had no end and was stopped; ask again.`;
    case 'empty':
      return `${host} answered with nothing; ask again, or choose another model in Settings.`;
    case 'not-json':
      return `${host} did not answer in the form that was asked for; ask again, or choose another model in Settings.`;
    default:
      return assertNever(trouble);
  }
}

/** What a status says of the request; null for one that promises an answer. */
export function troubleOfStatus(status: number): ModelTrouble | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return { kind: 'redirected' };
  if (status === 401 || status === 403) return { kind: 'key-refused', status };
  if (status === 404 || status === 405 || status === 410) return { kind: 'not-found' };
  if (status === 429) return { kind: 'too-busy' };
  return status >= 500 ? { kind: 'server-fault', status } : { kind: 'refused', status };
}
