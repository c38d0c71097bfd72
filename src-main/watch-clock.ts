import type { JobPorts } from './jobs/job-ports';
import type { JobQueue } from './jobs/job-queue';
import { isDiskFull } from './store/sqlite';

/** At most this long between two looks at the clock, in milliseconds: it may jump, or the computer may sleep. */
const longestWait = 30_000;
/** At least this long, so that a boundary that can't be written down yet does not keep the computer busy. */
const shortestWait = 50;

export type ClockWatch = {
  /** Looks now: the computer woke up, or its clock was changed. */
  look(): void;
  stop(): void;
};

/**
 * Does what falls due when it does, and notices a clock that was set. Timers count no time asleep and know nothing of
 * a clock that is set, so none waits longer than half a minute, whenever the next boundary is.
 */
export function watchClock(ports: JobPorts, queue: JobQueue, tell: () => void): ClockWatch {
  const cardInUse = () => ports.plans.cardInUse(ports.time.now());
  let behind = ports.time.behind();
  let card = cardInUse();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const crossDue = () => {
    try {
      ports.clock.catchUp();
      const wasBehind = behind > 0;
      const cardBefore = card;
      behind = ports.time.behind();
      card = cardInUse();
      // The day of a version that was taken up before has come: prices go by it from now on.
      if (behind > 0 !== wasBehind || card !== cardBefore) tell();
      queue.wake();
    } catch (error) {
      // A boundary is crossed whole or not at all: with a full disk it is crossed once there is room.
      if (!isDiskFull(error)) ports.report(error, 'the billing clock');
    }
  };
  const wait = () => {
    const due = ports.clock.nextDue();
    const untilDue = due === null ? longestWait : due - ports.time.now();
    const delay = Math.min(longestWait, Math.max(shortestWait, untilDue));
    timer = setTimeout(look, delay);
  };
  const look = () => {
    if (timer !== null) clearTimeout(timer);
    crossDue();
    wait();
  };
  wait();
  return {
    look,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
