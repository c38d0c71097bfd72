import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import type { ProofState } from '../../../src-shared/contract/proof';
import { type CommandContext, defineCommand, done, type Outcome } from '../command';
import { readNamedFile } from '../named-file';
import { proofJson, receiptCheckJson } from '../proof-json';
import { counted, creditsText, dateText, timeZoneOf } from '../text';
import { told } from '../workspace';

/** Says whether the ledger is signed and what the check at start found, and checks receipts. */
export const proof = defineCommand({
  name: 'proof',
  summary: 'say how the ledger is signed, or check a receipt',
  usage: ['proof [show]', 'proof check FILE'],
  words: { kind: 'ordered', names: ['action', 'file'] },
  options: {},
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('show').optional() }),
    z.strictObject({ action: z.literal('check'), file: z.string().min(1).max(4096) }),
  ]),
  async run(context, input) {
    switch (input.action) {
      case undefined:
      case 'show':
        return show(context);
      case 'check':
        return check(context, input.file);
      default:
        return assertNever(input);
    }
  },
});

async function show({ tally }: CommandContext): Promise<Outcome> {
  const state = await tally.proof.state();
  const timeZone = timeZoneOf(await tally.workspace.state());
  const lines = [
    `workspace ${state.workspaceId}`,
    signingText(state, timeZone),
    ...startLines(state),
    ...(state.trouble === null ? [] : [state.trouble]),
  ];
  return told(state, proofJson(state), lines);
}

function signingText({ signing }: ProofState, timeZone: string): string {
  switch (signing.kind) {
    case 'signed': {
      const { fingerprint, lastSignedAt, entries } = signing;
      if (lastSignedAt === null)
        return `signed with the key ${fingerprint}, which has signed nothing yet`;
      return `signed with the key ${fingerprint}, last on ${dateText(lastSignedAt, timeZone)} up to entry ${entries}`;
    }
    case 'unsigned':
      return `not signed: ${signing.reason}`;
    default:
      return assertNever(signing);
  }
}

function startLines({ atStart }: ProofState): string[] {
  switch (atStart.kind) {
    case 'sound':
      return ['sound at the last start'];
    case 'unproven':
      return [`not proven at the last start: ${atStart.reason}`];
    case 'older-backup': {
      const { entries, signedEntries, charged, unpaid, setAside } = atStart;
      const made = counted(charged.pictures, 'picture');
      const lines = [
        `an earlier state came back: ${entries} entries of ${signedEntries} that were signed`,
        `  ${made} made since then charged again (${creditsText(charged.credits)})`,
      ];
      if (unpaid.pictures > 0) {
        lines.push(
          `  ${counted(unpaid.pictures, 'picture')} that no credit paid, in ${unpaid.folder}`,
        );
      }
      if (setAside.pictures > 0) {
        lines.push(`  ${counted(setAside.pictures, 'picture')} set aside, in ${setAside.folder}`);
      }
      return lines;
    }
    default:
      return assertNever(atStart);
  }
}

async function check(context: CommandContext, name: string): Promise<Outcome> {
  const file = await readNamedFile(context, name);
  if (file.kind !== 'text') return file;
  const found = await context.tally.proof.checkReceipt({ text: file.text });
  const result = receiptCheckJson(found);
  if (found.kind === 'sound') {
    return done(result, found.lines, [
      found.signed ? 'Sound and signed.' : 'Sound, and not signed.',
    ]);
  }
  const failure = `The receipt is broken at ${found.at}: ${found.message}`;
  return { kind: 'failed', failure, result, lines: [], status: 1 };
}
