import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { CommandSession, type SessionHost } from './command-session';
import { secureAddress } from './data-place';

export type CommandSocketOptions = SessionHost & {
  /** As `dataPlace` gives it. Only the owner of the data folder may listen there. */
  readonly address: string;
  /**
   * Called once, when the last client has gone and no new one can come: the socket is closed. Left
   * out where the process does not live for its clients.
   */
  readonly onIdle?: () => void;
  /** Whether the process must stay without clients too, for it shows a window by now. */
  readonly isNeeded?: () => boolean;
  /** How long a first or a next client is waited for before `onIdle`, in milliseconds. */
  readonly patience?: { readonly first: number; readonly next: number };
};

export type CommandSocket = {
  /**
   * Accepts no other client, tells running commands that Tally closes, and resolves when all have
   * gone. Queued jobs stay queued.
   */
  close(): Promise<void>;
};

/**
 * Answers terminals at the data folder's local socket. Throws when the socket's folder is not private
 * or the address can't be listened on; the message is a sentence.
 */
export async function serveCommands(options: CommandSocketOptions): Promise<CommandSocket> {
  secureAddress(options.address);
  const doorman = new Doorman(options);
  await doorman.open();
  return { close: () => doorman.close() };
}

const defaultPatience = { first: 10_000, next: 0 };

class Doorman {
  readonly #options: CommandSocketOptions;
  readonly #sessions = new Map<Socket, CommandSession>();
  #server: Server | null = null;
  #idleTimer: NodeJS.Timeout | null = null;
  #closing = false;
  #retiring = false;
  #allGone: (() => void) | null = null;

  constructor(options: CommandSocketOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    await this.#listen();
    this.#waitForClient((this.#options.patience ?? defaultPatience).first);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#stopWaiting();
    this.#stopListening();
    for (const session of this.#sessions.values()) session.interruptForClosing();
    if (this.#sessions.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#allGone = resolve;
    });
  }

  async #listen(): Promise<void> {
    const { address } = this.#options;
    // A socket that is still there was left by an owner that was killed: the folder's lock is ours.
    if (process.platform !== 'win32') rmSync(address, { force: true });
    const server = createServer((socket) => this.#welcome(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
    server.removeAllListeners('error');
    // A client that could not be accepted tries again or gives up; the others are served on.
    server.on('error', (error) => this.#options.onFault(error));
    this.#server = server;
  }

  #stopListening(): void {
    this.#server?.close();
    this.#server = null;
  }

  #welcome(socket: Socket): void {
    this.#stopWaiting();
    const session = new CommandSession(socket, this.#options);
    this.#sessions.set(socket, session);
    socket.once('close', () => this.#farewell(socket));
    if (this.#closing) session.interruptForClosing();
  }

  #farewell(socket: Socket): void {
    this.#sessions.delete(socket);
    if (this.#sessions.size > 0) return;
    if (this.#closing) this.#allGone?.();
    else if (!this.#retiring) this.#waitForNext();
  }

  #waitForNext(): void {
    this.#waitForClient((this.#options.patience ?? defaultPatience).next);
  }

  #waitForClient(milliseconds: number): void {
    if (this.#options.onIdle === undefined) return;
    this.#idleTimer = setTimeout(() => {
      if (this.#options.isNeeded?.() === true) return;
      this.#retire().catch((error: unknown) => this.#options.onFault(error));
    }, milliseconds);
  }

  #stopWaiting(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
  }

  /**
   * Leaves unless a client is coming in at this very moment: nobody can find a socket whose file is
   * gone, and whoever found it before is let in within a turn or two of the event loop.
   */
  async #retire(): Promise<void> {
    this.#retiring = true;
    if (process.platform !== 'win32') rmSync(this.#options.address, { force: true });
    for (let turns = 0; turns < 3; turns += 1) await turn();
    if (this.#closing) return;
    this.#stopListening();
    if (this.#sessions.size === 0) {
      this.#closing = true;
      this.#options.onIdle?.();
      return;
    }
    await this.#listen();
    this.#retiring = false;
    if (this.#sessions.size === 0) this.#waitForNext();
  }
}
