import type { ProofState, StartFinding } from '../../src-shared/contract/proof';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';

/** What the check at the start found, in sentences; none where all is as it should be. */
export function startWords(found: StartFinding): string[] {
  switch (found.kind) {
    case 'sound':
      return [];
    case 'unproven':
      return [found.reason];
    case 'older-backup': {
      const { entries, signedEntries, charged, unpaid, setAside } = found;
      const files = (count: number) => formatNumberOf(count, 'file');
      return [
        entries < signedEntries
          ? `An older backup came back: it has ${formatCount(entries)} of ${formatNumberOf(signedEntries, 'signed entry', 'signed entries')}.`
          : 'Another state of the ledger than the last one came back.',
        charged.pictures === 0
          ? 'Nothing made since then had to be charged again.'
          : `Made since then and charged again: ${files(charged.pictures)}, ${formatCredits(charged.credits)}.`,
        ...(unpaid.pictures === 0
          ? []
          : [
              `Credit did not suffice for ${files(unpaid.pictures)} (${formatCredits(unpaid.credits)}); they lie in ${unpaid.folder}.`,
            ]),
        ...(setAside.pictures === 0
          ? []
          : [
              `This workspace can’t say whose ${setAside.pictures === 1 ? 'it was' : 'they were'}: ${files(setAside.pictures)}, in ${setAside.folder}.`,
            ]),
      ];
    }
  }
}

/** A fingerprint in groups of eight, so that two can be compared by eye. */
export function grouped(fingerprint: string): string {
  return fingerprint.replaceAll(/(.{8})(?=.)/g, '$1 ');
}

/** The one line that says whether the ledger is signed. */
export function signingWords({ signing }: ProofState): string {
  return signing.kind === 'signed'
    ? 'The ledger is signed with this computer’s own key.'
    : `The ledger is not signed. ${signing.reason}`;
}
