import { assertNever } from '../../src-shared/assert-never';
import { isoOf } from '../../src-shared/billing/instant';
import type { ClockState } from '../../src-shared/contract/clock';
import type {
  BackupState,
  PictureCount,
  ProofState,
  ReceiptCheck,
} from '../../src-shared/contract/proof';
import { isoOrNull } from './instant-json';
import type { JsonObject } from './json';

export function proofJson(state: ProofState): JsonObject {
  const { workspaceId, testClock, signing, trouble, atStart } = state;
  return {
    workspaceId,
    testClock,
    signing: signingJson(signing),
    trouble,
    atStart: atStartJson(atStart),
  };
}

function signingJson(signing: ProofState['signing']): JsonObject {
  switch (signing.kind) {
    case 'signed': {
      const { kind, fingerprint, lastSignedAt, entries } = signing;
      return { kind, fingerprint, lastSignedAt: isoOrNull(lastSignedAt), entries };
    }
    case 'unsigned':
      return { kind: signing.kind, reason: signing.reason };
    default:
      return assertNever(signing);
  }
}

function atStartJson(atStart: ProofState['atStart']): JsonObject {
  switch (atStart.kind) {
    case 'sound':
      return { kind: atStart.kind };
    case 'unproven':
      return { kind: atStart.kind, reason: atStart.reason };
    case 'older-backup': {
      const { kind, entries, signedEntries, charged, unpaid, setAside } = atStart;
      return {
        kind,
        entries,
        signedEntries,
        charged: pictureCountJson(charged),
        unpaid: { ...pictureCountJson(unpaid), folder: unpaid.folder },
        setAside: { pictures: setAside.pictures, folder: setAside.folder },
      };
    }
    default:
      return assertNever(atStart);
  }
}

function pictureCountJson({ pictures, credits }: PictureCount): JsonObject {
  return { pictures, credits };
}

export function receiptCheckJson(check: ReceiptCheck): JsonObject {
  switch (check.kind) {
    case 'sound':
      return { kind: check.kind, signed: check.signed, lines: check.lines };
    case 'broken':
      return { kind: check.kind, at: check.at, message: check.message };
    default:
      return assertNever(check);
  }
}

export function backupJson({ name, madeAt, bytes, entries, ours }: BackupState): JsonObject {
  return { name, madeAt: isoOf(madeAt), bytes, entries, ours };
}

export function clockJson({ now, testClock, nextDue }: ClockState): JsonObject {
  return { now: isoOf(now), testClock, nextDue: isoOrNull(nextDue) };
}
