import { eventIterator, type } from '@orpc/contract';
import type { Asset } from '../jobs/asset';
import type { Job, WaitReason } from '../jobs/job';
import type { Balance } from './credits';
import { procedure } from './refused';
import type { Settings } from './settings';
import type { WorkspaceState } from './workspace';

/** What the main process tells while it happens. Copies replace copies; nothing needs a second call. */
export type TallyEvent =
  /** It was begun, a cycle turned (credit lapsed and came), or the clock was set back or right. */
  | {
      readonly kind: 'workspace-changed';
      readonly workspace: WorkspaceState;
      readonly balance: Balance;
    }
  /** Jobs that changed, with the balance after the change and the assets they delivered. */
  | {
      readonly kind: 'jobs-changed';
      readonly jobs: readonly Job[];
      readonly assets: readonly Asset[];
      readonly balance: Balance;
    }
  | {
      readonly kind: 'queue-changed';
      readonly paused: boolean;
      readonly waitReasons: Readonly<Record<string, WaitReason>>;
    }
  /** For display only; `remaining` in milliseconds, null while there is nothing to judge by. */
  | {
      readonly kind: 'job-progress';
      readonly jobId: string;
      readonly fraction: number;
      readonly remaining: number | null;
      /** A small picture of the work so far, as PNG or WebP bytes in a data URL; null when unchanged. */
      readonly preview: string | null;
    }
  | { readonly kind: 'assets-changed'; readonly assets: readonly Asset[] }
  | { readonly kind: 'settings-changed'; readonly settings: Settings }
  /** Something the person should know that is not an answer to a call. */
  | {
      readonly kind: 'notice';
      readonly severity: 'information' | 'problem';
      readonly text: string;
    };

export const events = {
  subscribe: procedure.output(eventIterator(type<TallyEvent>())),
};
