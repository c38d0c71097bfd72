import { describe, expect, test } from 'vitest';
import { type PricedRequest, quote } from '../../../../src-shared/billing/card/quote';
import { type RateCard, warningSituations } from '../../../../src-shared/billing/card/rate-card';
import {
  costSentence,
  triesSentence,
  wayWords,
} from '../../../../src-shared/billing/card/warning-words';
import {
  type CheaperWay,
  type GivenWarning,
  type Part,
  type ProjectHistory,
  warningsFor,
} from '../../../../src-shared/billing/card/warnings';
import { credits } from '../../../../src-shared/billing/credits';
import { aiStudios, chatNow, quoteOf } from '../../../helpers/cards';

const picture: PricedRequest = {
  tool: 'image',
  model: 'image-studio',
  quality: 'basic',
  count: 1,
  seconds: null,
};
const clip: PricedRequest = { ...picture, tool: 'video', model: 'video-studio', seconds: 5 };
const fresh: ProjectHistory = {
  lastModel: null,
  triesOfPrompt: 0,
  spentOnPrompt: credits(0),
  hasResult: false,
};

type Given = { card?: RateCard; longestSide?: number; history?: Partial<ProjectHistory> };

function given(request: Partial<PricedRequest>, { card = chatNow, ...rest }: Given = {}) {
  const press = [{ request: { ...picture, ...request }, longestSide: rest.longestSide ?? 1024 }];
  return warningsFor(card, press, { ...fresh, ...rest.history });
}

function situations(request: Partial<PricedRequest>, history: Partial<ProjectHistory> = {}) {
  return given(request, { history }).map(({ situation }) => situation);
}

function only(warnings: readonly GivenWarning[]): GivenWarning {
  const [warning] = warnings;
  if (warning === undefined || warnings.length > 1) throw new Error('there is not one warning');
  return warning;
}

describe('B12 the card warns in four situations', () => {
  test('each card has a word for each', () => {
    for (const card of [aiStudios, chatNow]) {
      const told = card.warnings.map(({ situation }) => situation);
      expect([...told].sort()).toEqual([...warningSituations].sort());
    }
  });
  test('a first single picture gives no reason to', () => expect(situations({})).toEqual([]));
  test('several variations at once', () => {
    expect(situations({ count: 2 })).toEqual(['several-variations']);
    expect(situations({ count: 100 })).toEqual(['several-variations']);
  });
  test.each(['video', 'image-to-video'] as const)('video: %s', (tool) =>
    expect(situations({ ...clip, tool })).toEqual(['video']),
  );
  test('a switch of model in the middle of a project', () => {
    expect(situations({}, { lastModel: 'image-grand' })).toEqual(['model-switch']);
    expect(situations({}, { lastModel: 'image-studio' })).toEqual([]);
  });
  test('the same prompt again and again', () => {
    expect(situations({}, { triesOfPrompt: 1 })).toEqual([]);
    expect(situations({}, { triesOfPrompt: 3 })).toEqual(['prompt-retried']);
    expect(situations({}, { triesOfPrompt: 30 })).toEqual(['prompt-retried']);
  });
  test('all of them together', () => {
    const history = { lastModel: 'image-grand', triesOfPrompt: 5 };
    expect(situations({ ...clip, count: 4 }, history).sort()).toEqual(
      [...warningSituations].sort(),
    );
  });
  test('each comes with words of the card', () =>
    expect(only(given({ count: 3 })).text).toMatch(/each one is charged/));
  test('a press without a price is refused elsewhere and warned of nowhere', () =>
    expect(given({ count: 2, model: 'gone' })).toEqual([]));
});

describe('B12 each warning names its cost and a cheaper way', () => {
  test('A1 several variations: one first', () => {
    const warning = only(given({ count: 5, model: 'image-generator' }, { card: aiStudios }));
    expect(warning).toMatchObject({ cost: 5, remedy: { kind: 'one-first', total: 1 } });
  });
  test('several variations of contenders: the cheapest of them', () => {
    const press: Part[] = [
      { request: { ...picture, model: 'image-grand', quality: 'premium' }, longestSide: 512 },
      { request: { ...picture, model: 'image-swift', count: 2 }, longestSide: 512 },
    ];
    const warning = only(warningsFor(chatNow, press, fresh));
    expect(warning).toMatchObject({
      cost: 16,
      remedy: { kind: 'one-first', total: 2, request: { model: 'image-swift', count: 1 } },
    });
  });
  test.each([
    [{ seconds: 10, quality: 'premium' }, 180, 'shorter', 90],
    [{ seconds: 5, quality: 'premium' }, 90, 'basic', 70],
    [{ seconds: 5, quality: 'basic' }, 70, 'smaller-model', 38],
    [{ model: 'video-swift' }, 38, 'picture-first', 4],
    [{ model: 'video-swift', tool: 'image-to-video' }, 43, 'shorter', 17],
  ] as const)('video of %o costs %i: %s for %i', (request, cost, kind, total) =>
    expect(only(given({ ...clip, ...request }))).toMatchObject({ cost, remedy: { kind, total } }),
  );
  test('A2 video where there is one model at one price: a picture first', () => {
    const request = { ...clip, model: 'video-generator' };
    expect(only(given(request, { card: aiStudios }))).toMatchObject({
      cost: 5,
      remedy: { kind: 'picture-first', total: 1 },
    });
  });
  test('no smaller model is offered that can not make it as large', () => {
    const kinds = given(clip, { longestSide: 1920 }).map(({ remedy }) => remedy?.kind);
    expect(kinds).toEqual(['picture-first']);
  });
  test('a switch of model: stay, where that costs less', () => {
    const grand = { model: 'image-grand', quality: 'premium' } as const;
    const switched = only(given(grand, { history: { lastModel: 'image-studio' } }));
    expect(switched).toMatchObject({
      cost: 12,
      remedy: { kind: 'former-model', total: 6, request: { quality: 'premium' } },
    });
    const back = only(given({ model: 'image-swift' }, { history: { lastModel: 'image-grand' } }));
    expect(back).toMatchObject({ cost: 2, remedy: null });
  });
  test('a former model of another tool is none to stay with', () => {
    const history = { lastModel: 'video-studio' };
    expect(only(given({}, { history })).remedy).toBeNull();
  });
  test('the same prompt again: an earlier result, else a cheaper model', () => {
    const history = { triesOfPrompt: 4, spentOnPrompt: credits(16) };
    expect(only(given({}, { history: { ...history, hasResult: true } })).remedy).toEqual({
      kind: 'earlier-result',
      total: 0,
    });
    expect(only(given({}, { history })).remedy).toMatchObject({
      kind: 'smaller-model',
      total: 2,
      request: { model: 'image-swift' },
    });
  });
  test('every way is priced by the card and costs less than the press, on both cards', () => {
    for (const [card, request] of everyPress()) {
      for (const lastModel of [null, ...card.models.map(({ id }) => id)]) {
        const history = { ...fresh, lastModel, triesOfPrompt: 9 };
        for (const warning of warningsFor(card, [{ request, longestSide: 720 }], history)) {
          expect(warning.cost).toBe(quoteOf(card, request).total);
          expectCheaper(card, warning);
        }
      }
    }
  });
});

function expectCheaper(card: RateCard, { remedy, cost }: GivenWarning): void {
  if (remedy === null) return;
  expect(remedy.total).toBeLessThan(cost);
  if (remedy.kind !== 'earlier-result') {
    expect(quoteOf(card, remedy.request).total).toBe(remedy.total);
  }
}

/** Every tool, model and quality of both cards, in several counts and lengths. */
function everyPress(): [RateCard, PricedRequest][] {
  return [aiStudios, chatNow].flatMap((card) =>
    card.models.flatMap((model) =>
      model.tools.flatMap((tool) =>
        model.qualities.flatMap((quality) =>
          [1, 4, 100].flatMap((count) =>
            [1, 5, 10, 60].flatMap((length): [RateCard, PricedRequest][] => {
              const seconds = tool.includes('video') && tool !== 'topic-to-video' ? length : null;
              const request = { tool, model: model.id, quality, count, seconds };
              return quote(card, request).kind === 'quote' ? [[card, request]] : [];
            }),
          ),
        ),
      ),
    ),
  );
}

describe('the words of a warning', () => {
  const part = (request: Partial<PricedRequest>): Part[] => [
    { request: { ...picture, ...request }, longestSide: 1024 },
  ];
  const words = (request: Partial<PricedRequest>, history: Partial<ProjectHistory> = {}) => {
    const past = { ...fresh, ...history };
    const warning = only(warningsFor(chatNow, part(request), past));
    return costSentence(chatNow, warning, part(request), past);
  };

  test('say the cost in each situation', () => {
    expect(words({ count: 4 })).toBe('4 images cost 16 credits.');
    expect(words(clip)).toBe('This clip of 5 s costs 70 credits.');
    expect(words({}, { lastModel: 'image-grand' })).toBe('With Studio this costs 4 credits.');
    expect(words({}, { triesOfPrompt: 3, spentOnPrompt: credits(12) })).toBe(
      '3 tries cost 12 credits so far; this one costs 4 credits.',
    );
  });
  test('name each way with its price', () => {
    const request = { ...clip, model: 'video-swift', seconds: 2 };
    const kinds = ['one-first', 'shorter', 'basic', 'smaller-model', 'former-model'] as const;
    const ways: CheaperWay[] = kinds.map((kind) => ({ kind, request, total: credits(15) }));
    expect(ways.map((way) => wayWords(chatNow, way))).toEqual([
      'Make one first · 15 credits',
      'Make it 2 s · 15 credits',
      'Use basic quality · 15 credits',
      'Use Swift Motion, basic · 15 credits',
      'Stay with Swift Motion · 15 credits',
    ]);
    const earlier = { kind: 'earlier-result', total: credits(0) } as const;
    expect(wayWords(chatNow, earlier)).toBe('Open the earlier result · no credits');
  });
  test.each([
    [0, 0, null],
    [1, 1, '2nd try of this prompt: 1 credit so far.'],
    [2, 8, '3rd try of this prompt: 8 credits so far.'],
    [10, 40, '11th try of this prompt: 40 credits so far.'],
    [20, 80, '21st try of this prompt: 80 credits so far.'],
  ])('B8 after %i tries for %i credits', (triesOfPrompt, spent, sentence) =>
    expect(triesSentence({ ...fresh, triesOfPrompt, spentOnPrompt: credits(spent) })).toBe(
      sentence,
    ),
  );
});
