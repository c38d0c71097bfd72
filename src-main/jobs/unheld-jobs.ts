import type { Job } from '../../src-shared/jobs/job';
import type { JobStore } from './job-store';

/** Follows which waiting jobs have no hold, so that everybody can be told when one loses or finds it. */
export class UnheldJobs {
  private readonly jobs: Pick<JobStore, 'job' | 'unheld'>;
  private told: ReadonlySet<string>;

  constructor(jobs: Pick<JobStore, 'job' | 'unheld'>) {
    this.jobs = jobs;
    this.told = new Set(jobs.unheld());
  }

  /** The jobs of which that has changed since it was asked last, as they are now. */
  changed(): Job[] {
    const before = this.told;
    const now = new Set(this.jobs.unheld());
    this.told = now;
    const lost = [...now].filter((id) => !before.has(id));
    const found = [...before].filter((id) => !now.has(id));
    return [...lost, ...found].flatMap((id) => this.jobs.job(id) ?? []);
  }
}
