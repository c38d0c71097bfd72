import { ArrowRight } from 'lucide-react';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { PromptText } from '../ui/prompt-text';
import { type Change, cardChanges, isUnchanged } from './card-changes';

/** What one version of a card says differently from another, price by price. */
export function ChangeList({ before, after }: { before: RateCard; after: RateCard }) {
  const changes = cardChanges(before, after);
  if (isUnchanged(changes)) {
    return <p className="text-sm">Nothing but the version is different.</p>;
  }
  const { prices, costs, offers, rest } = changes;
  return (
    <div className="flex flex-col gap-4">
      <Changes title="Prices" none="No price changes." changes={prices} />
      <Changes title="What the provider asks" changes={costs} />
      <Changes
        title="Plans, units and packs"
        none="No plan, unit or pack changes."
        changes={offers}
      />
      {rest.length > 0 ? <p className="text-sm">Also different: {rest.join('; ')}.</p> : null}
    </div>
  );
}

type ChangesProps = {
  title: string;
  /** What is said when there are none; nothing at all when left out. */
  none?: string;
  changes: readonly Change[];
};

function Changes({ title, none, changes }: ChangesProps) {
  if (changes.length === 0) {
    return none === undefined ? null : <p className="text-sm text-muted">{none}</p>;
  }
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-sm font-medium">{title}</h3>
      <ul className="border-t border-line">
        {changes.map((change) => (
          <li key={change.what} className="border-b border-line py-1.5 text-sm wrap-anywhere">
            <PromptText className="block text-xs text-muted">{change.what}</PromptText>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangeWords({ change: { before, after } }: { change: Change }) {
  if (before === null) return <NewOrGone word="New">{after}</NewOrGone>;
  if (after === null) return <NewOrGone word="No longer">{before}</NewOrGone>;
  return (
    <span>
      <span className="sr-only">before: </span>
      <span className="text-muted">{before}</span>
      <ArrowRight size={13} aria-hidden className="mx-1.5 inline text-muted" />
      <span className="sr-only">after: </span>
      <span className="font-medium">{after}</span>
    </span>
  );
}

function NewOrGone({ word, children }: { word: string; children: string | null }) {
  return (
    <span>
      <span className="font-medium">{word}: </span>
      {children}
    </span>
  );
}
