import { draftStore } from '../stores/draft';
import { cardToolOf } from '../stores/fit-draft';
import { workspaceStore } from '../stores/workspace';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';
import { StyleSwatch } from './style-swatch';

/** The ways the engine can put down paint. */
export function StyleField({ problem }: { problem: string | null }) {
  const engines = workspaceStore((store) => store.engines);
  const chosen = draftStore((draft) => draft.style);
  const tool = draftStore(cardToolOf);
  const engine = engines.find(({ tools, styles }) => tools.includes(tool) && styles.length > 0);
  if (engine === undefined) return null;
  return (
    <Field
      label="Style"
      problem={problem}
      aside={<span className="text-xs text-muted">painted by {engine.name}</span>}
    >
      <Choices
        label="Style"
        value={chosen}
        onChange={(style) => draftStore.getState().change({ style })}
        className="grid grid-cols-[repeat(auto-fill,minmax(4.7rem,1fr))] gap-1"
      >
        {engine.styles.map((style) => (
          <Choice key={style.id} value={style.id} className="p-1">
            <StyleSwatch style={style.id} />
            <span className="mt-0.5 block text-center text-xs leading-tight">{style.name}</span>
          </Choice>
        ))}
      </Choices>
    </Field>
  );
}
