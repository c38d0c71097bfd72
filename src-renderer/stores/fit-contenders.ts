import { modelsFor } from '../../src-shared/billing/card/quote';
import type { CardModel, RateCard } from '../../src-shared/billing/card/rate-card';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import { type Contender, type DraftFields, leastContenders } from './draft-fields';

/** The contenders of a comparison, each with a model and a quality of the card, and at least two of them. */
export function fitContenders(draft: DraftFields, card: RateCard): readonly Contender[] {
  const models = modelsFor(card, 'image');
  const fitted = draft.contenders.flatMap((contender) => fitContender(contender, models) ?? []);
  while (fitted.length < leastContenders) {
    const next = nextContender({ ...draft, contenders: fitted }, card);
    if (next === null) return fitted;
    fitted.push(next);
  }
  return fitted;
}

/** A contender with a quality that its model has; null where the card has no such model. */
function fitContender(contender: Contender, models: readonly CardModel[]): Contender | null {
  const model = models.find(({ id }) => id === contender.model);
  const [first] = model?.qualities ?? [];
  if (model === undefined || first === undefined) return null;
  return model.qualities.includes(contender.quality) ? contender : { ...contender, quality: first };
}

/** One that is not among the contenders yet: what the form holds, another model, another quality, another style. */
export function nextContender(
  { contenders, model, quality, style }: DraftFields,
  card: RateCard,
): Contender | null {
  const models = modelsFor(card, 'image');
  const own = fitContender({ model, quality, style }, models);
  const eachModel = models.flatMap(({ id, qualities }) =>
    qualities.slice(0, 1).map((simplest) => ({ model: id, quality: simplest, style })),
  );
  const eachQuality = models.flatMap(({ id, qualities }) =>
    qualities.map((each) => ({ model: id, quality: each, style })),
  );
  const [first] = contenders;
  const eachStyle = sketchStyles.flatMap(({ id }) => {
    const like = first ?? own ?? eachModel[0];
    return like === undefined ? [] : [{ ...like, style: id }];
  });
  const ideas = [...(own === null ? [] : [own]), ...eachModel, ...eachQuality, ...eachStyle];
  const isNew = (idea: Contender) => !contenders.some((known) => isSame(known, idea));
  const other = ideas.find((idea) => isNew(idea) && contenders.every(isOtherModel(idea)));
  return other ?? ideas.find(isNew) ?? null;
}

function isOtherModel({ model }: Contender): (known: Contender) => boolean {
  return (known) => known.model !== model;
}

/** Whether two contenders would make the very same picture. */
export function isSame(one: Contender, other: Contender): boolean {
  return one.model === other.model && one.quality === other.quality && one.style === other.style;
}
