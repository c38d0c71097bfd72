import type { MadeOutline } from '../../src-shared/contract/boards';
import type { Outline } from '../../src-shared/storyboard/outline';
import type { ModelConnection } from '../chat/model-connection';
import { askForOutline, type OutlineSubject } from './ask-for-outline';

/** The outline of a connected language model where it gave a proper one, else the built-in one, with a word why. */
export async function makeOutline(
  connection: Pick<ModelConnection, 'current'>,
  subject: OutlineSubject,
  builtIn: Outline,
  signal?: AbortSignal,
): Promise<MadeOutline> {
  const cut =
    subject.kind === 'document' && subject.document.cut
      ? 'The document is long: only its beginning was read.'
      : null;
  const connected = await connection.current();
  if (connected === null) return { outline: builtIn, by: 'built-in', note: cut };
  const asked = await askForOutline(connected.model, subject, signal);
  if (asked.kind === 'made') return { outline: asked.outline, by: 'language-model', note: cut };
  const why = `${asked.problem} The built-in outline was made instead.`;
  return { outline: builtIn, by: 'built-in', note: cut === null ? why : `${why} ${cut}` };
}
