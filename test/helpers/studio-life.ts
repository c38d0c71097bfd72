import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { assertNever } from '../../src-shared/assert-never';
import type { Quote } from '../../src-shared/billing/card/quote';
import { instant, isoOf } from '../../src-shared/billing/instant';
import { hasDate } from '../../src-shared/billing/lots/lot';
import type { OrderWish } from '../../src-shared/contract/plan';
import type { InvoiceView, LotView, Operation, Outcome } from '../independent/operations';
import { joinTwins } from '../independent/operations';
import { compareInvoices } from '../independent/order';
import { foxRequest, type TestStudio } from './test-studio';

type LotRow = Omit<LotView, 'startsAt' | 'expiresAt'> & {
  readonly starts_at: number;
  readonly expires_at: number;
};

type PlanOperation = Exclude<
  Operation,
  { readonly job: string } | { kind: 'advance' | 'start-plan' }
>;

/** Lives in a real studio, on its disk, by calls alone; its queue stands still, so that jobs only wait. */
export class StudioLife {
  private readonly flow: TestStudio;
  private readonly place: { readonly cardId: string; readonly timeZone: string };
  private readonly quote: Quote;
  private readonly unitOrders: string[] = [];
  private readonly jobIds = new Map<string, string>();

  /** `quote` is the price of the picture that every job is for, on the card that is used. */
  constructor(flow: TestStudio, place: StudioLife['place'], quote: Quote) {
    this.flow = flow;
    this.place = place;
    this.quote = quote;
  }

  async apply(operation: Operation): Promise<Outcome> {
    const { client, clock } = this.flow;
    switch (operation.kind) {
      case 'advance':
        clock.set(isoOf(instant(operation.to)));
        await client.clock.show();
        return 'accepted';
      case 'submit':
        return this.submit(operation.job, operation.seat);
      case 'cancel': {
        const jobId = this.jobIds.get(operation.job) ?? 'no-such-job';
        return outcomeOf(client.jobs.cancel({ jobId }));
      }
      case 'begin':
      case 'deliver':
      case 'fail':
        throw new Error('the queue of this life stands still');
      case 'start-plan':
        return this.start(operation.choice);
      default:
        return this.order(operation);
    }
  }

  lots(): LotView[] {
    const rows = this.flow.studio.ports.database.prepare<[], LotRow>('select * from lot').all();
    return joinTwins(
      rows.map(({ wallet, source, starts_at, expires_at, granted, ...rest }) => ({
        wallet,
        source,
        startsAt: starts_at,
        expiresAt: hasDate({ expiresAt: instant(expires_at) }) ? expires_at : null,
        granted,
        available: rest.available,
        held: rest.held,
        spent: rest.spent,
        expired: rest.expired,
      })),
    );
  }

  invoices(): InvoiceView[] {
    return this.flow.studio.ports.plans.invoices
      .all()
      .map(({ at, kind, cents, quantity }) => ({ at, kind, cents, quantity }))
      .sort(compareInvoices);
  }

  private async start(choice: Extract<Operation, { kind: 'start-plan' }>['choice']) {
    const { client } = this.flow;
    const state = await client.workspace.state();
    if (state.kind === 'new')
      return outcomeOf(client.workspace.begin({ ...this.place, ...choice }));
    return this.placeOrder({ kind: 'start-plan', ...choice });
  }

  private async order(operation: PlanOperation): Promise<Outcome> {
    switch (operation.kind) {
      case 'change-plan': {
        const { planId, cadence, contract } = operation.choice;
        return this.placeOrder({ kind: operation.kind, planId, cadence, contract });
      }
      case 'end-plan':
      case 'keep-plan':
      case 'remove-seat':
        return this.placeOrder(operation);
      case 'add-seat':
        return this.placeOrder({ ...operation, name: '' });
      case 'cancel-units':
      case 'keep-units': {
        const unit = this.unitOrders[operation.unit] ?? 'no-such-order';
        return this.placeOrder({ ...operation, unit });
      }
      case 'buy-units': {
        const { kind, addOnId, count, seat } = operation;
        return this.buyAs(seat, { kind, addOnId, count });
      }
      case 'buy-pack': {
        const { kind, packId, seat } = operation;
        return this.buyAs(seat, { kind, packId });
      }
      default:
        return assertNever(operation);
    }
  }

  private async buyAs(seat: string, wish: OrderWish): Promise<Outcome> {
    const working = await outcomeOf(this.flow.client.plan.workAs({ seat }));
    return working === 'refused' ? working : this.placeOrder(wish);
  }

  private async placeOrder(wish: OrderWish): Promise<Outcome> {
    const orderId = randomUUID();
    const outcome = await outcomeOf(this.flow.client.plan.order({ orderId, wish, accepted: null }));
    if (outcome === 'accepted' && wish.kind === 'buy-units') this.unitOrders.push(orderId);
    return outcome;
  }

  private async submit(job: string, seat: string): Promise<Outcome> {
    const { client } = this.flow;
    if ((await outcomeOf(client.plan.workAs({ seat }))) === 'refused') return 'refused';
    const { model, quality, card, total } = this.quote;
    const request = { ...foxRequest, model, quality };
    const accepted = { card, total };
    return outcomeOf(
      client.jobs.submit({ batchId: randomUUID(), request, count: 1, accepted }),
      ({ jobs }) => {
        const [queued] = jobs;
        if (queued !== undefined) this.jobIds.set(job, queued.id);
      },
    );
  }
}

/** What became of a call; whatever is no refusal is an error. */
async function outcomeOf<Answer>(
  call: Promise<Answer>,
  use: (answer: Answer) => void = () => undefined,
): Promise<Outcome> {
  try {
    use(await call);
    return 'accepted';
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'REFUSED') return 'refused';
    throw error;
  }
}
