import { isoOf } from '../../src-shared/billing/instant';
import { isRetryable, type Refusal } from '../../src-shared/refusal';
import type { JsonObject } from './json';
import { quoteJson, remedyJson } from './receipt-json';
import { refusalSentence } from './refusal-text';

/** A refusal: its code and facts, whether the same call may succeed later, and a sentence. */
export function refusalJson(refusal: Refusal): JsonObject {
  const { code, ...facts } = refusalFacts(refusal);
  const message = refusalSentence(refusal);
  return { code, message, retryable: isRetryable(refusal.code), ...facts };
}

/** Instants only occur in the refusals that are written out; the facts of all others are plain. */
function refusalFacts(refusal: Refusal): JsonObject & { readonly code: string } {
  switch (refusal.code) {
    case 'not-enough-credits': {
      const { code, needed, available, missing, remedies } = refusal;
      return { code, needed, available, missing, remedies: remedies.map(remedyJson) };
    }
    case 'price-changed':
      return { code: refusal.code, quote: quoteJson(refusal.quote) };
    case 'clock-backward':
      return { code: refusal.code, now: isoOf(refusal.now) };
    default:
      return { ...refusal };
  }
}
