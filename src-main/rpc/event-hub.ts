type Listener<Event> = { readonly queue: Event[]; wake: () => void };

/** Hands every published event to every listener, in order; a listener that left costs nothing. */
export class EventHub<Event> {
  private readonly listeners = new Set<Listener<Event>>();
  private closed = false;

  publish(event: Event): void {
    for (const listener of this.listeners) {
      listener.queue.push(event);
      listener.wake();
    }
  }

  /** Every event from the moment of the call on, until the signal aborts or the hub closes. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<Event, void, void> {
    const listener: Listener<Event> = { queue: [], wake: () => undefined };
    this.listeners.add(listener);
    return this.stream(listener, signal);
  }

  close(): void {
    this.closed = true;
    for (const listener of this.listeners) listener.wake();
  }

  private async *stream(listener: Listener<Event>, signal: AbortSignal | undefined) {
    try {
      while (!this.closed && signal?.aborted !== true) {
        const event = listener.queue.shift();
        if (event !== undefined) yield event;
        else await nextWake(listener, signal);
      }
    } finally {
      this.listeners.delete(listener);
    }
  }
}

function nextWake(listener: Listener<unknown>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      signal?.removeEventListener('abort', wake);
      listener.wake = () => undefined;
      resolve();
    };
    listener.wake = wake;
    signal?.addEventListener('abort', wake, { once: true });
  });
}
