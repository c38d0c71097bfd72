import type { PlacedProblem } from '../../src-shared/billing/card/rate-card';
import { formatCount } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { asSentence } from './card-words';

type ProblemListProps = {
  problems: readonly PlacedProblem[];
  /** Brings a problem's place in the text into sight. */
  onGo: (problem: PlacedProblem) => void;
};

/** What is wrong in a text, in its order; each one goes to its place. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  return (
    <ol aria-label="Problems" className="flex flex-col gap-1.5">
      {problems.map((problem) => {
        const { line, column, path, message } = problem;
        return (
          <li key={`${line}:${column} ${path} ${message}`}>
            <button
              type="button"
              onClick={() => onGo(problem)}
              className="w-full rounded-md border border-line bg-paper px-3 py-2 text-left text-sm hover:border-edge"
            >
              <span className="flex items-baseline justify-between gap-2">
                <span className="font-semibold text-danger">Line {formatCount(line)}</span>
                <span className="text-xs text-muted">column {formatCount(column)}</span>
              </span>
              <span className="block text-xs wrap-anywhere text-muted">{path}</span>
              <PromptText className="block">{asSentence(message)}</PromptText>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
