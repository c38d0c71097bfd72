import { assertNever } from '../../src-shared/assert-never';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { CheaperWay } from '../../src-shared/billing/card/warnings';
import { promptsOf } from '../../src-shared/jobs/prompt-alternatives';
import { type DraftFields, filledPrompt } from '../stores/draft-fields';
import { fitToCard, fitToModel } from '../stores/fit-draft';

type ChangingWay = Exclude<CheaperWay, { kind: 'earlier-result' }>;

/** The form once a cheaper way is taken: everything else in it stays. */
export function fieldsOfWay(fields: DraftFields, way: ChangingWay, card: RateCard): DraftFields {
  const { model, quality, seconds } = way.request;
  switch (way.kind) {
    case 'one-first':
      return fitToCard({ ...fields, ...ofOne(fields, way), count: 1 }, card);
    case 'shorter':
      return { ...fields, seconds: seconds ?? fields.seconds };
    case 'picture-first':
      return fitToCard(
        { ...fields, ...ofOne(fields, way), tool: 'image', model, quality, count: 1 },
        card,
      );
    case 'basic':
    case 'smaller-model':
    case 'former-model':
      return withModel(fields, model, quality, card);
    default:
      return assertNever(way.kind);
  }
}

/** The form with a model and a quality of the card, and a size that it can make. */
export function withModel(
  fields: DraftFields,
  id: string,
  quality: DraftFields['quality'],
  card: RateCard,
): DraftFields {
  const model = card.models.find((candidate) => candidate.id === id);
  return model === undefined ? fields : { ...fields, ...fitToModel({ ...fields, quality }, model) };
}

/** Of alternatives the first, of contenders the one that the way names. */
function ofOne(fields: DraftFields, { request }: ChangingWay): Partial<DraftFields> {
  const [prompt] = promptsOf(filledPrompt(fields)) ?? [fields.prompt];
  const words = { prompt: prompt ?? fields.prompt };
  if (fields.tool !== 'playground') return words;
  const chosen = fields.contenders.find(
    ({ model, quality }) => model === request.model && quality === request.quality,
  );
  return { ...words, tool: 'image', ...chosen };
}
