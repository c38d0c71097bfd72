import type { EditRequest } from '../../src-shared/jobs/edit-request';

/** A part of a frame, each figure in per cent of it. */
export type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const whole: Place = { left: 0, top: 0, width: 100, height: 100 };

/** Where the former picture lies within the frame of the new one: all of it, but for an extended canvas. */
export function formerPlace({ action, width, height }: EditRequest): Place {
  if (action.kind !== 'extend') return whole;
  const { left, top, right, bottom } = action;
  return {
    left: (100 * left) / width,
    top: (100 * top) / height,
    width: (100 * (width - left - right)) / width,
    height: (100 * (height - top - bottom)) / height,
  };
}

/** Where the divider goes, in whole per cent; null for a key that moves nothing. */
export function dividerAfterKey(key: string, divider: number, far: boolean): number | null {
  const step = far ? 10 : 2;
  const moves: Record<string, number> = {
    ArrowLeft: divider - step,
    ArrowDown: divider - step,
    ArrowRight: divider + step,
    ArrowUp: divider + step,
    PageDown: divider - 10,
    PageUp: divider + 10,
    Home: 0,
    End: 100,
  };
  const wanted = moves[key];
  return wanted === undefined ? null : Math.min(100, Math.max(0, wanted));
}

/** What a divider at `divider` per cent shows, in words. */
export function dividerWords(divider: number): string {
  if (divider === 0) return 'Only after';
  if (divider === 100) return 'Only before';
  return `${divider} % before, ${100 - divider} % after`;
}
