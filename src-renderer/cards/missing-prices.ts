import {
  findPrice,
  type Price,
  type Quality,
  type RateCard,
  type ToolId,
} from '../../src-shared/billing/card/rate-card';
import { noCredits } from '../../src-shared/billing/credits';
import type { CardDraft, DraftPrice } from './card-draft';
import { keptLines } from './draft-data';

/** What could be pressed on the card that a draft makes, and has no price. */
export type MissingPrice = {
  readonly place: string;
  readonly message: string;
  readonly tool: ToolId;
  readonly model: string;
  readonly quality: Quality;
};

/** Every metered tool with a model and a quality for which there is no line. */
export function missingPrices(draft: CardDraft): MissingPrice[] {
  // Lines are looked up as the card will do it; only what they are for counts here.
  const prices = keptLines(draft.prices).map(pricedThing);
  const card: RateCard = { ...draft.base, prices };
  const metered = draft.tools.filter(({ metering }) => metering !== 'free');
  const models = keptLines(draft.models);
  return metered.flatMap(({ id: tool, name: toolName }) =>
    models
      .filter(({ tools }) => tools.includes(tool))
      .flatMap(({ id: model, name, qualities }) =>
        qualities
          .filter((quality) => findPrice(card, tool, model, quality) === null)
          .map((quality) => ({
            place: `prices.missing.${tool}.${model}.${quality}`,
            message: `${toolName} with ${name}, ${quality}, has no price`,
            tool,
            model,
            quality,
          })),
      ),
  );
}

function pricedThing({ tool, model, quality, unit }: DraftPrice): Price {
  return {
    tool,
    ...(model === null ? {} : { model }),
    ...(quality === null ? {} : { quality }),
    credits: noCredits,
    per: 1,
    unit,
  };
}
