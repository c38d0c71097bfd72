import { type } from '@orpc/contract';
import type { Quality, ToolId } from '../billing/card/rate-card';
import type { EditKind } from '../jobs/edit-request';
import { procedure } from './refused';

/** What an engine can do; controls it does not support are not shown. */
export type EngineCapabilities = {
  readonly id: string;
  readonly name: string;
  /** What it honestly is, in a sentence. */
  readonly description: string;
  readonly tools: readonly ToolId[];
  /** What it does to a picture; empty for an engine that edits none. */
  readonly edits: readonly EditKind[];
  readonly styles: readonly { readonly id: string; readonly name: string }[];
  readonly qualities: readonly Quality[];
  readonly seeds: boolean;
  readonly cancel: boolean;
};

export type EngineHealth =
  | { readonly kind: 'ready' }
  | { readonly kind: 'missing'; readonly message: string };

export type EngineListing = EngineCapabilities & { readonly health: EngineHealth };

export const engines = {
  list: procedure.output(type<{ engines: readonly EngineListing[] }>()),
};
