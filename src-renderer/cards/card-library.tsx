import { ChevronLeft, FilePlus2, PenLine } from 'lucide-react';
import { useState } from 'react';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type { KnownCard } from '../../src-shared/contract/cards';
import { describeRefusal } from '../../src-shared/refusal';
import { screenStore } from '../stores/screen';
import { workspaceStore } from '../stores/workspace';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { PromptText } from '../ui/prompt-text';
import { makeOwn, resumeDraft, showCard, startImport } from './card-actions';
import { cardGroups } from './card-groups';
import { CardPage } from './card-page';
import { findVersion, isRef } from './card-standing';
import { originWords, useWords } from './card-words';
import { cardsStore } from './cards-store';
import { forgetDraft, keptDraft } from './kept-draft';

/** Every card and version that is known, one of which is open beside the list. */
export function CardLibrary({ selected }: { selected: CardRef | null }) {
  const cards = cardsStore((store) => store.cards);
  const problem = cardsStore((store) => store.problem);
  const open = cards === null ? null : openCard(cards, selected);
  return (
    <div className="flex h-full">
      <div className="relative flex w-[clamp(17.5rem,31%,22rem)] shrink-0 flex-col gap-4 overflow-y-auto border-r border-line bg-panel px-5 py-4">
        <div>
          <Button
            look="plain"
            className="-ml-2.5 text-muted"
            onClick={() => screenStore.getState().show('settings')}
          >
            <ChevronLeft size={15} aria-hidden />
            Settings
          </Button>
          <h1 tabIndex={-1} className="mt-1 text-lg font-semibold">
            Rate cards
          </h1>
        </div>
        <div className="flex flex-col gap-2">
          <Button onClick={startImport}>
            <FilePlus2 size={15} aria-hidden />
            Import a card…
          </Button>
          <Button onClick={() => void makeOwn()}>
            <PenLine size={15} aria-hidden />
            Make a card of your own
          </Button>
        </div>
        <KeptDraft />
        {problem === null ? null : (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        )}
        {cards === null ? <Skeleton className="h-40" /> : <CardList cards={cards} open={open} />}
        <UnusableFiles />
      </div>
      <div className="relative min-w-0 flex-1 overflow-y-auto px-5 py-4">
        {open === null ? <Skeleton className="h-60" /> : <CardPage known={open} />}
      </div>
    </div>
  );
}

/** A card that was being written when the window was closed. */
function KeptDraft() {
  const [draft, setDraft] = useState(keptDraft);
  if (draft === null) return null;
  return (
    <section
      aria-label="Not saved"
      className="flex flex-col gap-2 rounded-md border border-line bg-caution-soft px-3 py-2.5 text-sm"
    >
      <p>
        <PromptText>{`«${draft.name}»`}</PromptText> was not saved when Tally was closed.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => resumeDraft(draft)}>Go on</Button>
        <Button
          look="plain"
          onClick={() => {
            forgetDraft();
            setDraft(null);
          }}
        >
          Throw away
        </Button>
      </div>
    </section>
  );
}

/** The card that is asked for; else the one in use, else any. */
function openCard(cards: readonly KnownCard[], selected: CardRef | null): KnownCard | null {
  const asked = selected === null ? null : findVersion(cards, selected);
  return asked ?? cards.find(({ use }) => use === 'now') ?? cards[0] ?? null;
}

function CardList({ cards, open }: { cards: readonly KnownCard[]; open: KnownCard | null }) {
  return (
    <nav aria-label="Known cards" className="flex flex-col gap-4">
      {cardGroups(cards).map(({ id, name, origin, versions }) => (
        <div key={id}>
          <h2 className="font-medium">
            <PromptText lines={1}>{name}</PromptText>
          </h2>
          <p className="mb-1 text-xs wrap-anywhere text-muted">
            {id} · {originWords[origin]}
          </p>
          <ul>
            {versions.map((known) => (
              <li key={known.card.version}>
                <VersionButton
                  known={known}
                  isOpen={open !== null && isRef(known.card, open.card)}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function VersionButton({ known, isOpen }: { known: KnownCard; isOpen: boolean }) {
  const { id, version } = known.card;
  return (
    <button
      type="button"
      aria-current={isOpen ? 'true' : undefined}
      aria-label={`${version}, ${useWords(known)}`}
      onClick={() => showCard({ id, version })}
      className="-mx-2.5 flex min-h-8 w-[calc(100%+1.25rem)] items-center justify-between gap-2 rounded-md px-2.5 py-1 text-left text-sm hover:bg-well aria-[current=true]:bg-accent-soft"
    >
      <span>{version}</span>
      <span className={known.use === 'now' ? 'font-medium text-accent' : 'text-muted'}>
        {useWords(known)}
      </span>
    </button>
  );
}

/** Files of one's own that are no cards, with what is wrong in them. */
function UnusableFiles() {
  const unusable = workspaceStore((store) => store.unusableCards).map(describeRefusal);
  if (unusable.length === 0) return null;
  return (
    <ul aria-label="Files that can’t be used" className="flex flex-col gap-2 text-sm text-danger">
      {unusable.map((sentence) => (
        <li key={sentence} className="wrap-anywhere">
          {sentence}
        </li>
      ))}
    </ul>
  );
}
