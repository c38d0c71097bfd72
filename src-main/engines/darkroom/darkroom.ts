import type { DarkroomCommand, DarkroomReport } from '../../../src-shared/contract/darkroom';

/** Why a darkroom can be used no more: it crashed, was closed, or broke the contract. */
export type DarkroomLoss = { readonly kind: 'lost'; readonly reason: string };

export type DarkroomNews = DarkroomReport | DarkroomLoss;

/** A place of its own where one order at a time is painted; losing it costs that order at most. */
export interface Darkroom {
  readonly isOpen: boolean;
  send(command: DarkroomCommand): void;
  /** Hears everything from now on; only the last listener counts. A loss is told once and is final. */
  listen(listener: ((news: DarkroomNews) => void) | null): void;
  /** Ends it at once, whatever it is doing; who listens is told of the loss. */
  close(): void;
}

/** Opens a darkroom and waits until it can be given an order. */
export type OpenDarkroom = () => Promise<Darkroom | DarkroomLoss>;
