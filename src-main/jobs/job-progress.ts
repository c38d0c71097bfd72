import type { Instant } from '../../src-shared/billing/instant';
import type { EngineEvent } from '../engines/engine';
import type { JobPorts } from './job-ports';

/** Below this share of the work the time left is a guess that would only jump about. */
const enoughToJudge = 0.04;

/** Turns what an engine tells into progress events: share done, time left, preview. */
export function trackProgress(
  jobId: string,
  startedAt: Instant,
  { time, publish }: Pick<JobPorts, 'time' | 'publish'>,
): (event: EngineEvent) => void {
  let fraction = 0;
  return (event) => {
    if (event.kind === 'progress') fraction = Math.max(fraction, event.fraction);
    const preview =
      event.kind === 'preview'
        ? `data:${event.mediaType};base64,${Buffer.from(event.bytes).toString('base64')}`
        : null;
    const elapsed = time.now() - startedAt;
    const remaining =
      fraction < enoughToJudge ? null : Math.round((elapsed * (1 - fraction)) / fraction);
    publish({ kind: 'job-progress', jobId, fraction, remaining, preview });
  };
}
