import { z } from 'zod';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { Clock } from '../clock';
import type { SettingStore } from '../store/settings';
import type { Database } from '../store/sqlite';
import { write } from '../store/write';

const settingName = 'test-clock';

/** The clock of a test workspace: it stands still until it is moved, and only ever forward. */
export type TestClock = Clock & {
  /** Moves the clock; answers false, and stays, when that would not be forward. */
  advance(to: Instant): boolean;
};

/** Opens the clock that a test workspace has had from its first day on. */
export function openTestClock(
  database: Database,
  settings: SettingStore,
  startsAt: Instant,
): TestClock {
  const kept = z.number().nullable().parse(settings.read(settingName));
  let now = kept === null ? startsAt : instant(kept);
  if (kept === null) write(database, () => settings.save(settingName, now));
  return {
    now: () => now,
    advance: (to) => {
      if (to < now) return false;
      write(database, () => settings.save(settingName, to));
      now = to;
      return true;
    },
  };
}
