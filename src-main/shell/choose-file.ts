import { basename, dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

export type ChosenFile = { readonly folder: string; readonly fileName: string };

type FileKind = { readonly name: string; readonly folder: 'pictures' | 'videos' | 'documents' };

/** What Tally saves, by extension, and where people keep such things. */
const kinds: Readonly<Record<string, FileKind>> = {
  png: { name: 'PNG picture', folder: 'pictures' },
  mp4: { name: 'MP4 video', folder: 'videos' },
  webm: { name: 'WebM video', folder: 'videos' },
  csv: { name: 'CSV table', folder: 'documents' },
  json: { name: 'JSON file', folder: 'documents' },
  pdf: { name: 'PDF document', folder: 'documents' },
};

/**
 * Asks where to save a file. `fileName` must be safe already, and its extension one that Tally saves. Null when the
 * dialog was dismissed.
 */
export async function chooseFile(
  browserWindow: BrowserWindow,
  fileName: string,
): Promise<ChosenFile | null> {
  const extension = extname(fileName).slice(1);
  const kind = kinds[extension];
  if (kind === undefined) throw new Error(`nothing is saved as .${extension}`);
  const { canceled, filePath } = await dialog.showSaveDialog(browserWindow, {
    title: 'Save a copy',
    defaultPath: join(app.getPath(kind.folder), fileName),
    filters: [{ name: kind.name, extensions: [extension] }],
    properties: ['createDirectory'],
  });
  if (canceled || filePath === '') return null;
  return { folder: dirname(filePath), fileName: basename(filePath) };
}
