import { type ModelTrouble, TroubleError, troubleOfStatus } from './model-trouble';

/** How much is borne with. */
export type Patience = {
  /** Milliseconds without a byte, before the first one and between two. */
  readonly silence: number;
  /** Bytes of one answer. */
  readonly bytes: number;
};

export const usualPatience: Patience = { silence: 90_000, bytes: 16 * 1024 * 1024 };

export type GuardedFetch = {
  readonly fetch: typeof globalThis.fetch;
  /** What went wrong last; null while nothing did. */
  trouble(): ModelTrouble | null;
};

const modelTypes = /^(text\/event-stream|application\/(?:[\w.-]+\+)?json)\b/i;

/**
 * A fetch for one server that may do anything: it follows no redirect, waits for no silence, reads no endless answer
 * and takes nothing for an answer that is not of a language model's kind.
 */
export function guardedFetch({ silence, bytes }: Patience): GuardedFetch {
  let last: ModelTrouble | null = null;
  const fail = (trouble: ModelTrouble): TroubleError => {
    last ??= trouble;
    return new TroubleError(last);
  };
  const guarded: typeof globalThis.fetch = async (input, init) => {
    const stop = new AbortController();
    const watch = watchSilence(silence, (seconds) => stop.abort(fail({ kind: 'slow', seconds })));
    const signals = [stop.signal, ...(init?.signal ? [init.signal] : [])];
    const signal = AbortSignal.any(signals);
    watch.listen();
    try {
      const response = await fetch(input, { ...init, redirect: 'manual', signal });
      watch.rest();
      const trouble = troubleOfStatus(response.status) ?? troubleOfKind(response);
      if (trouble !== null) {
        stop.abort();
        throw fail(trouble);
      }
      const { status, headers, body } = response;
      const watched = body === null ? null : watchedBody(body, { bytes, watch, fail, init, stop });
      return new Response(watched, { status, headers });
    } catch (error) {
      watch.rest();
      if (error instanceof TroubleError || init?.signal?.aborted === true) throw error;
      throw fail(last ?? { kind: 'unreachable' });
    }
  };
  return { fetch: guarded, trouble: () => last };
}

function troubleOfKind({ headers, body }: Response): ModelTrouble | null {
  const isModel = modelTypes.test(headers.get('content-type') ?? '');
  return isModel && body !== null ? null : { kind: 'not-a-model' };
}

/** Only the server's silence counts, not the time that its answer waits here to be read. */
type SilenceWatch = { listen(): void; rest(): void };

function watchSilence(silence: number, onSilence: (seconds: number) => void): SilenceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    listen: () => {
      timer = setTimeout(() => onSilence(Math.round(silence / 1000)), silence);
    },
    rest: () => clearTimeout(timer),
  };
}

type Watching = {
  readonly bytes: number;
  readonly watch: SilenceWatch;
  readonly fail: (trouble: ModelTrouble) => TroubleError;
  readonly init: RequestInit | undefined;
  readonly stop: AbortController;
};

/** The bytes of an answer as they come, up to the most that are borne with. */
function watchedBody(
  body: ReadableStream<Uint8Array>,
  { bytes, watch, fail, init, stop }: Watching,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let left = bytes;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        watch.listen();
        const { done, value } = await reader.read();
        watch.rest();
        left -= value?.byteLength ?? 0;
        if (left < 0) throw fail({ kind: 'too-long' });
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        watch.rest();
        const wasStopped = error instanceof TroubleError || init?.signal?.aborted === true;
        controller.error(wasStopped ? error : fail({ kind: 'cut-off' }));
        stop.abort();
      }
    },
    async cancel() {
      watch.rest();
      stop.abort();
    },
  });
}
