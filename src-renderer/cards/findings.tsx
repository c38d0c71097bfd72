import type { PlacedProblem } from '../../src-shared/billing/card/rate-card';
import { Skeleton } from '../ui/empty';
import { formatNumberOf } from '../ui/figures';
import type { CardReading } from './cards-store';
import { FoundCard } from './found-card';
import { ImportButton } from './import-button';
import { ProblemList } from './problem-list';

type FindingsProps = {
  reading: CardReading;
  /** The id of the sentence that counts the problems. */
  countId: string;
  onGo: (problem: PlacedProblem) => void;
};

/** What was found in a text, and the one button that keeps it. Beside a draft's text this is what matters. */
export function Findings({ reading, countId, onGo }: FindingsProps) {
  const { source, problem } = reading;
  const width = source.kind === 'draft' ? 'w-[56%]' : 'w-[clamp(20rem,36%,28rem)]';
  return (
    <div className={`flex shrink-0 flex-col border-l border-line bg-panel ${width}`}>
      <section
        aria-label="What was found"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its place is scrolled by the keyboard
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-y-auto px-4 py-4 focus-visible:outline-offset-[-2px]"
      >
        <Found reading={reading} countId={countId} onGo={onGo} />
      </section>
      <div className="flex shrink-0 flex-col gap-2 border-t border-line px-4 py-3">
        {problem === null ? null : (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        )}
        <ImportButton reading={reading} />
      </div>
    </div>
  );
}

/** Nothing yet, problems, or a card with what its import would change. */
function Found({ reading: { text, checked, problem }, countId, onGo }: FindingsProps) {
  if (text.trim() === '') return <HowTo id={countId} />;
  if (checked === null) return problem === null ? <Skeleton className="h-40" /> : null;
  const { found } = checked;
  const count = found.kind === 'card' ? 0 : found.problems.length;
  return (
    <div className="flex flex-col gap-2">
      <p id={countId} role="status" className="text-base font-semibold">
        {count === 0 ? 'A usable card' : formatNumberOf(count, 'problem')}
      </p>
      {found.kind === 'card' ? (
        <FoundCard found={found} />
      ) : (
        <ProblemList problems={found.problems} onGo={onGo} />
      )}
    </div>
  );
}

function HowTo({ id }: { id: string }) {
  return (
    <div id={id} className="flex flex-col gap-3 text-sm text-muted">
      <p>
        A rate card is one JSON file. Choose it, drop it anywhere here, or paste its text: what is
        wrong is told line by line, and what would change, price by price, before anything is kept.
      </p>
      <p>
        Export a card that Tally knows for an example to start from. Figures are whole numbers:
        credits, cents of a US dollar, months.
      </p>
    </div>
  );
}
