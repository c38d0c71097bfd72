import { z } from 'zod';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { Clock } from '../clock';
import type { SettingStore } from '../store/settings';

const settingName = 'watermark';

/** The time that billing goes by: the computer's, but never earlier than what was already seen. */
export type BillingTime = {
  now(): Instant;
  /** How far the computer's clock is behind the watermark, in milliseconds; 0 when it is right. */
  behind(): number;
  /** Keeps the watermark for the next start. Belongs inside `write`. */
  keep(): void;
};

/**
 * A clock set back mints nothing and loses nothing: until it has caught up again, time stands still
 * at the watermark. `newestEntry` is when the ledger was last written.
 */
export function startBillingTime(
  clock: Clock,
  settings: SettingStore,
  newestEntry: Instant | null,
): BillingTime {
  const kept = z.number().nullable().parse(settings.read(settingName));
  let watermark = instant(Math.max(kept ?? 0, newestEntry ?? 0));
  const now = () => {
    const current = clock.now();
    if (current > watermark) watermark = current;
    return watermark;
  };
  return {
    now,
    behind: () => Math.max(0, watermark - clock.now()),
    keep: () => settings.save(settingName, now()),
  };
}
