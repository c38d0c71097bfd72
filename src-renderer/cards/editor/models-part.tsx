import { qualities } from '../../../src-shared/billing/card/rate-card';
import type { DraftModel, DraftTool } from '../card-draft';
import { CardPart } from '../card-table';
import { meteringWords, qualityNames } from '../card-words';
import { cardsStore } from '../cards-store';
import { placeOf } from '../draft-data';
import { addModel, changeLine } from '../edit-lines';
import { AddButton } from './add-button';
import { useEditor } from './editor-context';
import { Box, FaultOf, Faults, Labelled, Options, Tick, WordsBox } from './fields';
import { LineCard } from './line-card';

/** What can be made, what is metered and why, and with which models. */
export function ModelsPart() {
  const { draft } = useEditor();
  return (
    <div className="flex flex-col gap-7">
      <CardPart level="h2" id="edit-tools" title="Tools">
        <p className="text-sm text-muted">The rule stands on every receipt, under the price.</p>
        {draft.tools.map((tool) => (
          <ToolForm key={tool.id} tool={tool} />
        ))}
      </CardPart>
      <CardPart level="h2" id="edit-models" title="Models">
        <FaultOf place="models" name="The list of models" />
        {draft.models.map((model) => (
          <ModelForm key={model.key} model={model} />
        ))}
        <AddButton list="models" field="name" add={addModel}>
          Add a model
        </AddButton>
      </CardPart>
    </div>
  );
}

const meterings = (['metered', 'quality', 'free'] as const).map((id) => ({
  id,
  name: meteringWords[id],
}));

function ToolForm({ tool }: { tool: DraftTool }) {
  const { draft } = useEditor();
  // A tool can't be added or removed, so it goes by its number, as in the card.
  const place = `tools.${draft.tools.findIndex(({ id }) => id === tool.id)}`;
  const change = (fields: Partial<DraftTool>) =>
    cardsStore.getState().edit((old) => ({
      ...old,
      tools: old.tools.map((each) => (each.id === tool.id ? { ...each, ...fields } : each)),
    }));
  return (
    <div className="grid grid-cols-[12rem_14rem_1fr] items-start gap-3 border-t border-line pt-2">
      <Box
        place={`${place}.name`}
        name={`Name of ${tool.id}`}
        value={tool.name}
        onChange={(name) => change({ name })}
      />
      <Options
        place={`${place}.metering`}
        name={`Metering of ${tool.name}`}
        value={tool.metering}
        options={meterings}
        onChange={(metering) => change({ metering })}
      />
      <div>
        <WordsBox
          place={`${place}.rule`}
          name={`Rule of ${tool.name}`}
          rows={2}
          value={tool.rule}
          onChange={(rule) => change({ rule })}
        />
        <Faults at={place} named />
      </div>
    </div>
  );
}

function ModelForm({ model }: { model: DraftModel }) {
  const { draft } = useEditor();
  const { key, name } = model;
  const place = (field: string) => placeOf('models', key, field);
  const change = (fields: Partial<DraftModel>) =>
    cardsStore.getState().edit((old) => changeLine(old, 'models', key, fields));
  return (
    <LineCard list="models" line={model} onRename={(next) => change({ name: next })}>
      <Labelled place={place('description')} label="Description">
        <Box
          place={place('description')}
          value={model.description}
          onChange={(description) => change({ description })}
        />
      </Labelled>
      <Several
        place={place('tools')}
        legend={`Tools of ${name}`}
        title="Tools"
        all={draft.tools}
        chosen={model.tools}
        onChange={(tools) => change({ tools })}
      />
      <Several
        place={place('qualities')}
        legend={`Qualities of ${name}`}
        title="Qualities"
        all={qualities.map((id) => ({ id, name: qualityNames[id] }))}
        chosen={model.qualities}
        onChange={(next) => change({ qualities: next })}
      />
      <div className="flex flex-wrap gap-6">
        <Labelled place={place('merit')} label="Merit, 1 to 5">
          <Box
            place={place('merit')}
            value={model.merit}
            onChange={(merit) => change({ merit })}
            figures
            className="w-20"
          />
        </Labelled>
        <Labelled place={place('longestSide')} label="Longest side, in pixels">
          <Box
            place={place('longestSide')}
            value={model.longestSide}
            onChange={(longestSide) => change({ longestSide })}
            figures
            className="w-28"
          />
        </Labelled>
      </div>
    </LineCard>
  );
}

type SeveralProps<Id extends string> = {
  place: string;
  legend: string;
  title: string;
  all: readonly { readonly id: Id; readonly name: string }[];
  chosen: readonly Id[];
  onChange: (chosen: readonly Id[]) => void;
};

/** Any number of a list, in the order of the list. */
function Several<Id extends string>(props: SeveralProps<Id>) {
  const { place, legend, title, all, chosen, onChange } = props;
  return (
    <fieldset id={place} tabIndex={-1}>
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 text-sm">
        <span aria-hidden className="flex min-h-8 w-16 items-center font-medium">
          {title}
        </span>
        {all.map(({ id, name }) => (
          <Tick
            key={id}
            checked={chosen.includes(id)}
            onChange={(ticked) =>
              onChange(
                all
                  .map((each) => each.id)
                  .filter((each) => (each === id ? ticked : chosen.includes(each))),
              )
            }
          >
            {name}
          </Tick>
        ))}
      </div>
      <Faults at={place} named />
    </fieldset>
  );
}
