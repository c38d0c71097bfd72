import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectToOwner, RefusedToOpen } from '../../scripts/terminal-owner.mjs';
import { temporaryFolder } from './temporary-folder';

const never = new Promise<never>(() => undefined);

function startingOptions() {
  const dataFolder = temporaryFolder();
  return { dataFolder, address: join(dataFolder, 'tally', 'x.sock') };
}

async function listen(address: string): Promise<void> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()));
  server.listen(address);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
}

describe.skipIf(process.platform === 'win32')('connectToOwner', () => {
  test('of several that find nobody, one starts the owner and all reach it', async () => {
    const { address, dataFolder } = startingOptions();
    let starts = 0;
    const startOwner = async () => {
      starts += 1;
      const ready = wait(60).then(() => listen(address));
      return { ended: ready.then(() => never) };
    };
    const connecting = Array.from({ length: 6 }, () =>
      connectToOwner({ address, dataFolder, startOwner }),
    );
    const sockets = await Promise.all(connecting);
    for (const socket of sockets) socket.destroy();
    expect(starts).toBe(1);
    expect(existsSync(`${address}.starting`)).toBe(false);
  });

  test('joins the process that won the race for the data folder (status 75)', async () => {
    const { address, dataFolder } = startingOptions();
    const rival = { listening: Promise.resolve() };
    const startOwner = async () => {
      rival.listening = wait(60).then(() => listen(address));
      return { ended: Promise.resolve({ status: 75, errorText: '' }) };
    };
    const socket = await connectToOwner({ address, dataFolder, startOwner });
    expect(socket.readyState).toBe('open');
    socket.destroy();
    await rival.listening;
  });

  test('passes on why the data cannot be opened (status 78)', async () => {
    const refusal = { code: 'database-newer', message: 'A newer Tally wrote this.' };
    const end = { status: 78, errorText: `${JSON.stringify({ refusal })}\n` };
    const startOwner = async () => ({ ended: Promise.resolve(end) });
    const connecting = connectToOwner({ ...startingOptions(), startOwner });
    await expect(connecting).rejects.toThrow(new RefusedToOpen(refusal));
  });

  test('gives the reason of an owner that could not start, without the noise of Chromium', async () => {
    const errorText = '[7:1122/1.2:ERROR:bus.cc(407)] Failed to connect\nError: no such module\n';
    const startOwner = async () => ({ ended: Promise.resolve({ status: 1, errorText }) });
    const connecting = connectToOwner({ ...startingOptions(), startOwner });
    await expect(connecting).rejects.toThrow(
      /^Tally could not be started \(Error: no such module\)/,
    );
  });
});
