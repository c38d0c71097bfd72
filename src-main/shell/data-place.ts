import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import {
  defaultDataFolder,
  realFolderPath,
  secureSocketFolder,
  socketAddress,
} from '../../scripts/socket-address.mjs';

/** A data folder, and the local socket at which its owner answers. */
export type DataPlace = { readonly folder: string; readonly address: string };

/** Where the data is that a command line names, or a person's own when it names none. */
export function dataPlace(named: string | null): DataPlace {
  const { platform, env } = process;
  const folder = realFolderPath(
    named ?? defaultDataFolder({ platform, env, homeFolder: homedir() }),
  );
  const machine = { platform, temporaryFolder: tmpdir(), userId: userInfo().uid };
  return { folder, address: socketAddress(folder, machine) };
}

/**
 * Makes the folder of the socket private to this user. Throws an error whose message is a sentence
 * when somebody else could listen there in our place.
 */
export function secureAddress(address: string): void {
  if (process.platform !== 'win32') secureSocketFolder(address, userInfo().uid);
}

/** The person's own configuration folder for Tally: apart from any data folder, so that it is not swapped with one. */
export function configurationFolder(
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
  homeFolder: string = homedir(),
): string {
  switch (platform) {
    case 'darwin':
      return join(homeFolder, 'Library', 'Preferences', 'Tally');
    case 'win32':
      return join(env['LOCALAPPDATA'] || join(homeFolder, 'AppData', 'Local'), 'Tally');
    default:
      return join(env['XDG_CONFIG_HOME'] || join(homeFolder, '.config'), 'tally');
  }
}
