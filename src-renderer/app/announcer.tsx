import { useEffect, useRef, useState } from 'react';
import { hasEnded, type Job, settlementOf } from '../../src-shared/jobs/job';
import { titleOf } from '../gallery/asset-name';
import { queueStore } from '../stores/queue';
import { formatCredits } from '../ui/figures';

/** Tells a screen reader, politely, of every job that ends while it listens. */
export function Announcer() {
  const jobs = queueStore((store) => store.jobs);
  const open = useRef(new Set<string>());
  const [text, setText] = useState('');
  useEffect(() => {
    const said: string[] = [];
    for (const job of jobs.values()) {
      if (!hasEnded(job.state.kind)) open.current.add(job.id);
      else if (open.current.delete(job.id)) said.push(announcementOf(job));
    }
    if (said.length > 0) setText(said.join(' '));
  }, [jobs]);
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}

/** One ended job in a sentence: what became of it, and of its credit. */
export function announcementOf(job: Job): string {
  const settled = settlementOf(job);
  const money = settled === 'charged' ? `${formatCredits(job.price)} charged` : settled;
  const subject = titleOf(job.request).slice(0, 80);
  switch (job.state.kind) {
    case 'done':
      return `Finished: ${subject}; ${money}.`;
    case 'failed':
      return `Failed: ${subject}. ${job.state.failure.message} ${money}.`;
    case 'cancelled':
      return `Cancelled: ${subject}; ${money}.`;
    default:
      return '';
  }
}
