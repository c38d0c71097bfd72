import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleProcess, type ProcessBundle } from '../helpers/process-bundle';
import { type ChaosReport, causeChaos } from './chaos';
import { chaosCards } from './chaos-cards';

const kills = Number(process.env['TALLY_CHAOS_KILLS'] ?? 60);
const seed = Number(process.env['TALLY_CHAOS_SEED'] ?? randomInt(2 ** 32));
/** From so many kills on, each part of a life must have been hit. */
const enoughToHit = 50;
const longestKill = 10_000;

let victim: ProcessBundle;
beforeAll(async () => {
  victim = await bundleProcess(new URL('victim.ts', import.meta.url));
});
afterAll(() => victim.remove());

// Both services in turn: one sells units, the other packs.
test.each(chaosCards)(
  `kills at random instants on %s (${kills} in all, seed ${seed}) charge and bill everything once and lose nothing`,
  async (card) => {
    const report = await causeChaos(victim.file, card, Math.ceil(kills / 2), seed);
    process.stdout.write(`${described(report)}\n`);
    expect(report.problems).toEqual([]);
    expect(report.delivered).toBeGreaterThan(0);
    // A run that never hit anything would prove nothing; a handful of kills may well miss.
    if (kills < enoughToHit) return;
    const { interrupted } = report;
    expect(report.requeued).toBeGreaterThan(0);
    expect(report.swept).toBeGreaterThan(0);
    expect(report.bills).toBeGreaterThan(0);
    expect(report.heldAnew).toBeGreaterThan(0);
    expect(interrupted['opening and recovering'] + interrupted.checking).toBeGreaterThan(0);
  },
  60_000 + kills * longestKill,
);

function described({ interrupted, ...report }: ChaosReport): string {
  const lines = Object.entries(interrupted).map(
    ([what, count]) => `  ${String(count).padStart(4)} × ${what}`,
  );
  return [
    `chaos on ${report.card}: ${report.kills} kills, seed ${report.seed}; interrupted:`,
    ...lines,
    `  ${report.orders} orders answered, ${report.bills} bills, ${report.grants} grants, ${report.heldAnew} jobs held anew, ${report.restored} backups restored,`,
    `  ${report.requeued} jobs ran again, ${report.swept} files swept,`,
    `  ${report.delivered} pictures delivered, ${report.charged} credits charged`,
  ].join('\n');
}
