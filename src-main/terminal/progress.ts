import { visible } from './json';

/** What a person is told while a command runs; never part of its result. */
export type Progress = {
  /** Something worth a line of its own. */
  step(text: string): void;
  /** How far it is by now: rewritten in place on a terminal, left out elsewhere. */
  tick(text: string): void;
};

/** Nobody is told: `--quiet`, and the commands of a file. */
export const silentProgress: Progress = { step: () => undefined, tick: () => undefined };

const clearLine = '\r\u001b[K';

/** Progress on standard error. Ticks that a slow terminal has no time for are left out. */
export class WrittenProgress implements Progress {
  readonly #write: (text: string) => Promise<void>;
  readonly #rewrites: boolean;
  #writing = Promise.resolve();
  #unwritten = 0;
  #shown = '';

  /** `rewrites` says whether `write` reaches a terminal. */
  constructor(write: (text: string) => Promise<void>, rewrites: boolean) {
    this.#write = write;
    this.#rewrites = rewrites;
  }

  step(text: string): void {
    const clear = this.#shown === '' ? '' : clearLine;
    this.#shown = '';
    this.#enqueue(`${clear}${visible(text)}\n`);
  }

  tick(text: string): void {
    const line = visible(text);
    if (!this.#rewrites || this.#unwritten > 0 || line === this.#shown) return;
    this.#shown = line;
    this.#enqueue(`${clearLine}${line}`);
  }

  /** Takes the last tick off the screen; resolves when all is written. */
  async end(): Promise<void> {
    if (this.#shown !== '') this.#enqueue(clearLine);
    this.#shown = '';
    await this.#writing;
  }

  #enqueue(text: string): void {
    this.#unwritten += 1;
    this.#writing = this.#writing
      .then(() => this.#write(text))
      .finally(() => {
        this.#unwritten -= 1;
      });
  }
}
