import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findPrice,
  parseRateCard,
  type RateCard,
} from '../../../../src-shared/billing/card/rate-card';
import { aiStudios, cardFiles, chatNow } from '../../../helpers/cards';

type Place = readonly (string | number)[];

/** A copy of a card's file with another value in one place; `undefined` leaves it out. */
function altered(file: unknown, [head, ...rest]: Place, value: unknown): unknown {
  if (head === undefined) return value;
  if (Array.isArray(file)) {
    return file.map((item, index) => (index === head ? altered(item, rest, value) : item));
  }
  if (typeof file !== 'object' || file === null) throw new Error(`no such place: ${head}`);
  const entries = Object.entries(file).filter(([key]) => key !== String(head));
  if (rest.length === 0 && value === undefined) return Object.fromEntries(entries);
  const inner = Reflect.get(file, head);
  return Object.fromEntries([...entries, [head, altered(inner, rest, value)]]);
}

function problemPaths(file: unknown): string[] {
  const parsed = parseRateCard(file);
  return parsed.kind === 'card' ? [] : parsed.problems.map((problem) => problem.path);
}

describe.each(Object.entries(cardFiles))('the card %s', (name, file) => {
  test('is read without a problem', () => {
    const parsed = parseRateCard(file);
    expect(parsed).toMatchObject({ kind: 'card', card: { id: name } });
  });
  test('is read as its file says it, nothing added and nothing lost', () => {
    expect(parseRateCard(file)).toEqual({ kind: 'card', card: file });
    expect(parseRateCard(JSON.parse(JSON.stringify(file)))).toEqual(parseRateCard(file));
  });
  test('names every price with a unit that fits its tool', () => {
    const parsed = parseRateCard(file);
    if (parsed.kind === 'invalid') throw new Error('invalid');
    for (const price of parsed.card.prices) {
      const clip = price.tool === 'video' || price.tool === 'image-to-video';
      expect([price.tool, price.unit]).toEqual([price.tool, clip ? 'second' : 'image']);
    }
  });
});

const figures: Place[] = [
  ['prices', 0, 'credits'],
  ['prices', 0, 'per'],
  ['plans', 1, 'monthly', 'grant', 'credits'],
  ['plans', 1, 'monthly', 'grant', 'everyMonths'],
  ['plans', 1, 'monthly', 'priceCents'],
  ['models', 0, 'merit'],
  ['models', 0, 'longestSide'],
  ['warnings', 0, 'from'],
];
const badFigures = [-1, 0.5, 1e300, 2 ** 53, Number.NaN, Infinity, '1', true, [], {}, undefined];

describe('a figure that cannot be is refused, naming its place', () => {
  const cases = figures.flatMap((place) =>
    badFigures.map((value) => ({ place, path: place.join('.'), value })),
  );
  test.each(cases)('$path = $value', ({ place, path, value }) => {
    expect(problemPaths(altered(cardFiles.chatnow, place, value))).toContain(path);
  });
  test.each<[string, Place]>([
    ['an add-on', ['addOns', 0, 'credits']],
    ['a grant', ['plans', 0, 'monthly', 'grant', 'credits']],
    ['a unit count', ['prices', 0, 'per']],
  ])('%s of nothing is none', (_, place) => {
    const file = cardFiles['ai-studios'];
    expect(problemPaths(altered(file, place, 0))).toEqual([place.join('.')]);
  });
});

describe('what is missing, strange or unknown is refused, naming its place', () => {
  const file = cardFiles['ai-studios'];
  test.each(Object.keys(file))('without «%s»', (key) =>
    expect(problemPaths(altered(file, [key], undefined))).toContain(key),
  );
  test.each<[string, Place, unknown, string]>([
    ['another schema', ['schema'], 2, 'schema'],
    ['a version that is no date', ['version'], 'latest', 'version'],
    ['an id with a path in it', ['id'], '../card', 'id'],
    ['another currency', ['currency'], 'EUR', 'currency'],
    ['an unknown tool', ['tools', 0, 'id'], 'teleport', 'tools.0.id'],
    ['an unknown metering', ['tools', 0, 'metering'], 'sometimes', 'tools.0.metering'],
    ['an unknown quality', ['models', 0, 'qualities'], ['best'], 'models.0.qualities.0'],
    ['no tools', ['tools'], [], 'tools'],
    ['no word on refunds (B9)', ['policies', 'refunds'], [], 'policies.refunds'],
    ['an empty word', ['policies', 'expiry'], '', 'policies.expiry'],
  ])('%s', (_, place, value, path) =>
    expect(problemPaths(altered(file, place, value))).toContain(path),
  );
  test('a field that no card has', () =>
    expect(parseRateCard({ ...file, discount: 5 })).toMatchObject({
      problems: [{ path: 'discount', message: 'a rate card has no field «discount» here' }],
    }));
  test('every problem is listed, not only the first', () => {
    const once = altered(file, ['prices', 0, 'credits'], -1);
    const twice = altered(once, ['plans', 0, 'name'], '');
    expect(problemPaths(twice).sort()).toEqual(['plans.0.name', 'prices.0.credits']);
  });
});

describe('a reference to nothing is refused, naming its place', () => {
  const studios = cardFiles['ai-studios'];
  const now = cardFiles.chatnow;
  test.each<[string, unknown, string]>([
    ['a price of an unknown model', altered(now, ['prices', 0, 'model'], 'gone'), 'prices.0.model'],
    [
      'a price of a tool not listed',
      altered(now, ['prices', 0, 'tool'], 'docs-to-video'),
      'prices.0.tool',
    ],
    [
      'an add-on for an unknown plan',
      altered(studios, ['addOns', 0, 'plans'], ['gone']),
      'addOns.0.plans.0',
    ],
    [
      'a model of a tool not listed',
      altered(now, ['models', 0, 'tools', 0], 'docs-to-video'),
      'models.0.tools.0',
    ],
    ['two plans of one id', altered(now, ['plans', 1, 'id'], 'free'), 'plans.1.id'],
    ['two models of one id', altered(now, ['models', 1, 'id'], 'image-swift'), 'models.1.id'],
    ['a tool listed twice', altered(now, ['tools', 1, 'id'], 'image'), 'tools.1.id'],
    ['two packs of one id', altered(now, ['packs', 1, 'id'], 'pack-small'), 'packs.1.id'],
    [
      'two add-ons of one id',
      altered(studios, ['addOns', 1, 'id'], 'personal-unit'),
      'addOns.1.id',
    ],
  ])('%s', (_, file, path) => expect(problemPaths(file)).toContain(path));
  test('a metered tool whose model has no price', () => {
    const priceless = altered(now, ['prices'], cardFiles.chatnow.prices.slice(1));
    expect(parseRateCard(priceless)).toMatchObject({
      problems: [
        { path: 'models.0.qualities.0', message: 'no price for image with image-swift (basic)' },
      ],
    });
  });
  test('two prices for one thing', () => {
    const [first] = cardFiles.chatnow.prices;
    const doubled = altered(
      now,
      ['prices'],
      [...cardFiles.chatnow.prices, { ...first, credits: 9 }],
    );
    expect(problemPaths(doubled)).toEqual(['prices.14']);
  });
  test('A5 a basic quality that costs, where only premium is metered', () => {
    const costly = altered(studios, ['prices', 4, 'credits'], 1);
    expect(problemPaths(costly)).toEqual(['prices.4.credits']);
  });
});

test('no JSON makes reading a card throw, and whatever is refused has a problem with a place', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const parsed = parseRateCard(value);
      if (parsed.kind === 'card') throw new Error('a random value is no card');
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { path, message } of parsed.problems) expect(path && message).not.toBe('');
    }),
  );
});

test('no value in any place of a card makes reading it throw', () => {
  const anyPlace = fc.constantFrom(...placesOf(cardFiles.chatnow));
  fc.assert(
    fc.property(anyPlace, fc.jsonValue(), (place, value) => {
      const parsed = parseRateCard(altered(cardFiles.chatnow, place, value));
      if (parsed.kind === 'invalid') expect(parsed.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

/** Every place in a file, of branches and of leaves. */
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key): Place[] => [
    [key],
    ...placesOf(Reflect.get(value, key)).map((place) => [key, ...place]),
  ]);
}

describe('the most particular price wins', () => {
  const line = { tool: 'image', per: 1, unit: 'image' } as const;
  const base = aiStudios.prices[0]?.credits;
  if (base === undefined) throw new Error('a card has prices');
  const card: RateCard = {
    ...chatNow,
    prices: [
      { ...line, credits: base, quality: 'premium' },
      { ...line, credits: base },
      { ...line, credits: base, model: 'image-studio', quality: 'premium' },
      { ...line, credits: base, model: 'image-studio' },
      { ...line, credits: base, model: 'image-grand' },
    ],
  };
  test.each([
    ['image-studio', 'premium', 2],
    ['image-studio', 'basic', 3],
    ['image-grand', 'premium', 4],
    ['image-swift', 'premium', 0],
    ['image-swift', 'basic', 1],
  ] as const)('%s, %s', (model, quality, index) => {
    const prices = { straight: card, reversed: { ...card, prices: card.prices.toReversed() } };
    for (const order of Object.values(prices)) {
      expect(findPrice(order, 'image', model, quality)).toBe(card.prices[index]);
    }
  });
  test('a tool without a line has no price', () =>
    expect(findPrice(card, 'chat', 'image-swift', 'basic')).toBeNull());
});
