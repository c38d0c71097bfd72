import { Tabs } from 'radix-ui';
import { assertNever } from '../../src-shared/assert-never';
import type { PlanState } from '../../src-shared/contract/plan';
import { type PlanPart, screenStore } from '../stores/screen';
import { PartTabs } from '../ui/part-tabs';
import { Invoices } from './invoices';
import { Offers } from './offers';
import { Orders } from './orders';
import { Packs } from './packs';
import { Seats } from './seats';
import { Units } from './units';

const parts: readonly { id: PlanPart; name: string }[] = [
  { id: 'plans', name: 'Plans' },
  { id: 'seats', name: 'Seats' },
  { id: 'extra', name: 'Units and packs' },
  { id: 'invoices', name: 'Invoices' },
  { id: 'orders', name: 'Orders' },
];

/** What there is besides what one has: one part at a time. */
export function PlanParts({ state }: { state: PlanState }) {
  const part = screenStore((store) => store.planPart);
  const choose = (id: string) => {
    const found = parts.find((candidate) => candidate.id === id);
    if (found !== undefined) screenStore.getState().showPlan(found.id);
  };
  return (
    <Tabs.Root value={part} onValueChange={choose} className="flex min-w-0 flex-1 flex-col">
      <div className="flex h-13 shrink-0 items-end border-b border-line px-4">
        <PartTabs label="Parts of the plan" parts={parts} />
      </div>
      <Tabs.Content
        value={part}
        className="relative min-h-0 flex-1 overflow-y-auto px-5 py-4 focus-visible:outline-offset-[-2px]"
      >
        <div className="mx-auto max-w-3xl">
          <Part part={part} state={state} />
        </div>
      </Tabs.Content>
    </Tabs.Root>
  );
}

function Part({ part, state }: { part: PlanPart; state: PlanState }) {
  switch (part) {
    case 'plans':
      return <Offers state={state} />;
    case 'seats':
      return <Seats state={state} />;
    case 'extra':
      return (
        <div className="flex flex-col gap-8">
          <Units state={state} />
          <Packs state={state} />
        </div>
      );
    case 'invoices':
      return <Invoices state={state} />;
    case 'orders':
      return <Orders />;
    default:
      return assertNever(part);
  }
}
