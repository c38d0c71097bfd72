import { modelsFor, quote } from '../../src-shared/billing/card/quote';
import {
  type CardModel,
  type Quality,
  qualities,
  type RateCard,
  type ToolId,
} from '../../src-shared/billing/card/rate-card';
import { draftStore } from '../stores/draft';
import { cardToolOf, fitToModel, recommendedId } from '../stores/fit-draft';
import { useBegun } from '../stores/workspace';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';
import { formatCredits } from '../ui/figures';

type ModelFieldsProps = { modelProblem: string | null; qualityProblem: string | null };

const qualityNames: Record<Quality, string> = { basic: 'Basic', premium: 'Premium' };
const qualityWords: Record<Quality, string> = { basic: 'quick, simpler', premium: 'full detail' };

/** The models and qualities of the rate card; where there is only one, there is nothing to choose. */
export function ModelFields({ modelProblem, qualityProblem }: ModelFieldsProps) {
  const { card } = useBegun();
  const tool = draftStore(cardToolOf);
  const models = modelsFor(card, tool);
  const chosen = draftStore((draft) => draft.model);
  const model = models.find((candidate) => candidate.id === chosen);
  return (
    <>
      {models.length > 1 ? <ModelField models={models} problem={modelProblem} /> : null}
      {model !== undefined && model.qualities.length > 1 ? (
        <QualityField model={model} problem={qualityProblem} />
      ) : null}
    </>
  );
}

function ModelField({ models, problem }: { models: CardModel[]; problem: string | null }) {
  const { card } = useBegun();
  const chosen = draftStore((draft) => draft.model);
  const recommended = recommendedId(card, draftStore(cardToolOf));
  const choose = (id: string) => {
    const model = models.find((candidate) => candidate.id === id);
    const draft = draftStore.getState();
    if (model !== undefined) draft.change(fitToModel(draft, model));
  };
  return (
    <Field label="Model" problem={problem}>
      <Choices label="Model" value={chosen} onChange={choose} className="flex flex-col gap-1">
        {models.map((model) => (
          <Choice key={model.id} value={model.id} className="px-2.5 py-1.5 text-left">
            <span className="flex items-baseline justify-between gap-2">
              <span className="font-medium">
                {model.name}
                {model.id === recommended ? (
                  <span className="ml-2 text-xs font-normal text-accent">best value</span>
                ) : null}
              </span>
              <ModelPrice model={model} />
            </span>
            <span className="block text-xs text-muted">{model.description}</span>
          </Choice>
        ))}
      </Choices>
    </Field>
  );
}

/** What one picture, or a second, costs with a model: from its cheapest quality on. */
function ModelPrice({ model }: { model: CardModel }) {
  const { card } = useBegun();
  const tool = draftStore(cardToolOf);
  const prices = model.qualities.flatMap(
    (quality) => priceOfOne(card, tool, model.id, quality) ?? [],
  );
  const least = Math.min(...prices);
  const more = prices.some((price) => price > least);
  return (
    <span className="text-xs whitespace-nowrap text-muted">
      {more ? 'from ' : ''}
      {formatCredits(least)}
    </span>
  );
}

function QualityField({ model, problem }: { model: CardModel; problem: string | null }) {
  const chosen = draftStore((draft) => draft.quality);
  const choose = (value: string) => {
    const quality = qualities.find((candidate) => candidate === value);
    if (quality !== undefined) draftStore.getState().change({ quality });
  };
  return (
    <Field label="Quality" problem={problem}>
      <Choices label="Quality" value={chosen} onChange={choose} className="grid grid-cols-2 gap-1">
        {model.qualities.map((quality) => (
          <Choice key={quality} value={quality} className="px-2.5 py-1.5 text-left">
            <span className="flex items-baseline justify-between gap-2">
              <span className="font-medium">{qualityNames[quality]}</span>
              <QualityPrice model={model.id} quality={quality} />
            </span>
            <span className="block text-xs text-muted">{qualityWords[quality]}</span>
          </Choice>
        ))}
      </Choices>
    </Field>
  );
}

function QualityPrice({ model, quality }: { model: string; quality: Quality }) {
  const { card } = useBegun();
  const price = priceOfOne(card, draftStore(cardToolOf), model, quality);
  if (price === null) return null;
  return <span className="text-xs text-muted">{formatCredits(price)}</span>;
}

/** Whole credits of one picture, or of a second; null when the card has no such price. */
function priceOfOne(card: RateCard, tool: ToolId, model: string, quality: Quality): number | null {
  const result = quote(card, { tool, model, quality, count: 1, seconds: 1 });
  return result.kind === 'quote' ? result.quote.each : null;
}
