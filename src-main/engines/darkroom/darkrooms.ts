import { darkroomCommandSchema } from '../../../src-shared/contract/darkroom';
import type { EngineEvent, EngineOrder, EngineOutcome } from '../engine';
import type { Darkroom, DarkroomLoss, OpenDarkroom } from './darkroom';
import {
  crashed,
  type PaintCommand,
  type Patience,
  paintInDarkroom,
  usualPatience,
} from './darkroom-order';

export type DarkroomsOptions = {
  readonly open: OpenDarkroom;
  /** Milliseconds after which a darkroom without work is closed, so that an idle Tally is small. */
  readonly idle?: number;
  readonly patience?: Patience;
};

/** The darkrooms there are: opened when there is work, used again, closed when there is none. */
export type Darkrooms = {
  paint(order: EngineOrder, signal: AbortSignal): AsyncGenerator<EngineEvent, EngineOutcome, void>;
  /** Closes all of them; what is still being painted is lost. */
  close(): void;
};

const usualIdle = 30_000;

/** How many darkrooms a machine can bear: one core is left for the rest of Tally. */
export function darkroomsFor(cores: number): number {
  return Math.max(1, Math.min(2, cores - 1));
}

export function createDarkrooms(options: DarkroomsOptions): Darkrooms {
  const { open, idle = usualIdle, patience = usualPatience } = options;
  const resting = new Map<Darkroom, NodeJS.Timeout>();
  const working = new Set<Darkroom>();
  const take = async (): Promise<Darkroom | DarkroomLoss> => {
    for (const [darkroom, timer] of resting) {
      clearTimeout(timer);
      resting.delete(darkroom);
      if (darkroom.isOpen) return darkroom;
    }
    return open();
  };
  const rest = (darkroom: Darkroom) => {
    working.delete(darkroom);
    if (!darkroom.isOpen) return;
    const timer = setTimeout(() => {
      resting.delete(darkroom);
      darkroom.close();
    }, idle);
    resting.set(darkroom, timer);
  };
  return {
    paint: async function* (order, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      const command = paintCommand(order);
      if (command === null) return refused;
      const opening = take();
      const darkroom = await Promise.race([opening, abortOf(signal)]);
      if (darkroom === 'aborted') {
        void opening.then((late) => 'kind' in late || rest(late));
        return { kind: 'cancelled' };
      }
      if ('kind' in darkroom) return crashed(`The painter did not start (${darkroom.reason}).`);
      working.add(darkroom);
      return yield* paintInDarkroom(darkroom, command, signal, patience, () => rest(darkroom));
    },
    close: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      for (const darkroom of [...resting.keys(), ...working]) darkroom.close();
      resting.clear();
    },
  };
}

const refused: EngineOutcome = {
  kind: 'refused',
  code: 'engine-refused',
  message: 'The painter has no such style, size or seed.',
};

/** The order in the darkroom's own words; null for what no darkroom paints. */
function paintCommand({ jobId, request }: EngineOrder): PaintCommand | null {
  const command = darkroomCommandSchema.safeParse({ kind: 'paint', orderId: jobId, request }).data;
  return command?.kind === 'paint' ? command : null;
}

function abortOf(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}
