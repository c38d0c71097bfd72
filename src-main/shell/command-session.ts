import type { Socket } from 'node:net';
import { assertNever } from '../../src-shared/assert-never';
import type { CommandCall, Interruption } from '../terminal/command-call';
import {
  type ClientMessage,
  type HostMessage,
  longestMessage,
  parseClientMessage,
} from './command-messages';
import { InputQueue } from './input-queue';
import { LineSplitter } from './line-splitter';

/** What a session needs of the process that it runs in. */
export type SessionHost = {
  /** Runs one command to its exit status; a rejection is a bug, told to `onFault`. */
  execute(call: CommandCall): Promise<number>;
  onShow(): void;
  onFault(error: unknown): void;
};

/** So much text goes out at once; the next piece waits until the terminal has taken it. */
const pieceLength = 64 * 1024;
/** A client that says nothing for so long is not one of ours. */
const silenceMilliseconds = 10_000;
const softwareFault = 70;

/** One terminal's connection: it sends one command and stays until that has ended. */
export class CommandSession {
  readonly #socket: Socket;
  readonly #host: SessionHost;
  readonly #lines = new LineSplitter(longestMessage);
  readonly #interruption = new AbortController();
  readonly #input = new InputQueue(() => this.#send({ kind: 'read-input' }));
  #phase: 'silent' | 'running' | 'ended' = 'silent';
  #drained: (() => void) | null = null;

  constructor(socket: Socket, host: SessionHost) {
    this.#socket = socket;
    this.#host = host;
    socket.setEncoding('utf8');
    socket.setTimeout(silenceMilliseconds, () => this.#hangUp());
    socket.on('data', (chunk: string) => this.#receive(chunk));
    // 'close' always follows, and says all that matters: the terminal is gone.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#interrupt('client-gone'));
  }

  /** Tells the command to come to its end because Tally does. Who falls silent is not waited for. */
  interruptForClosing(): void {
    if (this.#phase === 'silent') this.#hangUp();
    this.#interrupt('closing');
    this.#socket.setTimeout(silenceMilliseconds);
  }

  #receive(chunk: string): void {
    if (this.#socket.destroyed) return;
    for (const line of this.#lines.push(chunk)) {
      const message = line.kind === 'line' ? parseClientMessage(line.text) : null;
      if (message === null || !this.#obey(message)) {
        this.#hangUp();
        return;
      }
    }
    if (this.#lines.overflowed) this.#hangUp();
  }

  /** False when the message has no place here: whoever sent it does not speak our language. */
  #obey(message: ClientMessage): boolean {
    switch (message.kind) {
      case 'command':
        return this.#phase === 'silent' && this.#run(message);
      case 'show':
        return this.#phase === 'silent' && this.#show();
      case 'interrupt':
        this.#interrupt('interrupted');
        return this.#phase !== 'silent';
      case 'input':
        return this.#input.add(message.line);
      case 'end-of-input':
        return this.#input.end();
      case 'drained':
        return this.#acknowledge();
      default:
        return assertNever(message);
    }
  }

  #show(): boolean {
    this.#phase = 'ended';
    this.#host.onShow();
    this.#send({ kind: 'shown' });
    this.#part();
    return true;
  }

  #run(command: Extract<ClientMessage, { kind: 'command' }>): boolean {
    this.#phase = 'running';
    this.#socket.setTimeout(0);
    const call: CommandCall = {
      argv: command.argv,
      workingFolder: command.cwd,
      errorIsTerminal: command.stderrIsTerminal,
      writeOutput: (text) => this.#writeOutput(text),
      writeError: (text) => this.#writeError(text),
      readLine: () => this.#input.next(),
      signal: this.#interruption.signal,
    };
    this.#host.execute(call).then(
      (status) => this.#finish(status),
      (error: unknown) => {
        this.#host.onFault(error);
        this.#finish(softwareFault);
      },
    );
    return true;
  }

  #finish(status: number): void {
    this.#phase = 'ended';
    this.#send({ kind: 'exit', status });
    this.#part();
  }

  /** Resolves once the terminal's reader has taken the text, or is gone. */
  async #writeOutput(text: string): Promise<void> {
    for (const piece of piecesOf(text)) {
      if (this.#socket.destroyed) return;
      const drained = new Promise<void>((resolve) => {
        this.#drained = resolve;
      });
      this.#send({ kind: 'stdout', text: piece, acknowledge: true });
      await drained;
    }
  }

  async #writeError(text: string): Promise<void> {
    if (this.#send({ kind: 'stderr', text })) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        this.#socket.off('drain', go).off('close', go);
        resolve();
      };
      this.#socket.on('drain', go).on('close', go);
    });
  }

  #acknowledge(): boolean {
    if (this.#drained === null) return false;
    this.#drained();
    this.#drained = null;
    return true;
  }

  #interrupt(reason: Interruption): void {
    if (!this.#interruption.signal.aborted) this.#interruption.abort(reason);
    this.#input.end();
    if (reason === 'client-gone') this.#acknowledge();
  }

  /** True when the other side keeps up with what is sent, or is no longer there to do so. */
  #send(message: HostMessage): boolean {
    if (!this.#socket.writable) return true;
    return this.#socket.write(`${JSON.stringify(message)}\n`);
  }

  /** All is said; a client that does not leave by itself is not waited for. */
  #part(): void {
    this.#socket.end();
    this.#socket.setTimeout(silenceMilliseconds);
  }

  #hangUp(): void {
    this.#socket.destroy();
  }
}

/** Cuts a text without parting the two halves of one character. */
function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = start + pieceLength;
    const last = text.charCodeAt(end - 1);
    if (last >= 0xd800 && last <= 0xdbff) end -= 1;
    yield text.slice(start, end);
    start = end;
  }
}
