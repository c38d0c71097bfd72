import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type CommandSocket,
  type CommandSocketOptions,
  serveCommands,
} from '../../../src-main/shell/command-socket';
import type { CommandCall } from '../../../src-main/terminal/command-call';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

let folder: string;
let address: string;
let server: CommandSocket | null = null;
let sockets: Socket[] = [];
const faults: unknown[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  address = join(folder, 'sockets', 'tally.sock');
  faults.length = 0;
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await server?.close();
  server = null;
  removeFolder(folder);
});

async function serve(
  execute: CommandSocketOptions['execute'],
  more: Partial<CommandSocketOptions> = {},
): Promise<void> {
  const onShow = () => undefined;
  const onFault = (error: unknown) => void faults.push(error);
  server = await serveCommands({ address, execute, onShow, onFault, ...more });
}

type Message = Readonly<Record<string, unknown>> & { readonly kind: string };

/** A client that keeps what it was sent, and acknowledges text unless it is told not to. */
class Client {
  readonly socket: Socket;
  readonly received: Message[] = [];
  readonly closed: Promise<unknown>;

  constructor({ acknowledges = true } = {}) {
    this.socket = createConnection(address);
    sockets.push(this.socket);
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    const lines = createInterface({ input: this.socket });
    lines.on('error', () => undefined);
    lines.on('line', (line) => {
      const message: Message = JSON.parse(line);
      this.received.push(message);
      if (acknowledges && message['acknowledge'] === true) this.send({ kind: 'drained' });
    });
  }

  send(message: object): void {
    this.socket.write(`${JSON.stringify(message)}\n`);
  }

  command(...argv: string[]): this {
    const terminals = { stdoutIsTerminal: false, stderrIsTerminal: false };
    this.send({ kind: 'command', argv, cwd: folder, json: false, ...terminals });
    return this;
  }

  get output(): string {
    return this.received
      .filter(({ kind }) => kind === 'stdout')
      .map(({ text }) => String(text))
      .join('');
  }

  get status(): unknown {
    return this.received.find(({ kind }) => kind === 'exit')?.['status'];
  }
}

const echo = async (call: CommandCall) => {
  await call.writeError('working\n');
  await call.writeOutput(`${call.argv.join(' ')}\n`);
  return 0;
};

/** Why the commands that ran until they were told to end were told so. */
const reasons: unknown[] = [];
let started = 0;
const untilAborted = async ({ signal }: CommandCall) => {
  started += 1;
  if (!signal.aborted) await once(signal, 'abort');
  reasons.push(signal.reason);
  return 130;
};

test('runs a command and tells its exit status', async () => {
  await serve(echo);
  const client = new Client().command('balance', '--json');
  await client.closed;
  expect(client.received).toEqual([
    { kind: 'stderr', text: 'working\n' },
    { kind: 'stdout', text: 'balance --json\n', acknowledge: true },
    { kind: 'exit', status: 0 },
  ]);
});

test('only this user can reach the socket, and a socket that was left behind is replaced', async () => {
  await serve(echo);
  expect(statSync(dirname(address)).mode & 0o777).toBe(0o700);
  await server?.close();
  writeFileSync(address, '');
  await serve(echo);
  const client = new Client().command('again');
  await client.closed;
  expect(client.status).toBe(0);
});

test('twenty clients at once are all served', async () => {
  await serve(echo);
  const clients = Array.from({ length: 20 }, (_, index) => new Client().command(String(index)));
  await Promise.all(clients.map((client) => client.closed));
  expect(clients.map((client) => client.output)).toEqual(clients.map((_, index) => `${index}\n`));
});

test('standard input is asked for once and read line by line to its end', async () => {
  await serve(async (call) => {
    for (let line = await call.readLine(); line !== null; line = await call.readLine()) {
      await call.writeOutput(`<${line}>`);
    }
    return 0;
  });
  const client = new Client().command('run', '-');
  await vi.waitUntil(() => client.received.length === 1);
  const lines = Array.from({ length: 2500 }, (_, index) => `line ${index}`);
  for (const line of lines) client.send({ kind: 'input', line });
  client.send({ kind: 'end-of-input' });
  await client.closed;
  expect(client.output).toBe(lines.map((line) => `<${line}>`).join(''));
  expect(client.received.filter(({ kind }) => kind === 'read-input')).toHaveLength(1);
});

test('long text arrives whole, in pieces that never part a character', async () => {
  const text = `x${'🦊'.repeat(200_000)}`;
  await serve(async (call) => {
    await call.writeOutput(text);
    return 0;
  });
  const client = new Client().command('long');
  await client.closed;
  expect(client.output).toBe(text);
  expect(client.received.length).toBeGreaterThan(5);
});

test('a slow reader is waited for, with one piece of text under way', async () => {
  let written = 0;
  await serve(async (call) => {
    for (; written < 10; written += 1) await call.writeOutput('x'.repeat(1000));
    return 0;
  });
  const client = new Client({ acknowledges: false }).command('slow');
  for (let taken = 1; taken <= 10; taken += 1) {
    await vi.waitUntil(() => client.received.length === taken);
    expect(written).toBe(taken - 1);
    client.send({ kind: 'drained' });
  }
  await client.closed;
  expect(client.status).toBe(0);
});

describe('a command is told', () => {
  beforeEach(() => {
    reasons.length = 0;
    started = 0;
  });

  test('of Ctrl+C', async () => {
    await serve(untilAborted);
    const client = new Client().command('wait');
    client.send({ kind: 'interrupt' });
    await client.closed;
    expect(reasons).toEqual(['interrupted']);
    expect(client.status).toBe(130);
  });

  test('that its client is gone', async () => {
    await serve(untilAborted);
    const client = new Client().command('wait');
    await once(client.socket, 'connect');
    client.socket.destroy();
    await vi.waitUntil(() => reasons.length === 1);
    expect(reasons).toEqual(['client-gone']);
  });

  test('that its client is gone while it writes', async () => {
    let ended = false;
    await serve(async (call) => {
      await call.writeOutput('never read');
      await call.writeOutput('never sent');
      ended = true;
      return 0;
    });
    const client = new Client({ acknowledges: false }).command('write');
    await vi.waitUntil(() => client.received.length === 1);
    client.socket.destroy();
    await vi.waitUntil(() => ended);
  });

  test('that Tally closes, and closing waits for it', async () => {
    await serve(untilAborted);
    const client = new Client().command('wait');
    const silent = new Client();
    await once(silent.socket, 'connect');
    await vi.waitUntil(() => started === 1);
    await server?.close();
    server = null;
    expect(existsSync(address)).toBe(false);
    await Promise.all([client.closed, silent.closed]);
    expect(client.status).toBe(130);
    expect(reasons).toEqual(['closing']);
  });
});

test('a bug in a command is reported and ends with its own exit status', async () => {
  await serve(async () => {
    throw new Error('a bug');
  });
  const client = new Client().command('balance');
  await client.closed;
  expect(client.status).toBe(70);
  expect(faults).toEqual([new Error('a bug')]);
});

describe('whoever does not speak the language is sent away, alone', () => {
  const command =
    '{"kind":"command","argv":[],"cwd":"/","stdoutIsTerminal":false,"stderrIsTerminal":false}';
  const hostile: [string, string | Uint8Array][] = [
    ['garbage', 'GET / HTTP/1.1\r\n\r\n'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0, 10])],
    ['JSON that is no message', '[]\n'],
    ['an unknown message', '{"kind":"delete-everything"}\n'],
    ['a message with too much in it', '{"kind":"show","really":true}\n'],
    ['a command of the wrong shape', '{"kind":"command","argv":"balance"}\n'],
    ['a line without end', 'x'.repeat(2 * 1024 * 1024)],
    ['a long line', `${' '.repeat(2 * 1024 * 1024)}\n`],
    ['deep nesting', `${'['.repeat(500_000)}\n`],
    ['an interrupt of nothing', '{"kind":"interrupt"}\n'],
    ['input that nobody asked for', `${command}\n{"kind":"input","line":"x"}\n`],
    ['an acknowledgement of nothing', `${command}\n{"kind":"drained"}\n`],
    ['a second command', `${command}\n${command}\n`],
  ];

  test.each(hostile)('%s', async (_, bytes) => {
    await serve(untilAborted);
    const good = new Client().command('wait');
    const bad = new Client();
    bad.socket.write(bytes);
    await bad.closed;
    expect(bad.status).toBeUndefined();
    good.send({ kind: 'interrupt' });
    await good.closed;
    expect(good.status).toBe(130);
    expect(faults).toEqual([]);
  });

  test('half a line and then nothing harms nobody', async () => {
    await serve(echo);
    const half = new Client();
    half.socket.end('{"kind":"comm');
    await half.closed;
    const good = new Client().command('after');
    await good.closed;
    expect(good.output).toBe('after\n');
  });
});

test('a second copy brings the first to the front', async () => {
  const onShow = vi.fn();
  await serve(echo, { onShow });
  const client = new Client();
  client.send({ kind: 'show' });
  await client.closed;
  expect(client.received).toEqual([{ kind: 'shown' }]);
  expect(onShow).toHaveBeenCalledOnce();
});

describe('a host without a window', () => {
  test('is idle once its last client has gone, and can be reached no more', async () => {
    const onIdle = vi.fn();
    await serve(echo, { onIdle });
    const clients = [new Client().command('one'), new Client().command('two')];
    await Promise.all(clients.map((client) => client.closed));
    await vi.waitUntil(() => onIdle.mock.calls.length > 0);
    expect(existsSync(address)).toBe(false);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  test('does not wait for ever for a first client', async () => {
    const onIdle = vi.fn();
    await serve(echo, { onIdle, patience: { first: 1, next: 0 } });
    await vi.waitUntil(() => onIdle.mock.calls.length > 0);
  });

  test('serves a client that comes in while it leaves, and those after it', async () => {
    const onIdle = vi.fn();
    await serve(echo, { onIdle });
    for (let round = 0; round < 30; round += 1) {
      if (onIdle.mock.calls.length > 0) break;
      const first = new Client().command('first');
      await first.closed;
      const second = new Client();
      const failed = await Promise.race([
        once(second.socket, 'connect').then(() => false),
        second.closed.then(() => true),
      ]);
      if (failed) break;
      second.command('second');
      await second.closed;
      expect(second.output).toBe('second\n');
    }
    await vi.waitUntil(() => onIdle.mock.calls.length > 0);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  test('stays while it is needed', async () => {
    const onIdle = vi.fn();
    const isNeeded = vi.fn(() => true);
    await serve(echo, { onIdle, isNeeded });
    await new Client().command('one').closed;
    await vi.waitUntil(() => isNeeded.mock.calls.length > 0);
    const client = new Client().command('two');
    await client.closed;
    expect(client.status).toBe(0);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
