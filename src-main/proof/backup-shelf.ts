import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../src-shared/billing/instant';
import { isoOf } from '../../src-shared/billing/instant';
import type { BackupState } from '../../src-shared/contract/proof';
import type { Refusal } from '../../src-shared/refusal';
import { unwritable } from '../gallery/disk-failure';
import { backUp, backUpDaily, backupFolder, putStagedInPlace, stageBackup } from '../store/backups';
import type { Database } from '../store/sqlite';
import { backupState, findBackups, inspectBackup } from './backups';
import { noteRestore } from './head-files';
import type { HeadKeeper } from './head-keeper';
import { prepareEntryChain } from './tip';

/** The backups of a data folder, while its ledger is open. */
export type BackupShelf = {
  /** Newest first. */
  list(): BackupState[];
  makeNow(): Promise<Refusal | null>;
  /** Makes the backup of a day, as YYYY-MM-DD, when there is none yet. */
  makeDaily(today: string): Promise<void>;
  /** Gets a backup of this workspace ready to take the ledger's place once that is closed; else why not. */
  stage(name: string): Refusal | null;
  /** With the ledger closed: puts the staged backup in its place; nothing when none was staged. */
  putInPlace(): Promise<void>;
};

export type BackupShelfPorts = {
  readonly database: Database;
  readonly dataFolder: string;
  readonly workspaceId: string;
  readonly keeper: HeadKeeper;
  readonly now: () => Instant;
};

export function openBackupShelf(ports: BackupShelfPorts): BackupShelf {
  const { database, dataFolder, workspaceId, keeper, now } = ports;
  const folder = backupFolder(dataFolder);
  let isStaged = false;
  const remember = async (path: string) => {
    const made = inspectBackup(folder, path.slice(folder.length + 1));
    if (made !== null && made.tip.count > 0) await keeper.anchor(made.tip);
  };
  return {
    list: () => findBackups(folder).map((backup) => backupState(backup, workspaceId)),
    makeNow: () =>
      orRefusal(folder, async () =>
        remember(await backUp(database, folder, freeName(folder, now()))),
      ),
    makeDaily: async (today) => {
      // A day's backup is made once: one of nothing would be in the way of the first that is worth it.
      if (prepareEntryChain(database).tip().count === 0) return;
      const path = await backUpDaily(database, folder, today);
      if (path !== null) await remember(path);
    },
    stage: (name) => {
      const backup = inspectBackup(folder, name);
      if (backup === null) return { code: 'backup-unknown', name };
      if (backup.workspaceId !== workspaceId) return { code: 'backup-foreign', name };
      try {
        stageBackup(dataFolder, backup);
        isStaged = true;
        return null;
      } catch (error) {
        return refusalOf(dataFolder, error);
      }
    },
    putInPlace: async () => {
      if (!isStaged) return;
      await noteRestore(dataFolder, { open: async () => keeper.opened });
      putStagedInPlace(dataFolder);
    },
  };
}

/** A name with the time in it that no backup has yet. */
function freeName(folder: string, at: Instant): string {
  const stem = `now-${isoOf(at).slice(0, 19).replaceAll(':', '-')}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!existsSync(join(folder, `${name}.sqlite`))) return name;
  }
}

async function orRefusal(folder: string, work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return refusalOf(folder, error);
  }
}

/** What a disk may answer; a bug is thrown on. */
function refusalOf(folder: string, error: unknown): Refusal {
  const { reason } = unwritable(folder, error);
  return { code: 'folder-unwritable', folder, reason };
}
