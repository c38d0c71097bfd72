/** Input that no command has read yet is kept up to so many characters. */
const mostUnread = 64 * 1024 * 1024;

/** Standard input as a terminal sends it: asked for once, then line after line. */
export class InputQueue {
  readonly #ask: () => void;
  #asked = false;
  #ended = false;
  #lines: string[] = [];
  /** How many of `#lines` were read already. */
  #read = 0;
  #unread = 0;
  #waiting: ((line: string | null) => void) | null = null;

  /** `ask` is called when the first line is wanted. */
  constructor(ask: () => void) {
    this.#ask = ask;
  }

  /** The next line; null at the end. */
  next(): Promise<string | null> {
    const line = this.#lines[this.#read];
    if (line !== undefined) {
      this.#forget(line);
      return Promise.resolve(line);
    }
    if (this.#ended) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#waiting = resolve;
      if (!this.#asked) this.#ask();
      this.#asked = true;
    });
  }

  /** False when the line was not asked for, or more is unread than can be kept. */
  add(line: string): boolean {
    if (!this.#asked) return false;
    if (this.#ended) return true;
    if (this.#waiting !== null) {
      this.#resolve(line);
      return true;
    }
    this.#lines.push(line);
    this.#unread += line.length + 1;
    return this.#unread <= mostUnread;
  }

  /** No line will follow. False when input was never asked for. */
  end(): boolean {
    this.#ended = true;
    if (this.#waiting !== null) this.#resolve(null);
    return this.#asked;
  }

  /** Lets go of read lines by the thousand, for taking one from the front costs as much as all behind it. */
  #forget(line: string): void {
    this.#unread -= line.length + 1;
    this.#lines[this.#read] = '';
    this.#read += 1;
    if (this.#read < 1000 && this.#read < this.#lines.length) return;
    this.#lines = this.#lines.slice(this.#read);
    this.#read = 0;
  }

  #resolve(line: string | null): void {
    const resolve = this.#waiting;
    this.#waiting = null;
    resolve?.(line);
  }
}
