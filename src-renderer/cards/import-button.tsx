import { useId } from 'react';
import { assertNever } from '../../src-shared/assert-never';
import { Button } from '../ui/button';
import { importText, today } from './card-actions';
import { type Standing, standingOf } from './card-standing';
import { dayWords } from './card-words';
import { type CardReading, cardsStore } from './cards-store';

/** The one button that keeps a card; it says what comes of it, or why it can't be pressed. */
export function ImportButton({ reading }: { reading: CardReading }) {
  const known = cardsStore((store) => store.cards) ?? [];
  const reasonId = useId();
  const { text, checked, importing, source } = reading;
  const found = checked?.text === text && text.trim() !== '' ? checked.found : null;
  const verb = source.kind === 'draft' ? 'Save' : 'Import';
  const standing = found?.kind === 'card' ? standingOf(found.card, known, today()) : null;
  const reason = importing ? null : reasonOf(reading, standing);
  return (
    <>
      <p id={reasonId} className="text-sm text-muted empty:hidden">
        {reason ??
          'It is kept for ever: a card can’t be edited or removed, only followed by a newer version.'}
      </p>
      <Button
        look="primary"
        size="large"
        aria-disabled={importing || reason !== null}
        aria-describedby={reasonId}
        onClick={() => (reason === null ? void importText() : undefined)}
        className="w-full"
      >
        {importing ? 'Keeping it…' : buttonWords(verb, standing)}
      </Button>
    </>
  );
}

/** Why there is nothing to import; null when there is. */
function reasonOf({ text, checked }: CardReading, standing: Standing | null): string | null {
  if (text.trim() === '') return 'There is no text yet.';
  if (checked?.text !== text) return 'The text is being read.';
  if (standing === null) return 'Mend what is wrong first; each problem goes to its line.';
  if (standing.kind === 'taken') return standing.words;
  return standing.kind === 'known' ? 'Tally knows this very card already.' : null;
}

function buttonWords(verb: string, standing: Standing | null): string {
  if (standing === null) return verb;
  switch (standing.kind) {
    case 'taken':
    case 'known':
      return `Nothing to ${verb.toLowerCase()}`;
    case 'kept':
      return `${verb} and keep`;
    case 'taken-up':
      return standing.from === null
        ? `${verb} · prices go by it at once`
        : `${verb} · prices go by it from ${dayWords(standing.from)}`;
    default:
      return assertNever(standing);
  }
}
