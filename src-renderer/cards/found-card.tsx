import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { CardCheck, KnownCard } from '../../src-shared/contract/cards';
import { formatNumberOf } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { comparedWith } from './card-standing';
import { dayWords } from './card-words';
import { cardsStore } from './cards-store';
import { ChangeList } from './change-list';
import { lineName } from './line-names';
import { dayOfVersion } from './next-version';

type Usable = Extract<CardCheck, { kind: 'card' }>;

/** A usable card: what would come of its import, and what it says differently from the version in use. */
export function FoundCard({ found: { card, notes } }: { found: Usable }) {
  const known = cardsStore((store) => store.cards) ?? [];
  const other = comparedWith(card, known);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <PromptText className="block text-2xl leading-tight font-semibold tracking-tight">
          {card.name}
        </PromptText>
        <p className="text-sm text-muted">
          {card.id}, version {card.version}, of {dayWords(dayOfVersion(card.version))}
        </p>
      </div>
      <ul aria-label="What an import does" className="flex flex-col gap-1.5 text-sm">
        {notes.map((note) => (
          <li key={note}>
            <PromptText>{noteWords(card, note)}</PromptText>
          </li>
        ))}
      </ul>
      <section aria-labelledby="changes-heading" className="flex flex-col gap-3">
        <h2 id="changes-heading" className="text-base font-semibold">
          {other === null ? 'What is on it' : `Against ${againstWords(other)}`}
        </h2>
        {other === null ? (
          <Contents card={card} />
        ) : (
          <ChangeList before={other.card} after={card} />
        )}
        <p className="text-sm">
          Live balances, held prices, running plans and history stay as they are.
        </p>
      </section>
    </div>
  );
}

/** A note with the price lines that it names called as a person calls them. */
function noteWords(card: RateCard, note: string): string {
  return note.replaceAll(/\bprices\.(\d+)/g, (place, index) => {
    const line = card.prices[Number(index)];
    return line === undefined ? place : `«${lineName(card, line)}»`;
  });
}

function againstWords({ card, use }: KnownCard): string {
  return use === 'now' ? `${card.version}, in use` : `${card.version}, the newest that is known`;
}

function Contents({ card }: { card: RateCard }) {
  const { tools, models, prices, plans, addOns, packs } = card;
  const counts = [
    formatNumberOf(tools.length, 'tool'),
    formatNumberOf(models.length, 'model'),
    formatNumberOf(prices.length, 'price'),
    formatNumberOf(plans.length, 'plan'),
    formatNumberOf(addOns.length, 'add-on unit'),
    formatNumberOf(packs.length, 'pack'),
  ];
  return (
    <>
      <p className="text-sm">{counts.join(', ')}.</p>
      <p className="text-sm text-muted">
        No version of it is known yet, so there is nothing to hold it against.
      </p>
    </>
  );
}
