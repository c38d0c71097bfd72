import { assertNever } from '../../../src-shared/assert-never';
import type { DocumentText } from '../../../src-shared/storyboard/document-text';
import type { EngineEvent, EngineOutcome } from '../engine';
import { crashed, type DarkroomOutcome } from './darkroom-order';

/** What came of a document: its text, or why there is none, as the end of a sentence. */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly document: DocumentText }
  | { readonly kind: 'unreadable'; readonly reason: string };

export function readingOf(outcome: DarkroomOutcome): ReadOutcome {
  switch (outcome.kind) {
    case 'read':
      return outcome;
    case 'refused':
      return { kind: 'unreadable', reason: reasonOf(outcome) };
    case 'cancelled':
      return { kind: 'unreadable', reason: 'it takes too long to read' };
    case 'produced':
    case 'unknown':
      return { kind: 'unreadable', reason: 'it could not be read' };
    default:
      return assertNever(outcome);
  }
}

/** A reader that was lost is no news for a person; that the file was too much for it is. */
function reasonOf({ code, message }: Extract<EngineOutcome, { kind: 'refused' }>): string {
  return code === 'engine-refused' ? message : 'it is damaged, or too much to be read';
}

/** For who asked for a picture: the text of a document is none. */
export function withoutText(outcome: DarkroomOutcome): EngineOutcome {
  return outcome.kind === 'read'
    ? crashed('The painter answered something else than it was asked.')
    : outcome;
}

/** How work ended whose news nobody listens to. */
export async function endOf(
  work: AsyncGenerator<EngineEvent, DarkroomOutcome, void>,
): Promise<DarkroomOutcome> {
  let step = await work.next();
  while (step.done !== true) step = await work.next();
  return step.value;
}
