import { cardMargins, type LineMargin } from '../../src-shared/billing/card/margin';
import type { CardTool, RateCard } from '../../src-shared/billing/card/rate-card';
import { PromptText } from '../ui/prompt-text';
import { CardTable, Cell, type Column, GroupHead, RowHead } from './card-table';
import { creditsWords, meteringWords } from './card-words';
import { CreditRange } from './credit-range';
import { formatMicros } from './dollars';
import { thingName } from './line-names';
import { digitsOf, MarginFigures, unknownMargin } from './margin-cell';

/** What everything on the card costs; with what it earns, where the card names what the provider asks. */
export function CardPrices({ card }: { card: RateCard }) {
  const margins = cardMargins(card);
  const hasCosts = card.prices.some(({ providerCost }) => providerCost !== undefined);
  const columns: Column[] = [{ name: 'Model and quality' }, { name: 'Price', figures: true }];
  if (hasCosts) {
    columns.push(
      { name: 'Provider asks', figures: true },
      { name: 'Leaves, cheapest credits', figures: true },
      { name: 'Leaves, dearest credits', figures: true },
    );
  }
  return (
    <>
      <CardTable label="Prices" columns={columns}>
        {card.tools.map((tool) => (
          <tbody key={tool.id}>
            <tr>
              <GroupHead span={columns.length}>
                <ToolHead tool={tool} />
              </GroupHead>
            </tr>
            {margins.lines
              .filter(({ price }) => price.tool === tool.id)
              .map((line) => (
                <tr key={line.index} className="border-b border-line">
                  <RowHead>{thingName(card, line.price)}</RowHead>
                  <Cell figures>
                    <span className="whitespace-nowrap">{creditsWords(line.price)}</span>
                  </Cell>
                  {hasCosts ? <CostCells line={line} all={margins.lines} /> : null}
                </tr>
              ))}
          </tbody>
        ))}
      </CardTable>
      {hasCosts ? <CreditRange cheapest={margins.cheapest} dearest={margins.dearest} /> : null}
    </>
  );
}

function ToolHead({ tool }: { tool: CardTool }) {
  return (
    <>
      <span className="font-semibold">{tool.name}</span>
      <span className="text-muted"> · {meteringWords[tool.metering]}</span>
      <PromptText lines={2} className="block text-xs text-muted">
        {tool.rule}
      </PromptText>
    </>
  );
}

function CostCells({ line, all }: { line: LineMargin; all: readonly LineMargin[] }) {
  const { price, atCheapest, atDearest } = line;
  const digits = digitsOf(all.flatMap((each) => [each.atCheapest, each.atDearest]));
  const unknown = unknownMargin(line);
  return (
    <>
      <Cell figures>
        {price.providerCost === undefined ? (
          <span className="text-muted">not named</span>
        ) : (
          <>
            {formatMicros(price.providerCost)}{' '}
            <span className="block text-xs text-muted">
              {price.unit === 'image' ? 'an image' : 'a second'}
            </span>
          </>
        )}
      </Cell>
      <Cell figures>
        <MarginFigures margin={atCheapest} digits={digits} unknown={unknown} />
      </Cell>
      <Cell figures>
        <MarginFigures margin={atDearest} digits={digits} unknown={unknown} />
      </Cell>
    </>
  );
}
