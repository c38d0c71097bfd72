import type { ToolId } from '../../src-shared/billing/card/rate-card';
import type { Engine } from '../engines/engine';

/** The engine that a tool's jobs run on; null when there is none. */
export function engineFor(engines: readonly Engine[], tool: ToolId): Engine | null {
  return engines.find((engine) => engine.capabilities.tools.includes(tool)) ?? null;
}
