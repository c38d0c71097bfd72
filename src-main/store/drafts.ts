import { z } from 'zod';
import type { Drafts } from '../../src-shared/contract/drafts';
import type { SettingStore } from './settings';
import type { Database } from './sqlite';
import { write } from './write';

const setting = 'drafts';
const draftsSchema = z.record(z.string(), z.string());

/** What stands unsent in the forms; what can't be read is no draft. */
export function readDrafts(settings: SettingStore): Drafts {
  return draftsSchema.safeParse(settings.read(setting)).data ?? {};
}

/** Keeps one form's text; an empty one forgets it. */
export function keepDraft(
  { database, settings }: { readonly database: Database; readonly settings: SettingStore },
  form: string,
  text: string,
): void {
  const { [form]: _before, ...others } = readDrafts(settings);
  write(database, () => settings.save(setting, text === '' ? others : { ...others, [form]: text }));
}
