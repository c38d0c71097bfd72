import { createConnection } from 'node:net';

/** Asks the Tally that owns the data folder to come to the front; false when it does not answer. */
export function showOther(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(address, () => socket.write('{"kind":"show"}\n'));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', () => {
      resolve(true);
      socket.end();
    });
    // 'close' follows every error, and says all that matters.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(false));
  });
}
