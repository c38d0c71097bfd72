import { basename, dirname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';

export type ChosenFile = { readonly folder: string; readonly fileName: string };

/**
 * Asks where to save a copy of a picture. `fileName` must be safe already; `folder` is where the dialog
 * begins. Null when it was dismissed.
 */
export async function chooseFile(
  browserWindow: BrowserWindow,
  suggested: ChosenFile,
): Promise<ChosenFile | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(browserWindow, {
    title: 'Save a copy',
    defaultPath: join(suggested.folder, suggested.fileName),
    filters: [{ name: 'PNG picture', extensions: ['png'] }],
    properties: ['createDirectory'],
  });
  if (canceled || filePath === '') return null;
  return { folder: dirname(filePath), fileName: basename(filePath) };
}
