import { describe, expect, test } from 'vitest';
import {
  type CardDraft,
  isSameDraft,
  newVersionOf,
  ownCardFrom,
} from '../../../src-renderer/cards/card-draft';
import { checkDraft, textOfCard } from '../../../src-renderer/cards/check-draft';
import {
  addAddOn,
  addModel,
  addPack,
  addPlan,
  addPrice,
  changeLine,
} from '../../../src-renderer/cards/edit-lines';
import { readCardText } from '../../../src-shared/billing/card/card-text';
import type { RateCard } from '../../../src-shared/billing/card/rate-card';
import { aiStudios, chatNow } from '../../helpers/cards';

const today = '2026-11-22';
const known = [aiStudios, chatNow].map(({ id, version }) => ({ id, version }));
const mine: RateCard = { ...chatNow, id: 'mine', name: 'Mine' };
const knownToo = [...known, { id: 'mine', version: mine.version }];

const own = () => ownCardFrom(chatNow, known, today);

function cardOf(draft: CardDraft, others = known): RateCard {
  const check = checkDraft(draft, others);
  if (check.kind === 'faults') throw new Error(JSON.stringify([...check.faults]));
  return check.card;
}

function faultsOf(draft: CardDraft, others = known): Record<string, string> {
  const check = checkDraft(draft, others);
  return check.kind === 'card' ? {} : Object.fromEntries(check.faults);
}

describe('a card that nothing was changed on', () => {
  test.each([aiStudios, chatNow])('$id says what it was made from, under its own name', (card) => {
    const made = cardOf(ownCardFrom(card, known, today));
    const { name, service, origin } = made;
    expect(made).toEqual({
      ...card,
      id: `my-${card.id}`,
      version: today,
      figures: 'ours',
      name,
      service,
      origin,
    });
    expect(name).toBe(`My ${card.name}`);
  });
  test('as a newer version differs by its version alone', () => {
    const made = cardOf(newVersionOf(mine, knownToo, today), knownToo);
    expect(made).toEqual({ ...mine, version: today });
  });
  test('has a text that is read as the same card', () => {
    const card = cardOf(own());
    expect(readCardText(textOfCard(card))).toEqual({ kind: 'card', card });
  });
  test('is not unsaved, nor is one whose added line was removed again', () => {
    const draft = own();
    expect(isSameDraft(draft, own())).toBe(true);
    const { draft: added, key } = addPack(draft);
    expect(isSameDraft(added, draft)).toBe(false);
    expect(isSameDraft(changeLine(added, 'packs', key, { removed: true }), draft)).toBe(true);
  });
});

describe('each field is checked at the field', () => {
  const withCredits = (credits: string) => changeLine(own(), 'prices', '3', { credits });
  test.each([
    ['', 'is missing'],
    ['-1', 'must be at least 0; -1 is less'],
    ['0.5', 'must be a whole number; 0.5 is not'],
    ['2000000000', 'must be at most 1,000,000,000; 2000000000 is more'],
    ['1,000', 'must be a number; «1,000» is not'],
    ['twelve', 'must be a number; «twelve» is not'],
  ])('credits «%s»', (credits, message) => {
    expect(faultsOf(withCredits(credits))).toEqual({ 'prices.3.credits': message });
  });
  test.each([
    ['0.0000001', 'must have at most 6 digits after the point'],
    ['-0.1', 'must not be less than nothing'],
    ['a little', 'must be dollars, like 12 or 0.004'],
  ])('what the provider asks, «%s»', (cost, message) => {
    const draft = changeLine(own(), 'prices', '3', { cost });
    expect(faultsOf(draft)).toEqual({ 'prices.3.providerCost': message });
  });
  test('a price of a plan', () => {
    const { plans } = own();
    const [, plus] = plans;
    if (plus === undefined) throw new Error('no plan');
    const monthly = { ...plus.monthly, price: '12.005', credits: '0' };
    const draft = changeLine(own(), 'plans', 'plus', { monthly });
    expect(faultsOf(draft)).toEqual({
      'plans.plus.monthly.priceCents': 'has parts of a cent; a price is in whole cents',
      'plans.plus.monthly.grant.credits': 'must be at least 1; 0 is less',
    });
  });
  test('B6 a rollover', () => {
    const rollover = { kind: 'cycles', credits: '', cycles: '121' } as const;
    expect(faultsOf(changeLine(own(), 'packs', 'pack-small', { rollover }))).toEqual({
      'packs.pack-small.rollover.cycles': 'must be at most 120; 121 is more',
    });
  });
  test('a field of a line below a removed one, at its own place', () => {
    const gone = changeLine(own(), 'packs', 'pack-small', { removed: true });
    const draft = changeLine(gone, 'packs', 'pack-large', { credits: '-5' });
    expect(faultsOf(draft)).toEqual({
      'packs.pack-large.credits': 'must be at least 1; -5 is less',
    });
  });
  test('several at once, all of them', () => {
    const draft = { ...changeLine(withCredits('-1'), 'prices', '4', { per: '0' }), name: '' };
    expect(Object.keys(faultsOf(draft)).toSorted()).toEqual([
      'name',
      'prices.3.credits',
      'prices.4.per',
    ]);
  });
});

describe('what has no price', () => {
  test('is told at the prices, and can be added there', () => {
    const draft = changeLine(own(), 'prices', '3', { removed: true });
    expect(faultsOf(draft)).toEqual({
      'prices.missing.image.image-grand.premium': 'Image with Grand, premium, has no price',
    });
    const { draft: added, key } = addPrice(draft, 'image');
    expect(added.prices.find((price) => price.key === key)).toMatchObject({
      model: 'image-grand',
      quality: 'premium',
      unit: 'image',
    });
    expect(faultsOf(added)).toEqual({});
  });
  test('is no fault once it is put back', () => {
    const draft = changeLine(own(), 'prices', '3', { removed: true });
    const back = changeLine(draft, 'prices', '3', { removed: false });
    expect(cardOf(back)).toEqual(cardOf(own()));
  });
  test('of a new model is missing, until it has a price', () => {
    const { draft, key } = addModel(own());
    const model = draft.models.find((each) => each.key === key);
    expect(faultsOf(draft)).toEqual({
      [`prices.missing.image.${model?.id}.basic`]: 'Image with New model, basic, has no price',
    });
  });
  test('A5 a basic quality that must be free and is not, is told at its price', () => {
    const draft = ownCardFrom(aiStudios, known, today);
    expect(faultsOf(changeLine(draft, 'prices', '4', { credits: '1' }))).toEqual({
      'prices.4.credits': 'basic is always free, but not topic-to-video with helper (basic)',
    });
  });
  test('a second line for the same thing is told at that line', () => {
    const { draft, key } = addPrice(own(), 'image', { model: 'image-grand', quality: null });
    expect(faultsOf(draft)).toEqual({ [`prices.${key}`]: 'the same thing has a price already' });
  });
});

describe('cards can’t be edited in place', () => {
  test('an id that is known is refused at its field', () => {
    expect(faultsOf({ ...own(), id: 'ai-studios' })).toEqual({
      id: 'is that of a card that is known already; give yours another',
    });
    expect(Object.keys(faultsOf({ ...own(), id: 'My Card' }))).toEqual(['id']);
  });
  test('a newer version can’t start before the newest', () => {
    const draft = { ...newVersionOf(mine, knownToo, today), day: '2026-10-31' };
    expect(faultsOf(draft, knownToo)).toEqual({
      day: 'must not be before 2026-11-01, the newest version’s',
    });
  });
  test('two versions of a day have two names', () => {
    const both = [...knownToo, { id: 'mine', version: today }];
    expect(cardOf(newVersionOf(mine, both, today), both).version).toBe(`${today}.2`);
  });
  test('no day at all', () => {
    expect(faultsOf({ ...own(), day: '' })).toMatchObject({ day: 'is missing' });
  });
});

describe('plans, units and packs', () => {
  test('what is added is usable as it is, and gets an id that nothing has', () => {
    const draft = [addPlan, addAddOn, addPack, addPack].reduce((old, add) => add(old).draft, own());
    const card = cardOf(draft);
    expect(card.plans.at(-1)).toMatchObject({ id: 'plan', kind: 'paid', annual: null });
    expect(card.packs.slice(-2).map(({ id }) => id)).toEqual(['pack', 'pack-2']);
    expect(card.addOns).toMatchObject([
      { plans: ['plus', 'pro', 'team', 'plan'], priceCents: null },
    ]);
  });
  test('a unit that goes with a removed plan is told so', () => {
    const { draft, key } = addAddOn(own());
    expect(faultsOf(changeLine(draft, 'plans', 'pro', { removed: true }))).toEqual({
      [`addOns.${key}.plans.1`]: 'there is no plan «pro»',
    });
  });
  test('a plan for nothing calls itself free, and one with a price does not', () => {
    const [free] = own().plans;
    if (free === undefined) throw new Error('no plan');
    const sold = changeLine(own(), 'plans', 'free', { monthly: { ...free.monthly, price: '1' } });
    expect(cardOf(sold).plans[0]).toMatchObject({ id: 'free', kind: 'paid' });
    expect(cardOf(own()).plans[0]).toMatchObject({ kind: 'free' });
  });
  test('without any plan it is no card', () => {
    const { plans } = own();
    const draft = { ...own(), plans: plans.map((plan) => ({ ...plan, removed: true })) };
    expect(faultsOf(draft)).toEqual({ plans: 'must list at least 1; 0 is less' });
  });
  test('reasons are paragraphs', () => {
    const draft = own();
    const policies = { ...draft.policies, refunds: ' One. \n\n \nTwo.\nStill two.\n' };
    expect(cardOf({ ...draft, policies }).policies.refunds).toEqual(['One.', 'Two.\nStill two.']);
  });
});
