import { formatNumberOf } from '../../ui/figures';
import type { DraftTool } from '../card-draft';
import { CardTable, GroupHead } from '../card-table';
import { asSentence, meteringWords } from '../card-words';
import { CreditRange } from '../credit-range';
import { addPrice } from '../edit-lines';
import { digitsOf, isLoss } from '../margin-cell';
import { missingPrices } from '../missing-prices';
import { AddButton } from './add-button';
import { useEditor } from './editor-context';
import { PriceRow, priceColumns } from './price-row';

/** Every price by tool, model and quality, against what the provider asks, with what is left. */
export function PricesPart() {
  const { draft, margins } = useEditor();
  const lines = [...margins.lines.values()];
  const digits = digitsOf(lines.flatMap(({ atCheapest, atDearest }) => [atCheapest, atDearest]));
  const losing = lines.filter(({ atCheapest }) => isLoss(atCheapest)).length;
  return (
    <div className="flex flex-col gap-3">
      <CreditRange cheapest={margins.cheapest} dearest={margins.dearest} />
      {losing > 0 ? (
        <p className="text-sm font-medium text-danger">
          {formatNumberOf(losing, 'line')} {losing === 1 ? 'loses' : 'lose'} money with the cheapest
          credits.
        </p>
      ) : null}
      <CardTable label="Prices" columns={priceColumns}>
        {draft.tools.map((tool) => (
          <ToolPrices key={tool.id} tool={tool} digits={digits} />
        ))}
      </CardTable>
    </div>
  );
}

/** The prices of one tool, and what still has none. */
function ToolPrices({ tool, digits }: { tool: DraftTool; digits: number }) {
  const { draft } = useEditor();
  const lines = draft.prices.filter((price) => price.tool === tool.id);
  const missing = missingPrices(draft).filter((each) => each.tool === tool.id);
  return (
    <tbody className="border-b border-line">
      <tr>
        <GroupHead span={priceColumns.length}>
          <span className="flex items-center justify-between gap-3">
            <span>
              <span className="font-semibold">{tool.name}</span>
              <span className="text-muted"> · {meteringWords[tool.metering]}</span>
            </span>
            {tool.metering === 'free' && lines.length === 0 ? null : (
              <AddButton list="prices" field="model" add={(old) => addPrice(old, tool.id)}>
                Add a price<span className="sr-only"> for {tool.name}</span>
              </AddButton>
            )}
          </span>
        </GroupHead>
      </tr>
      {lines.map((line) => (
        <PriceRow key={line.key} line={line} digits={digits} />
      ))}
      {missing.map(({ place, message, model, quality }) => (
        <tr key={place}>
          <td colSpan={priceColumns.length} className="py-1.5">
            <span
              id={place}
              tabIndex={-1}
              className="flex items-center justify-between gap-3 text-danger"
            >
              {asSentence(message)}
              <AddButton
                list="prices"
                field="credits"
                add={(old) => addPrice(old, tool.id, { model, quality })}
              >
                Add it<span className="sr-only">: {message}</span>
              </AddButton>
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
