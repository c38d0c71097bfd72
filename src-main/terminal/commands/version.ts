import { z } from 'zod';
import { defineCommand, done } from '../command';

export const version = defineCommand({
  name: 'version',
  summary: "show Tally's version",
  usage: ['version'],
  words: { kind: 'ordered', names: [] },
  options: {},
  input: z.strictObject({}),
  async run({ version }) {
    return done({ version }, [`Tally ${version}`]);
  },
});
