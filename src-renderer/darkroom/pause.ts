const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];

port1.onmessage = () => waiting.shift()?.();

/**
 * Lets the event loop run once, so that messages which came in meanwhile are heard. Timers would do that
 * too, but they are slowed down in a hidden window, and a scheduler's continuation may go ahead of them.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
