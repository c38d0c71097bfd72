import type { Books } from './books';
import { batchIdOf, orderIdOf } from './victim-talk';

/** What the victim has been answered, and so must find in its books for ever, or as long as no older backup comes back. */
export class Acknowledged {
  /** The first batch and the first order that were not answered. */
  batch = 1;
  order = 1;
  private readonly batches = new Set<string>();
  private readonly orders = new Map<string, string>();

  /** Takes in a line of the victim; answers what is wrong with it, null when nothing is. */
  hear(line: string): string | null {
    const [word, figure, ...answer] = line.split(' ');
    const number = Number(figure);
    if (word === 'submitting') this.batch = number;
    if (word === 'submitted') {
      this.batch = number + 1;
      this.batches.add(batchIdOf('0', number));
    }
    if (word !== 'ordered') return null;
    this.order = Math.max(this.order, number + 1);
    if (answer[0] === 'imported') return null;
    const before = this.orders.get(orderIdOf(number));
    this.orders.set(orderIdOf(number), answer.join(' '));
    if (before === undefined || before === answer.join(' ')) return null;
    return `order ${number} was ${before} first, and then ${answer.join(' ')}`;
  }

  /** Another state has come back: only what it holds can still be asked for, as it was answered there. */
  goBackTo(books: Books): void {
    for (const id of this.batches) if (!books.batches.has(id)) this.batches.delete(id);
    for (const id of this.orders.keys()) {
      const answer = books.orders.get(id);
      if (answer === undefined) this.orders.delete(id);
      else this.orders.set(id, answer);
    }
  }

  /** What the books have lost or changed. */
  missingIn(books: Books | null): string[] {
    const batches = [...this.batches].filter((id) => books?.batches.has(id) !== true);
    const orders = [...this.orders].filter(([id, answer]) => books?.orders.get(id) !== answer);
    return [
      ...batches.map((id) => `the batch ${id} is gone`),
      ...orders.map(
        ([id, answer]) => `the order ${id} was ${answer} and is ${books?.orders.get(id)}`,
      ),
    ];
  }
}
