import type { Drafts } from '../../src-shared/contract/drafts';
import { keepDraft, readDrafts } from '../store/drafts';
import type { Context } from './context';

export function read({ studio }: Context): { drafts: Drafts } {
  return { drafts: readDrafts(studio.ports.settings) };
}

export function keep(
  { studio }: Context,
  { form, text }: { form: string; text: string },
): Record<string, never> {
  keepDraft(studio.ports, form, text);
  return {};
}
