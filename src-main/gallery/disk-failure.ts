import { systemCode } from '../store/system-code';

/** The disk does not take what should be written; `reason` is the middle of a sentence for a person. */
export type Unwritable = {
  readonly kind: 'unwritable';
  readonly folder: string;
  readonly reason: string;
};

/** What a disk may answer without Tally being at fault. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there',
  ENOTDIR: 'a file is in the place of a folder',
  EEXIST: 'a file is in the place of a folder',
  EISDIR: 'a folder is in the place of a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the disk takes no file as large as this',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  ENXIO: 'the disk does not answer',
  ENODEV: 'the disk does not answer',
  ESTALE: 'the network drive does not answer',
  ETIMEDOUT: 'the network drive does not answer',
  EBUSY: 'the file is in use by another program',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'its links lead in a circle',
};

/** The failure as a value, when it is the disk's; a bug is thrown on. */
export function unwritable(folder: string, error: unknown): Unwritable {
  const reason = reasons[systemCode(error) ?? ''];
  if (reason === undefined) throw error;
  return { kind: 'unwritable', folder, reason };
}
