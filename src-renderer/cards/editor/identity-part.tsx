import { problemIdOf } from '../../ui/field';
import type { CardDraft } from '../card-draft';
import { cardsStore } from '../cards-store';
import { versionOfDraft } from '../draft-data';
import { useEditor, useFault } from './editor-context';
import { Box, Labelled, WordsBox } from './fields';

const change = (fields: Partial<CardDraft>) =>
  cardsStore.getState().edit((draft) => ({ ...draft, ...fields }));

/** What the card is called, and from which day on prices go by it. */
export function IdentityPart() {
  const { draft, known } = useEditor();
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <Labelled place="name" label="Name">
        <Box place="name" value={draft.name} onChange={(name) => change({ name })} />
      </Labelled>
      <Labelled place="service" label="Service that is sold by it">
        <Box place="service" value={draft.service} onChange={(service) => change({ service })} />
      </Labelled>
      {draft.kind === 'own' ? (
        <Labelled
          place="id"
          label="Id"
          hint="Small letters, digits and hyphens. It stands in the ledger for ever and is the same for all versions."
        >
          <Box place="id" value={draft.id} onChange={(id) => change({ id })} />
        </Labelled>
      ) : null}
      <Labelled
        place="day"
        label="Prices go by it from"
        hint={`Version ${versionOfDraft(draft, known)}${draft.kind === 'version' ? `, after ${draft.from.version}` : ''}.`}
      >
        <DayBox day={draft.day} />
      </Labelled>
      <Labelled place="origin" label="Where its figures come from">
        <WordsBox place="origin" value={draft.origin} onChange={(origin) => change({ origin })} />
      </Labelled>
    </div>
  );
}

function DayBox({ day }: { day: string }) {
  const fault = useFault('day');
  return (
    <input
      id="day"
      type="date"
      required
      aria-invalid={fault !== null}
      aria-describedby={fault === null ? undefined : problemIdOf('day')}
      value={day}
      onChange={(event) => change({ day: event.target.value })}
      className={`h-8 w-44 rounded-md border bg-paper px-2 ${fault === null ? 'border-edge/60' : 'border-danger'}`}
    />
  );
}
