/** A line without its end, or a mark in place of one that was too long to be kept. */
export type SplitLine =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'too-long' };

/** Cuts a stream of text into lines of at most `limit` characters, keeping no more than one line. */
export class LineSplitter {
  readonly #limit: number;
  #parts: string[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The lines that end in `text`. */
  push(text: string): SplitLine[] {
    const pieces = text.split('\n');
    const rest = pieces.pop() ?? '';
    const lines = pieces.map((piece) => {
      this.#keep(piece);
      return this.#take();
    });
    this.#keep(rest);
    return lines;
  }

  /** Whether the line that is still open is already too long. */
  get overflowed(): boolean {
    return this.#length > this.#limit;
  }

  /** The last line, when it has no line end. */
  end(): SplitLine | null {
    return this.#length === 0 ? null : this.#take();
  }

  #keep(part: string): void {
    this.#length += part.length;
    if (this.overflowed) this.#parts = [];
    else this.#parts.push(part);
  }

  #take(): SplitLine {
    const line: SplitLine = this.overflowed
      ? { kind: 'too-long' }
      : { kind: 'line', text: this.#parts.join('').replace(/\r$/, '') };
    this.#parts = [];
    this.#length = 0;
    return line;
  }
}
