import { Download, FilePlus2, PenLine } from 'lucide-react';
import { assertNever } from '../../src-shared/assert-never';
import { cardMargins } from '../../src-shared/billing/card/margin';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { KnownCard } from '../../src-shared/contract/cards';
import { Button } from '../ui/button';
import { PromptText } from '../ui/prompt-text';
import { exportCard, makeNewVersion, makeOwn } from './card-actions';
import { CardAddOns, CardPacks, CardPlans } from './card-offers';
import { CardPrices } from './card-prices';
import { CardPart } from './card-table';
import { CardModels, CardPolicies, CardWarnings } from './card-terms';
import { dayWords, originWords } from './card-words';
import { UncostedNote } from './credit-range';
import { lineName } from './line-names';
import { dayOfVersion } from './next-version';
import { PlanMarginTable } from './plan-margins';

/** A version of a card, to read: nothing on it can be changed. */
export function CardPage({ known }: { known: KnownCard }) {
  const { card } = known;
  return (
    <article aria-labelledby="card-heading" className="mx-auto flex max-w-3xl flex-col gap-7 pb-6">
      <CardHead known={known} />
      <CardPart id="card-prices" title="Prices">
        <CardPrices card={card} />
      </CardPart>
      <CardPart id="card-plans" title="Plans">
        <CardPlans card={card} />
        <PlanMarginsOf card={card} />
      </CardPart>
      <CardPart id="card-units" title="Add-on units">
        <CardAddOns card={card} />
      </CardPart>
      <CardPart id="card-packs" title="Packs">
        <CardPacks card={card} />
      </CardPart>
      <CardPart id="card-models" title="Models">
        <CardModels card={card} />
      </CardPart>
      <CardPart id="card-policies" title="What is told to whoever pays">
        <CardPolicies card={card} />
      </CardPart>
      <CardPart id="card-warnings" title="Warnings before spending">
        <CardWarnings card={card} />
      </CardPart>
    </article>
  );
}

function CardHead({ known }: { known: KnownCard }) {
  const { card, origin } = known;
  return (
    <header className="flex flex-col gap-3">
      <div>
        <h2 id="card-heading" className="text-2xl leading-tight font-semibold tracking-tight">
          <PromptText>{card.name}</PromptText>
        </h2>
        <p className="text-muted">
          Version {card.version}, of {dayWords(dayOfVersion(card.version))}; {originWords[origin]}
        </p>
      </div>
      <p className={known.use === 'now' ? 'font-medium text-accent' : ''}>{useSentence(known)}</p>
      <PromptText className="text-sm text-muted">{card.origin}</PromptText>
      <div className="flex flex-wrap gap-2">
        {origin === 'imported' ? (
          <Button onClick={() => void makeNewVersion(card)}>
            <FilePlus2 size={15} aria-hidden />
            New version
          </Button>
        ) : null}
        <Button onClick={() => void makeOwn(card)}>
          <PenLine size={15} aria-hidden />
          Make your own from it
        </Button>
        <Button onClick={() => void exportCard(card)}>
          <Download size={15} aria-hidden />
          Export…
        </Button>
      </div>
      <p className="text-sm text-muted">
        {origin === 'imported'
          ? 'A card can’t be edited in place: a newer version changes future prices, and nothing else.'
          : 'This card belongs to the service it describes. To change something, make a card of your own from it.'}
      </p>
    </header>
  );
}

function useSentence({ use, card }: KnownCard): string {
  switch (use) {
    case 'now':
      return 'Prices go by it now.';
    case 'later':
      return `Prices go by it from ${dayWords(dayOfVersion(card.version))} on.`;
    case 'before':
      return 'Prices went by it before; what was paid then is explained by it.';
    case 'not':
      return 'No price goes by it.';
    default:
      return assertNever(use);
  }
}

/** What the plans leave, where the card names what the provider asks. */
function PlanMarginsOf({ card }: { card: RateCard }) {
  const { plans, lines } = cardMargins(card);
  const isKnown = plans.some(({ least }) => least !== null);
  if (!isKnown) return null;
  return (
    <>
      <PlanMarginTable
        label="What the plans leave"
        margins={plans}
        nameOf={(index) => {
          const line = card.prices[index];
          return line === undefined ? '' : lineName(card, line);
        }}
      />
      <UncostedNote lines={lines} />
    </>
  );
}
