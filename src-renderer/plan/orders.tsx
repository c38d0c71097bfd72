import type { OrderRecord } from '../../src-shared/contract/plan';
import { type Answer, ask } from '../app/ask';
import { tally } from '../app/bridge';
import { useDates } from '../credits/use-dates';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { formatCount } from '../ui/figures';
import { Price } from '../ui/price';
import { type Page, usePages } from './use-pages';

const pageLength = 50;

/** Everything that was ever ordered, the newest first. */
export function Orders() {
  const { items, older, loaded, problem, loadOlder } = usePages(readOrders);
  return (
    <section aria-labelledby="orders-heading" className="flex flex-col gap-3">
      <h2 id="orders-heading" className="flex min-h-8 items-center text-base font-semibold">
        Orders
      </h2>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      {loaded ? null : <Skeleton className="h-40" />}
      <ol aria-label="Orders" className="border-t border-line empty:hidden">
        {items.map((order) => (
          <li key={order.id} className="flex items-baseline gap-4 border-b border-line py-2">
            <OrderRow order={order} />
          </li>
        ))}
      </ol>
      {older === null ? null : (
        <Button className="self-center" onClick={loadOlder}>
          Older orders
        </Button>
      )}
    </section>
  );
}

function OrderRow({ order }: { order: OrderRecord }) {
  const { moment } = useDates();
  return (
    <>
      <span className="w-8 shrink-0 text-right text-sm text-muted">
        {formatCount(order.number)}
      </span>
      <span className="min-w-0 flex-1 wrap-anywhere" data-selectable>
        {order.words}
        <span className="block text-xs text-muted">{moment(order.at)}</span>
      </span>
      <span className="w-20 shrink-0 text-right text-accent">
        {order.credits > 0 ? (
          <>
            +{formatCount(order.credits)}
            <span className="sr-only"> credits</span>
          </>
        ) : null}
      </span>
      <span className="w-28 shrink-0 text-right font-medium">
        {order.cents === 0 && order.credits === 0 ? '–' : <Price cents={order.cents} />}
      </span>
    </>
  );
}

async function readOrders(before: number | null): Promise<Answer<Page<OrderRecord>>> {
  const answer = await ask(tally().plan.orders({ before, limit: pageLength }));
  if (answer.kind !== 'answered') return answer;
  const { orders: items, older } = answer.value;
  return { kind: 'answered', value: { items, older } };
}
