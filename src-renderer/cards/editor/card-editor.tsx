import { ChevronLeft } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type ReactNode, useId, useMemo } from 'react';
import { assertNever } from '../../../src-shared/assert-never';
import { Button } from '../../ui/button';
import { formatCount, formatNumberOf } from '../../ui/figures';
import { PromptText } from '../../ui/prompt-text';
import { refsOf, reviewDraft, showCard } from '../card-actions';
import { cardsStore, type Editing, type EditorPart } from '../cards-store';
import { checkDraft, type DraftCheck, type DraftFaults } from '../check-draft';
import { draftMargins } from '../draft-margins';
import { editorContext } from './editor-context';
import { IdentityPart } from './identity-part';
import { ModelsPart } from './models-part';
import { OffersPart } from './offers-part';
import { countFaults, editorParts, firstFault, goToPlace, partOf } from './places';
import { PlansPart } from './plans-part';
import { PricesPart } from './prices-part';
import { WordsPart } from './words-part';

const noFaults: DraftFaults = new Map();

/** Writes a card: each figure checked where it stands, each price beside what it leaves. */
export function CardEditor({ editing: { draft, part } }: { editing: Editing }) {
  const cards = cardsStore((store) => store.cards);
  const known = useMemo(() => refsOf(cards ?? []), [cards]);
  const check = useMemo(() => checkDraft(draft, known), [draft, known]);
  const margins = useMemo(() => draftMargins(draft, known), [draft, known]);
  const faults = check.kind === 'faults' ? check.faults : noFaults;
  return (
    <editorContext.Provider value={{ draft, known, faults, margins }}>
      <Tabs.Root
        value={part}
        onValueChange={(id) => {
          const found = editorParts.find((each) => each.id === id);
          if (found !== undefined) cardsStore.getState().showPart(found.id);
        }}
        className="flex h-full flex-col"
      >
        <EditorHead name={draft.name} made={madeWords(draft)} check={check} />
        <EditorTabs faults={faults} />
        <Tabs.Content
          value={part}
          className="relative min-h-0 flex-1 overflow-y-auto px-5 py-4 focus-visible:outline-offset-[-2px]"
        >
          <div className="mx-auto max-w-5xl pb-6">
            <Part part={part} />
          </div>
        </Tabs.Content>
      </Tabs.Root>
    </editorContext.Provider>
  );
}

function madeWords({ kind, from }: Editing['draft']): string {
  return kind === 'own'
    ? `a card of your own, from ${from.id} ${from.version}`
    : `a newer version, after ${from.version}`;
}

type EditorHeadProps = { name: string; made: string; check: DraftCheck };

function EditorHead({ name, made, check }: EditorHeadProps) {
  return (
    <header className="flex shrink-0 items-center gap-3 bg-panel px-5 pt-2">
      <Button look="plain" className="-ml-2.5 text-muted" onClick={() => showCard(null)}>
        <ChevronLeft size={15} aria-hidden />
        Rate cards
      </Button>
      <h1 tabIndex={-1} className="min-w-0 text-lg font-semibold">
        <PromptText lines={1}>{name.trim() === '' ? 'A card without a name' : name}</PromptText>
      </h1>
      <p className="min-w-0 flex-1 truncate text-sm text-muted">{made}</p>
      <SaveButton check={check} />
    </header>
  );
}

/** Goes on to the text and its import; while something is wrong, the way to it stands beside the button. */
function SaveButton({ check }: { check: DraftCheck }) {
  const reasonId = useId();
  const first = check.kind === 'faults' ? firstFault(check.faults) : null;
  const count = check.kind === 'faults' ? check.faults.size : 0;
  return (
    <>
      <p id={reasonId} role="status" className="text-sm text-danger">
        {first === null ? null : (
          <button type="button" className="underline" onClick={() => goToPlace(first)}>
            {formatNumberOf(count, 'problem')}
            <span className="sr-only"> (the first under {partName(partOf(first))})</span>
          </button>
        )}
      </p>
      <Button
        look="primary"
        aria-disabled={check.kind === 'faults'}
        aria-describedby={reasonId}
        onClick={() => (check.kind === 'card' ? reviewDraft(check.card) : undefined)}
      >
        Check and save…
      </Button>
    </>
  );
}

function partName(part: EditorPart): string {
  return editorParts.find(({ id }) => id === part)?.name ?? '';
}

function EditorTabs({ faults }: { faults: DraftFaults }) {
  const counts = countFaults(faults);
  return (
    <Tabs.List
      aria-label="Parts of the card"
      className="flex h-10 shrink-0 items-end gap-1 border-b border-line bg-panel px-3"
    >
      {editorParts.map(({ id, name }) => (
        <Tabs.Trigger
          key={id}
          value={id}
          className="flex h-9 items-center gap-1.5 rounded-t-md border-b-2 border-transparent px-2.5 text-sm font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:outline-offset-[-2px] data-[state=active]:border-accent data-[state=active]:text-ink"
        >
          {name}
          <Count of={counts.get(id) ?? 0} />
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}

function Count({ of }: { of: number }): ReactNode {
  if (of === 0) return null;
  return (
    <span className="min-w-5 rounded-full bg-danger px-1.5 text-center text-xs leading-5 font-semibold text-paper">
      {formatCount(of)}
      <span className="sr-only"> {of === 1 ? 'problem' : 'problems'}</span>
    </span>
  );
}

function Part({ part }: { part: EditorPart }) {
  switch (part) {
    case 'card':
      return <IdentityPart />;
    case 'prices':
      return <PricesPart />;
    case 'plans':
      return <PlansPart />;
    case 'offers':
      return <OffersPart />;
    case 'models':
      return <ModelsPart />;
    case 'words':
      return <WordsPart />;
    default:
      return assertNever(part);
  }
}
