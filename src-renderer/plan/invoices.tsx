import type { CycleStatement } from '../../src-shared/contract/invoices';
import type { PlanState } from '../../src-shared/contract/plan';
import { type Answer, ask } from '../app/ask';
import { tally } from '../app/bridge';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { CycleSlip } from './cycle-slip';
import { ExportForm } from './export-form';
import { type Page, usePages } from './use-pages';

const pageLength = 12;

/** What was billed and what became of the credit, one slip a billing cycle, the newest first. */
export function Invoices({ state }: { state: PlanState }) {
  const { items, older, loaded, problem, loadOlder } = usePages(readCycles);
  const oldest = items.at(-1);
  return (
    <section aria-labelledby="invoices-heading" className="flex flex-col gap-4">
      <div>
        <h2 id="invoices-heading" className="flex min-h-8 items-center text-base font-semibold">
          Invoices
        </h2>
        <p className="text-sm text-muted">
          Tally takes no card payments: this records what the service bills.
        </p>
      </div>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      {oldest === undefined ? null : <ExportForm from={oldest.cycle.startsAt} to={state.at} />}
      {loaded ? null : <Skeleton className="h-60" />}
      {loaded && items.length === 0 && problem === null ? (
        <p className="text-muted">No cycle has been billed yet.</p>
      ) : null}
      <ol aria-label="Billing cycles" className="flex flex-col gap-4">
        {items.map((statement) => (
          <li key={statement.number}>
            <CycleSlip statement={statement} plan={state} />
          </li>
        ))}
      </ol>
      {older === null ? null : (
        <Button className="self-center" onClick={loadOlder}>
          Older cycles
        </Button>
      )}
    </section>
  );
}

async function readCycles(before: number | null): Promise<Answer<Page<CycleStatement>>> {
  const answer = await ask(tally().invoices.cycles({ before, limit: pageLength }));
  if (answer.kind !== 'answered') return answer;
  const { cycles: items, older } = answer.value;
  return { kind: 'answered', value: { items, older } };
}
