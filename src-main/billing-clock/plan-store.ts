import { z } from 'zod';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type Instant, instant } from '../../src-shared/billing/instant';
import { type Account, cardInUse } from '../../src-shared/billing/plan/account';
import type { CardAt } from '../../src-shared/billing/plan/plan-terms';
import { accountAt } from '../../src-shared/billing/plan/unfold';
import type { SettingStore } from '../store/settings';
import type { Database } from '../store/sqlite';
import { type CardStore, prepareCards } from './card-store';
import { type InvoiceStore, prepareInvoices } from './invoice-store';
import { type OrderStore, prepareOrders } from './order-store';

const positionSetting = 'crossed-until';
const seatSetting = 'working-seat';
const longAgo = instant(0);

/** The plan side of a workspace: what was ordered, and what it adds up to. */
export type PlanStore = {
  readonly orders: OrderStore;
  readonly invoices: InvoiceStore;
  readonly cards: CardStore;
  readonly cardAt: CardAt;
  /** What orders and time add up to, as far as the billing clock has come. */
  account(): Account;
  /** Up to when everything that fell due has been written down. */
  position(): Instant;
  /** The version of the card that prices go by at `at`; null before the first plan. */
  cardInUse(at: Instant): RateCard | null;
  /** The seat that this computer works as: the chosen one while it is active. */
  workingSeat(): string;
  /** Belongs inside `write`. */
  saveSeat(seat: string): void;
  /** Belongs inside `write`: the position is kept with what was done up to it. */
  savePosition(at: Instant): void;
  /** Once that is committed: the account as it is now. */
  moveTo(account: Account, at: Instant): void;
};

export function preparePlans(database: Database, settings: SettingStore): PlanStore {
  const orders = prepareOrders(database);
  const cards = prepareCards(database);
  const { cardAt } = cards;
  let position = instant(z.number().nullable().parse(settings.read(positionSetting)) ?? longAgo);
  let account = accountAt(orders.all(), position, cardAt);
  return {
    orders,
    cards,
    cardAt,
    invoices: prepareInvoices(database),
    account: () => account,
    position: () => position,
    cardInUse: (at) => {
      const ref = cardInUse(account, at);
      return ref && cardAt(ref);
    },
    workingSeat: () => {
      const chosen = z.string().nullable().parse(settings.read(seatSetting));
      const active = account.seats.filter((seat) => seat.active);
      return active.find(({ id }) => id === chosen)?.id ?? active[0]?.id ?? 'seat-1';
    },
    saveSeat: (seat) => settings.save(seatSetting, seat),
    savePosition: (at) => settings.save(positionSetting, at),
    moveTo: (moved, at) => {
      account = moved;
      position = at;
    },
  };
}
