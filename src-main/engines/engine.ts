import type { EngineCapabilities, EngineHealth } from '../../src-shared/contract/engines';
import type { MediaType } from '../../src-shared/jobs/asset';
import type { Request } from '../../src-shared/jobs/request';

/** What an engine is asked for: one output. `jobId` names it in the engine's own records, if it has any. */
export type EngineOrder = {
  readonly jobId: string;
  readonly request: Request;
  /** The files of the pictures that the request names, by their SHA-256. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
};

/** What an engine tells while it works; for display only. Its last preview shows the finished picture. */
export type EngineEvent =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'progress'; readonly fraction: number }
  | {
      readonly kind: 'preview';
      readonly mediaType: 'image/png' | 'image/webp';
      readonly bytes: Uint8Array;
    };

/** How a run ended. Only `produced` is charged for a built-in engine; `unknown` keeps the hold. */
export type EngineOutcome =
  | {
      readonly kind: 'produced';
      readonly mediaType: MediaType;
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      /** What the engine made of the prompt, in words for a person; may be empty. */
      readonly reading: string;
    }
  /** The signal was heeded; nothing was processed to its end. */
  | { readonly kind: 'cancelled' }
  /** Proven not processed: not accepted, out of reach, or ended before its work was done. */
  | {
      readonly kind: 'refused';
      readonly code: 'engine-refused' | 'engine-unreachable' | 'engine-crashed';
      readonly message: string;
    }
  /** Sent, and never heard of again. */
  | { readonly kind: 'unknown' };

/** An engine turns an order into an outcome. It never throws for what can be expected of it. */
export interface Engine {
  readonly capabilities: EngineCapabilities;
  /** Whether it makes such a thing at all. */
  makes(request: Request): boolean;
  /** How many orders it works on at once. */
  readonly concurrency: number;
  /** Engines of one workplace share its places: together they work on no more orders than each may alone. */
  readonly workplace: string;
  /** Whether an order cut off by a crash can simply be run again: nothing was processed elsewhere. */
  readonly repeatable: boolean;
  health(): EngineHealth;
  run(order: EngineOrder, signal: AbortSignal): AsyncGenerator<EngineEvent, EngineOutcome, void>;
  /** Lets go of what it holds (windows, sockets); it starts again by itself at the next order. */
  close(): Promise<void>;
}
