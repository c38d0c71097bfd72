import { useId, useState } from 'react';
import type { Instant } from '../../src-shared/billing/instant';
import type { ExportKind } from '../../src-shared/contract/invoices';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { useDates } from '../credits/use-dates';
import { tellInformation } from '../stores/toasts';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { Choice, Choices } from '../ui/choice';
import { DayField } from '../ui/day-field';
import { formatNumberOf } from '../ui/figures';

const kinds: readonly { id: ExportKind; name: string }[] = [
  { id: 'invoices', name: 'Invoices' },
  { id: 'statement', name: 'Statement' },
  { id: 'usage', name: 'Use by day' },
];

type Format = 'csv' | 'pdf';
type ExportFormProps = {
  /** The span offered beforehand. */
  from: Instant;
  to: Instant;
};

/** Writes what was billed, every entry, or the use of each day to a file, for a span of days. */
export function ExportForm({ from, to }: ExportFormProps) {
  const { begunAt } = useBegun();
  const { dayName } = useDates();
  const [kind, setKind] = useState<ExportKind>('invoices');
  const [first, setFirst] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const problemId = `${id}-problem`;
  const span = { from: first ?? dayName(from), to: last ?? dayName(to) };
  const save = async (format: Format) => {
    if (busy) return;
    setBusy(true);
    setProblem(await exportFile(kind, format, span));
    setBusy(false);
  };
  const day = {
    least: dayName(begunAt),
    describedBy: problem === null ? undefined : problemId,
  };
  return (
    <form
      aria-label="Export"
      aria-busy={busy}
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-2 border-y border-line py-3"
    >
      <KindField kind={kind} onChange={setKind} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="flex items-center gap-1.5 text-sm">
          <DayField {...day} id={`${id}-from`} label="From" value={span.from} onChange={setFirst} />
          <span className="text-muted">to</span>
          <DayField {...day} id={`${id}-to`} label="To" value={span.to} onChange={setLast} />
        </span>
        <span className="flex gap-2">
          <Button aria-disabled={busy} onClick={() => void save('csv')}>
            Save as CSV…
          </Button>
          <Button aria-disabled={busy} onClick={() => void save('pdf')}>
            Save as PDF…
          </Button>
        </span>
      </div>
      {problem === null ? null : (
        <p role="alert" id={problemId} className="text-sm text-danger">
          {problem}
        </p>
      )}
    </form>
  );
}

function KindField({ kind, onChange }: { kind: ExportKind; onChange: (kind: ExportKind) => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h3 className="text-sm font-medium">Export</h3>
      <Choices
        label="What to export"
        value={kind}
        onChange={(id) => onChange(kinds.find((each) => each.id === id)?.id ?? 'invoices')}
        className="flex gap-1"
      >
        {kinds.map(({ id, name }) => (
          <Choice key={id} value={id} className="px-2.5 py-1 text-sm">
            {name}
          </Choice>
        ))}
      </Choices>
    </div>
  );
}

/** Asks for the file; answers with a sentence when there is none, and with null when all went well. */
async function exportFile(
  kind: ExportKind,
  format: Format,
  span: { from: string; to: string },
): Promise<string | null> {
  const answer = await ask(tally().invoices.export({ kind, format, ...span, folder: null }));
  if (answer.kind !== 'answered') return sentenceOf(answer);
  const { path, lines } = answer.value;
  if (path !== null) tellInformation(`${formatNumberOf(lines, 'line')} saved to ${path}`);
  return null;
}
