import type { LineMargin } from '../../../src-shared/billing/card/margin';
import { type Price, type Quality, qualities } from '../../../src-shared/billing/card/rate-card';
import type { DraftPrice } from '../card-draft';
import { Cell, RowHead } from '../card-table';
import { qualityNames } from '../card-words';
import { cardsStore } from '../cards-store';
import { keptLines, placeOf } from '../draft-data';
import { changeLine } from '../edit-lines';
import { lineName, thingName } from '../line-names';
import { MarginFigures, unknownMargin } from '../margin-cell';
import { faultsAt, useEditor } from './editor-context';
import { Box, DollarBox, Faults, Options } from './fields';
import { RemoveButton } from './remove-button';

export const priceColumns = [
  { name: 'Model and quality' },
  { name: 'Credits', figures: true },
  { name: 'For' },
  { name: 'Provider asks' },
  { name: 'Leaves, cheapest credits', figures: true },
  { name: 'Leaves, dearest credits', figures: true },
  { name: 'Remove', hidden: true },
];

type RowProps = { line: DraftPrice; digits: number };

/** A price line: what it is for, what it asks, what the provider asks for it, and what is left of that. */
export function PriceRow({ line, digits }: RowProps) {
  const { draft, margins, faults } = useEditor();
  const { key } = line;
  const name = lineName(draft, line);
  return (
    <>
      <tr className={line.removed ? 'text-muted' : ''}>
        {line.removed ? (
          <RemovedCells line={line} />
        ) : (
          <>
            <RowHead middle>
              {line.fresh ? <ThingFields line={line} /> : thingName(draft, line)}
            </RowHead>
            <FigureCells line={line} name={name} />
            <MarginCells margin={margins.lines.get(key)} digits={digits} />
          </>
        )}
        <Cell figures middle>
          <RemoveButton list="prices" line={line} name={name} />
        </Cell>
      </tr>
      {faultsAt(faults, placeOf('prices', key)).length > 0 ? (
        <tr>
          <td colSpan={priceColumns.length} className="pb-2">
            <Faults at={placeOf('prices', key)} named />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function change(key: string, fields: Partial<DraftPrice>): void {
  cardsStore.getState().edit((draft) => changeLine(draft, 'prices', key, fields));
}

/** What is asked of whoever makes something, and of whoever sells it. */
function FigureCells({ line, name }: { line: DraftPrice; name: string }) {
  const { key, unit, per } = line;
  const place = (field: string) => placeOf('prices', key, field);
  return (
    <>
      <Cell figures middle>
        <Box
          place={place('credits')}
          name={`Credits for ${name}`}
          value={line.credits}
          onChange={(credits) => change(key, { credits })}
          figures
          className="w-18"
        />
      </Cell>
      <Cell middle>
        <span className="flex items-center gap-1.5">
          <Box
            place={place('per')}
            name={`How many ${unit}s of ${name}`}
            value={per}
            onChange={(next) => change(key, { per: next })}
            figures
            className="w-12"
          />
          {line.fresh ? <UnitField line={line} /> : <Muted>{unitWords(unit, per)}</Muted>}
        </span>
      </Cell>
      <Cell middle>
        <span className="flex items-center gap-1.5">
          <DollarBox
            place={place('providerCost')}
            name={`What the provider asks for ${unit === 'image' ? 'an image' : 'a second'} of ${name}, in $`}
            value={line.cost}
            onChange={(cost) => change(key, { cost })}
            placeholder="not named"
            className="w-22"
          />
          <Muted>{unit === 'image' ? 'each' : 'a second'}</Muted>
        </span>
      </Cell>
    </>
  );
}

function unitWords(unit: Price['unit'], per: string): string {
  if (unit === 'second') return 's';
  return per.trim() === '1' ? 'image' : 'images';
}

function Muted({ children }: { children: string }) {
  return <span className="whitespace-nowrap text-muted">{children}</span>;
}

/** What one output leaves, sold with the cheapest and with the dearest credits. */
function MarginCells({ margin, digits }: { margin: LineMargin | undefined; digits: number }) {
  const unknown = unknownMargin(margin);
  return [margin?.atCheapest ?? null, margin?.atDearest ?? null].map((each, end) => (
    <Cell key={end === 0 ? 'cheapest' : 'dearest'} figures middle>
      <MarginFigures margin={each} digits={digits} unknown={unknown} />
    </Cell>
  ));
}

function RemovedCells({ line }: { line: DraftPrice }) {
  const { draft } = useEditor();
  return (
    <>
      <RowHead middle>
        <s className="font-normal">{thingName(draft, line)}</s>
      </RowHead>
      <td colSpan={priceColumns.length - 2} className="px-2 py-1.5 text-sm">
        Removed from the card
      </td>
    </>
  );
}

/** What a new line is for. */
function ThingFields({ line: { key, tool, model, quality } }: { line: DraftPrice }) {
  const { draft } = useEditor();
  const models = keptLines(draft.models).filter(({ tools }) => tools.includes(tool));
  return (
    <span className="flex w-40 flex-col gap-1.5 font-normal">
      <Options
        place={placeOf('prices', key, 'model')}
        name="Model of the new price"
        value={model ?? ''}
        options={[{ id: '', name: 'Every model' }, ...models.map(({ id, name }) => ({ id, name }))]}
        onChange={(next) => change(key, { model: next === '' ? null : next })}
      />
      <Options<Quality | ''>
        place={placeOf('prices', key, 'quality')}
        name="Quality of the new price"
        value={quality ?? ''}
        options={[
          { id: '', name: 'both qualities' },
          ...qualities.map((id) => ({ id, name: qualityNames[id] })),
        ]}
        onChange={(next) => change(key, { quality: next === '' ? null : next })}
      />
    </span>
  );
}

const units: readonly { readonly id: Price['unit']; readonly name: string }[] = [
  { id: 'image', name: 'images' },
  { id: 'second', name: 's' },
];

function UnitField({ line: { key, unit } }: { line: DraftPrice }) {
  return (
    <Options
      place={placeOf('prices', key, 'unit')}
      name="Unit of the new price"
      value={unit}
      options={units}
      onChange={(next) => change(key, { unit: next })}
    />
  );
}
