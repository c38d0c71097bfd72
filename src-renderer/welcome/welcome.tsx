import { useState } from 'react';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Contract } from '../../src-shared/billing/plan/plan-terms';
import { describeRefusal } from '../../src-shared/refusal';
import { workspaceStore } from '../stores/workspace';
import { Mark } from '../ui/mark';
import { begin } from './begin';
import { CardChoice } from './card-choice';
import { firstChoice, type PlanChoice, type Start, startOf } from './plan-choice';
import { PlanField } from './plan-field';
import { StartSlip } from './start-slip';

/** The first page: what Tally is, and the one thing it has to know. */
export function Welcome() {
  const cards = workspaceStore((store) => store.cards);
  const [choice, setChoice] = useState<PlanChoice | null>(null);
  const first = cards[0];
  if (first === undefined) return <NoCards />;
  const chosen = choice ?? firstChoice(first);
  const card = cards.find((candidate) => candidate.id === chosen.cardId) ?? first;
  return (
    <main className="relative h-full overflow-y-auto">
      <div className="mx-auto max-w-4xl px-8 py-10 short:py-6">
        <div className="mb-8 max-w-xl short:mb-5">
          <Mark size={44} className="mb-3 short:hidden" />
          <h1 className="text-3xl leading-tight font-semibold tracking-tight text-balance">
            Make pictures, and know what each one costs.
          </h1>
          <p className="mt-2 text-lg text-muted">
            Tally is a studio that treats credits as money: you see the price before you press, and
            every credit can be accounted for afterwards. It all stays on this computer.
          </p>
        </div>
        <Form card={card} cards={cards} choice={chosen} onChange={setChoice} />
      </div>
    </main>
  );
}

type FormProps = {
  card: RateCard;
  cards: readonly RateCard[];
  choice: PlanChoice;
  onChange: (choice: PlanChoice) => void;
};

function Form({ card, cards, choice, onChange }: FormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const figures = startOf(card, choice);
  const start = async () => {
    if (busy || figures.kind === 'refused') return;
    setBusy(true);
    setProblem(await begin(choice));
    setBusy(false);
  };
  return (
    <form
      className="grid items-start gap-8 md:grid-cols-[1fr_19rem]"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className="flex flex-col gap-6">
        <CardChoice
          cards={cards}
          value={choice.cardId}
          onChange={(next) => onChange(firstChoice(next))}
        />
        <PlanField
          card={card}
          choice={choice}
          onChange={onChange}
          problemAt={(field) => problemAt(figures, field)}
        />
      </div>
      <StartSlip card={card} choice={choice} start={figures} busy={busy} problem={problem} />
    </form>
  );
}

/** The sentence under a figure of the form; null where nothing is wrong with it. */
function problemAt(figures: Start, field: keyof Contract): string | null {
  if (figures.kind !== 'refused') return null;
  const { refusal } = figures;
  const wrong = refusal.code === 'contract-invalid' ? refusal.field : null;
  const wrongSeats = refusal.code === 'seats-invalid' && field === 'seats';
  return wrong === field || wrongSeats ? describeRefusal(refusal) : null;
}

function NoCards() {
  return (
    <main className="flex h-full items-center justify-center p-8">
      <p role="alert" className="max-w-md text-center">
        No rate card could be read, so there is nothing to choose from. Reinstall Tally, or put its
        rate cards back.
      </p>
    </main>
  );
}
