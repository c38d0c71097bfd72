import { randomUUID } from 'node:crypto';
import { type DarkroomOrder, darkroomCommandSchema } from '../../../src-shared/contract/darkroom';
import type { EngineEvent, EngineOrder, EngineOutcome } from '../engine';
import type { Darkroom, DarkroomLoss, OpenDarkroom } from './darkroom';
import {
  crashed,
  type DarkroomOutcome,
  type Patience,
  usualPatience,
  workInDarkroom,
} from './darkroom-order';
import { endOf, type ReadOutcome, readingOf, withoutText } from './read-outcome';

export type DarkroomsOptions = {
  readonly open: OpenDarkroom;
  /** Milliseconds after which a darkroom without work is closed, so that an idle Tally is small. */
  readonly idle?: number;
  readonly patience?: Patience;
};

/** The darkrooms there are: opened when there is work, used again, closed when there is none. */
export type Darkrooms = {
  make(order: EngineOrder, signal: AbortSignal): AsyncGenerator<EngineEvent, EngineOutcome, void>;
  /** Makes a PNG of a picture file of any kind, in a place that a hostile one can't leave. */
  bringIn(file: Uint8Array): Promise<EngineOutcome>;
  /**
   * Reads a document of any kind that Tally knows, in the same kind of place; given up when it takes too long or the
   * signal says so.
   */
  readDocument(file: Uint8Array, name: string, signal?: AbortSignal): Promise<ReadOutcome>;
  /** Closes all of them; what is still being painted is lost. */
  close(): void;
};

const usualIdle = 30_000;

/** All built-in engines work in the same darkrooms. */
export const darkroomWorkplace = 'darkroom';

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
  async function* work(
    order: DarkroomOrder,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, DarkroomOutcome, void> {
    const opening = take();
    const darkroom = await Promise.race([opening, abortOf(signal)]);
    if (darkroom === 'aborted') {
      void opening.then((late) => 'kind' in late || rest(late));
      return { kind: 'cancelled' };
    }
    if ('kind' in darkroom) return crashed(`The painter did not start (${darkroom.reason}).`);
    working.add(darkroom);
    return yield* workInDarkroom(darkroom, order, signal, patience, () => rest(darkroom));
  }
  const bringingIn = oneAtATime();
  const readings = oneAtATime();
  return {
    make: async function* (order, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      const command = makeOrder(order);
      return command === null ? refused : withoutText(yield* work(command, signal));
    },
    bringIn: async (file) => {
      const order = { kind: 'bring-in', orderId: randomUUID(), file } as const;
      return bringingIn(async () =>
        withoutText(await endOf(work(order, new AbortController().signal))),
      );
    },
    readDocument: async (file, name, signal) =>
      readings(async () => {
        if (signal?.aborted === true) return readingOf({ kind: 'cancelled' });
        const order = { kind: 'read-document', orderId: randomUUID(), file, name } as const;
        const limit = new AbortController();
        const giveUp = () => limit.abort();
        const timer = setTimeout(giveUp, patience.reading);
        signal?.addEventListener('abort', giveUp, { once: true });
        const outcome = await endOf(work(order, limit.signal));
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        return readingOf(outcome);
      }),
    close: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      for (const darkroom of [...resting.keys(), ...working]) darkroom.close();
      resting.clear();
    },
  };
}

/** Does what it is given one after the other, however much that is: each open darkroom is a process. */
function oneAtATime(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
}

const refused: EngineOutcome = {
  kind: 'refused',
  code: 'engine-refused',
  message: 'The built-in engines have no such style, size or seed.',
};

/** The order in the darkroom's own words; null for what no darkroom makes. */
function makeOrder({ jobId, request, inputs }: EngineOrder): DarkroomOrder | null {
  const files = [...inputs].map(([sha256, bytes]) => ({ sha256, bytes }));
  const order = { kind: 'make', orderId: jobId, request, inputs: files };
  const command = darkroomCommandSchema.safeParse(order).data;
  return command?.kind === 'make' ? command : null;
}

function abortOf(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}
