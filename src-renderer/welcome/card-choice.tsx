import { modelsFor, quote } from '../../src-shared/billing/card/quote';
import type { RateCard, ToolId } from '../../src-shared/billing/card/rate-card';
import { describeRefusal } from '../../src-shared/refusal';
import { workspaceStore } from '../stores/workspace';
import { Choice, Choices } from '../ui/choice';
import { formatCredits } from '../ui/figures';

type CardChoiceProps = {
  cards: readonly RateCard[];
  value: string;
  onChange: (card: RateCard) => void;
};

/** The rate cards side by side: where their figures come from, and what things cost. */
export function CardChoice({ cards, value, onChange }: CardChoiceProps) {
  const unusable = workspaceStore((store) => store.unusableCards);
  const choose = (id: string) => {
    const card = cards.find((candidate) => candidate.id === id);
    if (card !== undefined) onChange(card);
  };
  return (
    <section>
      <h2 className="mb-2 text-base font-semibold">Choose a rate card</h2>
      <Choices label="Rate card" value={value} onChange={choose} className="grid grid-cols-2 gap-2">
        {cards.map((card) => (
          <Choice
            key={card.id}
            value={card.id}
            label={card.name}
            className="flex flex-col justify-start gap-1 p-3 text-left"
          >
            <span className="text-lg font-semibold">{card.name}</span>
            <span className="text-sm">
              Image {priceRange(card, 'image', null)}
              <br />
              Video {priceRange(card, 'video', 5)} for 5 s
            </span>
            <span className="mt-1 text-xs text-muted">{card.origin}</span>
          </Choice>
        ))}
      </Choices>
      {unusable.map((refusal) => {
        const sentence = describeRefusal(refusal);
        return (
          <p key={sentence} className="mt-2 text-sm text-caution wrap-anywhere">
            {sentence}
          </p>
        );
      })}
    </section>
  );
}

/** What one output of a tool costs on a card, from its cheapest to its dearest model. */
export function priceRange(card: RateCard, tool: ToolId, seconds: number | null): string {
  const prices = modelsFor(card, tool).flatMap((model) =>
    model.qualities.flatMap((quality) => {
      const result = quote(card, { tool, model: model.id, quality, count: 1, seconds });
      return result.kind === 'quote' ? [result.quote.total] : [];
    }),
  );
  if (prices.length === 0) return 'not on this card';
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  return least === most ? formatCredits(least) : `${least} to ${formatCredits(most)}`;
}
