import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './seeded-random';

/** When to kill: so many milliseconds after the line was said for the `count`-th time; null: never. */
type Aim = { readonly line: string | null; readonly count: number; readonly delay: number };

/** A life that is let live to its end. */
export const noAim: Aim = { line: null, count: 1, delay: 0 };

/** Every part of a life is aimed at in turn; where in it the kill falls is left to chance. */
const aims: readonly ((chance: Chance) => Aim)[] = [
  // Before it said anything at all, and while it opens, recovers and checks.
  (chance) => ({ line: '', count: 1, delay: chance.below(200) }),
  (chance) => ({ line: 'opening', count: 1, delay: chance.below(30) }),
  (chance) => ({ line: 'checking', count: 1, delay: chance.below(30) }),
  (chance) => ({ line: 'opened', count: 1, delay: chance.below(300) }),
  (chance) => ({ line: 'submitting', count: 1 + chance.below(20), delay: chance.below(4) }),
  (chance) => ({ line: 'running', count: 1 + chance.below(40), delay: chance.below(8) }),
  (chance) => ({ line: 'produced', count: 1 + chance.below(40), delay: chance.below(6) }),
  (chance) => ({ line: 'produced', count: 1 + chance.below(40), delay: chance.below(6) }),
  (chance) => ({ line: 'ordering', count: 1 + chance.below(30), delay: chance.below(5) }),
  (chance) => ({ line: 'ordering', count: 1 + chance.below(6), delay: chance.below(5) }),
  (chance) => ({ line: 'jumping', count: 1 + chance.below(2), delay: chance.below(12) }),
  (chance) => ({ line: 'backing up', count: 1, delay: chance.below(20) }),
  (chance) => ({ line: 'restoring', count: 1, delay: chance.below(25) }),
];

export function aimOf(turn: number, chance: Chance): Aim {
  const aim = aims[turn % aims.length];
  if (aim === undefined) throw new Error('there is nothing to aim at');
  return aim(chance);
}

/** What one life of the victim told; `died` is why it ended by itself, nothing when it was done, null when it was killed. */
export type Life = { readonly lines: readonly string[]; readonly died: string | null };

/** A victim that never says what was waited for is killed all the same, after so many milliseconds. */
const longestLife = 5_000;
const longestFinish = 120_000;

export async function liveUntil(child: ChildProcess, aim: Aim): Promise<Life> {
  const lines: string[] = [];
  let errors = '';
  let rest = '';
  const shoot = async () => {
    await pause(aim.delay);
    child.kill('SIGKILL');
  };
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  child.stdout?.on('data', (text) => {
    const said = `${rest}${text}`.split('\n');
    rest = said.pop() ?? '';
    lines.push(...said);
    const heard = lines.filter((line) => aim.line !== null && line.startsWith(aim.line)).length;
    if (heard >= aim.count) void shoot();
  });
  if (aim.line === '') void shoot();
  const limit = setTimeout(
    () => child.kill('SIGKILL'),
    aim.line === null ? longestFinish : longestLife,
  );
  const died = await new Promise<string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      if (signal === 'SIGKILL') resolve(null);
      else resolve(status === 0 ? '' : `status ${status}, ${signal}: ${errors}`);
    });
  });
  clearTimeout(limit);
  return { lines, died };
}
