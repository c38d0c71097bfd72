import type { Request } from '../../src-shared/jobs/request';
import type { Engine } from '../engines/engine';

/** The engine that a request's job runs on; null when there is none. */
export function engineFor(engines: readonly Engine[], request: Request): Engine | null {
  return engines.find((engine) => engine.makes(request)) ?? null;
}
