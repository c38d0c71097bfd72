import { z } from 'zod';
import { defineCommand, done } from '../command';
import { interruptionOf } from '../command-call';
import { verificationJson } from '../credits-json';
import { counted } from '../text';

/** Replays the whole ledger and checks every picture's file. */
export const verify = defineCommand({
  name: 'verify',
  summary: 'replay the ledger and check every hash, balance and file',
  usage: ['verify'],
  words: { kind: 'ordered', names: [] },
  options: {},
  input: z.strictObject({}),
  async run({ tally, signal, progress }) {
    const verifications = await tally.credits.verify(undefined, { signal });
    for await (const verification of verifications) {
      if (interruptionOf(signal) !== null) break;
      if (verification.kind === 'progress') {
        progress.tick(`${verification.checked} of ${verification.total} checked`);
        continue;
      }
      const result = verificationJson(verification);
      if (verification.kind === 'broken') {
        const failure = `The records do not agree at ${verification.at}: ${verification.message}`;
        return { kind: 'failed', failure, result, lines: [], status: 1 };
      }
      const { entries, files, head } = verification;
      const line = `Sound: ${entries} ledger entries and ${counted(files, 'file')} agree; newest entry ${head}.`;
      return done(result, [line]);
    }
    const failure = 'Stopped before everything was checked.';
    return { kind: 'failed', failure, result: { kind: 'stopped' }, lines: [], status: 130 };
  },
});
