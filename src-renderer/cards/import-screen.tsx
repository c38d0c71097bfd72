import { ChevronLeft } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '../ui/button';
import { backToDraft, showCard, writeText } from './card-actions';
import { type CardReading, cardsStore } from './cards-store';
import { FileButton } from './file-button';
import { Findings } from './findings';
import { showPlace } from './text-lines';
import { TextPane } from './text-pane';

/** A card's text with what is wrong in it, or what its import would change; one button imports it. */
export function ImportScreen() {
  const reading = cardsStore((store) => store.reading);
  const field = useRef<HTMLTextAreaElement>(null);
  const countId = useId();
  const { text, source, checked } = reading;
  const problems = checked?.found.kind === 'invalid' ? checked.found.problems : [];
  return (
    <div className="flex h-full flex-col">
      <ImportHead source={source} />
      <div className="flex min-h-0 flex-1">
        <TextPane
          field={field}
          text={text}
          problems={problems}
          readOnly={source.kind === 'draft'}
          describedBy={countId}
          onChange={writeText}
        />
        <Findings
          reading={reading}
          countId={countId}
          onGo={(problem) => {
            if (field.current !== null) showPlace(field.current, problem);
          }}
        />
      </div>
    </div>
  );
}

function ImportHead({ source }: { source: CardReading['source'] }) {
  const isDraft = source.kind === 'draft';
  return (
    <header className="flex min-h-13 shrink-0 items-center gap-3 border-b border-line bg-panel px-5 py-2">
      <Button
        look="plain"
        className="-ml-2.5 text-muted"
        onClick={isDraft ? backToDraft : () => showCard(null)}
      >
        <ChevronLeft size={15} aria-hidden />
        {isDraft ? 'Back to the form' : 'Rate cards'}
      </Button>
      <h1 tabIndex={-1} className="text-lg font-semibold whitespace-nowrap">
        {isDraft ? 'Check and save' : 'Import a card'}
      </h1>
      <p className="min-w-0 flex-1 truncate text-sm text-muted">
        {source.kind === 'file' ? <bdi>{source.name}</bdi> : null}
        {isDraft ? 'The text of the card, as it will be kept.' : null}
      </p>
      {isDraft ? null : <FileButton />}
    </header>
  );
}
