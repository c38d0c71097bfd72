import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Unwritable, unwritable } from '../gallery/disk-failure';
import { replaceFile } from '../store/replace-file';
import { systemCode } from '../store/system-code';
import { type FoundHead, readHead } from './head';
import { printNote, type RestoreNote, readNote } from './restore-note';
import type { KeyStore } from './signing-key';

/** Where heads are kept: beside the ledger, and once more where a swap of the whole folder does not reach. */
export type HeadFiles = {
  /** The heads beside the ledger, and the person's own copy; null where no own folder is given. */
  find(): Promise<{ readonly beside: FoundHead; readonly own: FoundHead }>;
  /** Puts the text in both places; answers why it could not be put beside the ledger. The second copy is a precaution. */
  keep(text: string): Promise<Unwritable | null>;
  findNote(): Promise<RestoreNote | null>;
  dropNote(): Promise<void>;
};

/** The folder of the heads beside a ledger. */
function headFolder(dataFolder: string): string {
  return join(dataFolder, 'heads');
}

function headFile(dataFolder: string): string {
  return join(headFolder(dataFolder), 'head.json');
}

function noteFile(dataFolder: string): string {
  return join(headFolder(dataFolder), 'restored.json');
}

/** The heads of one workspace; `ownFolder` is the person's configuration folder. */
export function headFiles(
  dataFolder: string,
  ownFolder: string | null,
  workspaceId: string,
): HeadFiles {
  const beside = headFile(dataFolder);
  const own = ownFolder === null ? null : join(ownFolder, 'heads', `${workspaceId}.json`);
  return {
    find: async () => ({
      beside: await findHead(beside),
      own: own === null ? { kind: 'none' } : await findHead(own),
    }),
    keep: async (text) => {
      const first = await keepAt(beside, text);
      if (own !== null) await keepAt(own, text);
      return first;
    },
    findNote: async () => {
      const text = await textOf(noteFile(dataFolder));
      return text === null ? null : readNote(text);
    },
    dropNote: async () => {
      if ((await textOf(noteFile(dataFolder))) !== null) await rm(noteFile(dataFolder));
    },
  };
}

/**
 * Notes that a backup takes the place of the ledger, over the head that is there now, so that the next start knows
 * it for wanted. A disk that does not take it throws.
 */
export async function noteRestore(dataFolder: string, keys: KeyStore): Promise<void> {
  const found = await findHead(headFile(dataFolder));
  const opened = await keys.open();
  const replaced = found.kind === 'head' ? found.head.tip.entries : null;
  const text = printNote(replaced, opened.kind === 'key' ? opened.key : null);
  await mkdir(headFolder(dataFolder), { recursive: true });
  await replaceFile(noteFile(dataFolder), text);
}

async function findHead(path: string): Promise<FoundHead> {
  const text = await textOf(path);
  return text === null ? { kind: 'none' } : readHead(text);
}

/** What a file says; null when it is not there. One that the disk does not give out says nothing. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : '';
  }
}

async function keepAt(path: string, text: string): Promise<Unwritable | null> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text);
    return null;
  } catch (error) {
    return unwritable(dirname(path), error);
  }
}
