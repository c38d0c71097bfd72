import { assertNever } from '../../src-shared/assert-never';
import type { OlderBackup, StartFinding } from '../../src-shared/contract/proof';
import type { Opened } from './check-start';

/** What a start found, with what was done about the pictures made after an older state. */
export function findingOf(
  judged: Opened,
  pictures: Omit<OlderBackup, 'entries' | 'signedEntries'>,
): StartFinding {
  switch (judged.kind) {
    case 'sound':
      return { kind: 'sound' };
    case 'unproven':
      return { kind: 'unproven', reason: judged.reason };
    case 'older': {
      const { entries, signedEntries } = judged;
      const { charged, unpaid, setAside } = pictures;
      return { kind: 'older-backup', entries, signedEntries, charged, unpaid, setAside };
    }
    default:
      return assertNever(judged);
  }
}

/** What the person is told of an older state that came back, plainly; null of anything else. */
export function noticeOf(finding: StartFinding): string | null {
  if (finding.kind !== 'older-backup') return null;
  const { entries, signedEntries, charged, unpaid, setAside } = finding;
  const came =
    entries < signedEntries
      ? `An older backup came back: it has ${count(entries, 'ledger entry', 'ledger entries')} of ${count(signedEntries, 'signed one', 'signed ones')}.`
      : 'Another state of the ledger than the last one came back.';
  return [
    came,
    charged.pictures > 0
      ? `${count(charged.pictures, 'file', 'files')} made since then ${was(charged.pictures)} charged again, for ${count(charged.credits, 'credit', 'credits')}.`
      : 'Nothing made since then had to be charged again.',
    unpaid.pictures > 0
      ? `${count(unpaid.pictures, 'file', 'files')} could not be paid (${count(unpaid.credits, 'credit', 'credits')}) and ${was(unpaid.pictures)} moved to ${unpaid.folder}.`
      : '',
    setAside.pictures > 0
      ? `${count(setAside.pictures, 'file', 'files')} that this workspace can’t place ${was(setAside.pictures)} moved to ${setAside.folder}.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

function was(number: number): string {
  return number === 1 ? 'was' : 'were';
}
