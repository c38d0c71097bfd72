import { isoOf } from '../../src-shared/billing/instant';
import type {
  Forecast,
  Future,
  FutureEvent,
  Pace,
  Suggestion,
  WhatIf,
} from '../../src-shared/contract/forecast';
import { isoOrNull } from './instant-json';
import type { JsonObject } from './json';

export function forecastJson(forecast: Forecast): JsonObject {
  const { daysSeen, usual, slow, fast, nextLapse, sentences } = forecast;
  return {
    daysSeen,
    usual: pacedJson(usual),
    slow: pacedJson(slow),
    fast: pacedJson(fast),
    nextLapse:
      nextLapse === null
        ? null
        : {
            at: isoOf(nextLapse.at),
            credits: nextLapse.credits,
            suggestions: nextLapse.suggestions.map(suggestionJson),
          },
    sentences,
  };
}

export function whatIfJson({ changed, asItIs, pace }: WhatIf): JsonObject {
  return {
    changed: futureJson(changed),
    asItIs: futureJson(asItIs),
    pace: { changed: paceJson(pace.changed), asItIs: paceJson(pace.asItIs) },
  };
}

/** Null where too few days were seen to tell, so that nothing is spent. */
function paceJson(pace: Pace | null): JsonObject | null {
  return pace && { credits: pace.credits, days: pace.days };
}

function pacedJson(
  paced: { readonly pace: Pace; readonly future: Future } | null,
): JsonObject | null {
  if (paced === null) return null;
  return { pace: paceJson(paced.pace), future: futureJson(paced.future) };
}

function futureJson({ from, until, points, events, totals, runsOutAt }: Future): JsonObject {
  const { opening, granted, spent, unmet, lapsed, cents, unpriced, closing } = totals;
  return {
    from: isoOf(from),
    until: isoOf(until),
    points: points.map(({ at, available }) => ({ at: isoOf(at), available })),
    events: events.map(eventJson),
    totals: { opening, granted, spent, unmet, lapsed, cents, unpriced, closing },
    runsOutAt: isoOrNull(runsOutAt),
  };
}

function eventJson({ at, kind, credits, cents, words }: FutureEvent): JsonObject {
  return { at: isoOf(at), kind, credits, cents, words };
}

function suggestionJson(suggestion: Suggestion): JsonObject {
  const { tool, model, modelName, outputs, credits, words } = suggestion;
  return { tool, model, modelName, outputs, credits, words };
}
