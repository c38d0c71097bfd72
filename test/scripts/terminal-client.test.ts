import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { secureSocketFolder, socketAddress } from '../../scripts/socket-address.mjs';
import { readOptions } from '../../scripts/terminal-client.mjs';
import { temporaryFolder } from './temporary-folder';

interface Message {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** What a scripted owner does with each message of a client. */
type Script = (message: Message, send: (reply: Message) => void, socket: Socket) => void;

const clientModule = new URL('../../scripts/terminal-client.mjs', import.meta.url).href;

/** A client that must not need to start an owner, unless it is told how that ends. */
function clientProgram(argv: readonly string[], ownerEnd?: object): string {
  const end = ownerEnd === undefined ? 'undefined' : JSON.stringify(ownerEnd);
  return `
    import { runInTerminal } from ${JSON.stringify(clientModule)};
    const end = ${end};
    const startOwner = async () => {
      if (end === undefined) throw new Error('nobody listens');
      return { ended: Promise.resolve(end) };
    };
    const status = await runInTerminal(${JSON.stringify(argv)}, { startOwner });
    process.stdout.write('', () => process.exit(status));
  `;
}

interface Terminal {
  readonly child: ChildProcess;
  readonly ended: Promise<{ status: number | null; stdout: string; stderr: string }>;
}

function openTerminal(folder: string, argv: readonly string[], ownerEnd?: object): Terminal {
  const program = clientProgram([...argv, '--data', join(folder, 'data')], ownerEnd);
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([status]) => ({ status, stdout, stderr }));
  return { child, ended };
}

async function listenAsOwner(folder: string, script: Script): Promise<Message[]> {
  const { uid: userId } = userInfo();
  const machine = { platform: process.platform, temporaryFolder: folder, userId };
  const address = socketAddress(join(folder, 'data'), machine);
  secureSocketFolder(address, userId);
  const received: Message[] = [];
  const server = createServer((socket) => {
    const send = (reply: Message) => socket.write(`${JSON.stringify(reply)}\n`);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => received.push({ kind: 'closed' }));
    const lines = createInterface({ input: socket });
    lines.on('error', () => socket.destroy());
    lines.on('line', (line) => {
      const message: Message = JSON.parse(line);
      received.push(message);
      script(message, send, socket);
    });
  });
  server.listen(address);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return received;
}

const exit = (status: number): Message => ({ kind: 'exit', status });

describe.skipIf(process.platform === 'win32')('a terminal', () => {
  test('hands over its command and shows what comes back, with the exit status', async () => {
    const folder = temporaryFolder();
    const received = await listenAsOwner(folder, (_message, send) => {
      send({ kind: 'stderr', text: 'painting\n' });
      send({ kind: 'stdout', text: 'füchse 🦊\n' });
      send(exit(2));
    });
    const { status, stdout, stderr } = await openTerminal(folder, ['quote', 'a fox', '--json'])
      .ended;
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: 'füchse 🦊\n',
      stderr: 'painting\n',
    });
    expect(received[0]).toEqual({
      kind: 'command',
      argv: ['quote', 'a fox', '--json', '--data', join(folder, 'data')],
      cwd: process.cwd(),
      json: true,
      stdoutIsTerminal: false,
      stderrIsTerminal: false,
    });
  });

  test('sends its standard input line by line, only when asked', async () => {
    const folder = temporaryFolder();
    const received = await listenAsOwner(folder, (message, send) => {
      if (message.kind === 'command') send({ kind: 'read-input' });
      if (message.kind === 'end-of-input') send(exit(0));
    });
    const { child, ended } = openTerminal(folder, ['run', '-']);
    child.stdin?.end('{"one":1}\r\n\nlast line without an end');
    expect((await ended).status).toBe(0);
    expect(received.slice(1, 5)).toEqual([
      { kind: 'input', line: '{"one":1}' },
      { kind: 'input', line: '' },
      { kind: 'input', line: 'last line without an end' },
      { kind: 'end-of-input' },
    ]);
  });

  test('ends its standard input at a line that is too long, and says so', async () => {
    const folder = temporaryFolder();
    const received = await listenAsOwner(folder, (message, send) => {
      if (message.kind === 'command') send({ kind: 'read-input' });
      if (message.kind === 'end-of-input') send(exit(0));
    });
    const terminal = openTerminal(folder, ['run', '-']);
    terminal.child.stdin?.end(`{"one":1}\n${'x'.repeat(2 * 1024 * 1024)}\n{"three":3}\n`);
    const { status, stderr } = await terminal.ended;
    expect(status).toBe(1);
    expect(stderr).toBe(
      'A line of the input is longer than a million characters; nothing from that line on was run.\n',
    );
    expect(received.filter(({ kind }) => kind === 'input')).toEqual([
      { kind: 'input', line: '{"one":1}' },
    ]);
  });

  test('ends although its standard input stays open', async () => {
    const folder = temporaryFolder();
    await listenAsOwner(folder, (message, send) => {
      if (message.kind === 'command') send({ kind: 'read-input' });
      if (message.kind === 'input') send(exit(0));
    });
    const { child, ended } = openTerminal(folder, ['run', '-']);
    child.stdin?.write('first\n');
    expect((await ended).status).toBe(0);
  });

  test('says when a text has left, and loses none of a large one', async () => {
    const folder = temporaryFolder();
    const text = `${'x'.repeat(300_000)}\n`;
    let rounds = 0;
    await listenAsOwner(folder, (_message, send) => {
      rounds += 1;
      send(rounds > 5 ? exit(0) : { kind: 'stdout', text, acknowledge: true });
    });
    const { status, stdout } = await openTerminal(folder, ['statement']).ended;
    expect(status).toBe(0);
    expect(stdout).toBe(text.repeat(5));
  });

  test('ends quietly when the reader of its output leaves', async () => {
    const folder = temporaryFolder();
    const received = await listenAsOwner(folder, (_message, send) => {
      send({ kind: 'stdout', text: `${'line\n'.repeat(50_000)}`, acknowledge: true });
    });
    const { child, ended } = openTerminal(folder, ['statement']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(received.map(({ kind }) => kind)).not.toContain('interrupt');
  });

  test('fails with one sentence when the owner is lost', async () => {
    const folder = temporaryFolder();
    await listenAsOwner(folder, (_message, _send, socket) => socket.destroy());
    const { status, stderr } = await openTerminal(folder, ['balance']).ended;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Tally ended before it answered; [^\n]+\.\n$/);
  });

  test('passes the first interrupt on and ends with the status it then gets', async () => {
    const folder = temporaryFolder();
    const terminal = { kill: (_signal: NodeJS.Signals) => false };
    await listenAsOwner(folder, (message, send) => {
      if (message.kind === 'command') terminal.kill('SIGINT');
      if (message.kind === 'interrupt') send(exit(130));
    });
    const { child, ended } = openTerminal(folder, ['generate', 'a fox']);
    terminal.kill = (signal) => child.kill(signal);
    expect((await ended).status).toBe(130);
  });

  test('ends at the second interrupt whatever the owner does', async () => {
    const folder = temporaryFolder();
    const terminal = { kill: (_signal: NodeJS.Signals) => false };
    await listenAsOwner(folder, () => terminal.kill('SIGINT'));
    const { child, ended } = openTerminal(folder, ['generate', 'a fox']);
    terminal.kill = (signal) => child.kill(signal);
    expect((await ended).status).toBe(130);
  });

  test('tells why the data cannot be opened, in words or as an object', async () => {
    const refusal = { code: 'database-damaged', message: 'The ledger is damaged.' };
    const errorText = `[12:ERROR:bus.cc] noise\n${JSON.stringify({ refusal })}\n[12:ERROR] noise\n`;
    const inWords = openTerminal(temporaryFolder(), ['balance'], { status: 78, errorText });
    expect(await inWords.ended).toEqual({
      status: 1,
      stdout: '',
      stderr: 'The ledger is damaged.\n',
    });
    const asObject = openTerminal(temporaryFolder(), ['balance', '--json'], {
      status: 78,
      errorText,
    });
    const { status, stdout, stderr } = await asObject.ended;
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ ok: false, refusal });
  });

  test('refuses --data without a folder as wrong usage', async () => {
    const program = clientProgram(['balance', '--data']);
    const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
    const [status] = await once(child, 'close');
    expect(status).toBe(2);
  });
});

test('a test workspace has an instant and a folder of its own', () => {
  const testClock = '2026-01-31T10:00:00Z';
  expect(readOptions(['begin', '--data', 'd', '--test-clock', testClock])).toMatchObject({
    dataFolder: 'd',
    testClock,
  });
  expect(readOptions([`--test-clock=${testClock}`, '--data=d'])).toMatchObject({ testClock });
  for (const text of ['', 'now', '2026-01-31', '2026-01-31T10:00:00', '2026-13-01T00:00:00Z']) {
    expect(() => readOptions(['--data', 'd', '--test-clock', text])).toThrow('needs an instant');
  }
  expect(() => readOptions(['begin', '--data', 'd', '--test-clock'])).toThrow('needs an instant');
  expect(() => readOptions(['begin', '--test-clock', testClock])).toThrow('data folder of its own');
});

test('options end where a prompt that looks like one may begin', () => {
  expect(readOptions(['generate', '--data=d', '--', '--json', '--data'])).toEqual({
    dataFolder: 'd',
    json: false,
  });
  expect(readOptions(['balance', '--json'])).toEqual({ dataFolder: undefined, json: true });
});
