import { describe, expect, test } from 'vitest';
import {
  type Means,
  recommendedModel,
  remediesFor,
} from '../../../../src-shared/billing/card/advice';
import type { PricedRequest } from '../../../../src-shared/billing/card/quote';
import { toolIds } from '../../../../src-shared/billing/card/rate-card';
import { credits } from '../../../../src-shared/billing/credits';
import { aiStudios, chatNow, quoteOf } from '../../../helpers/cards';
import { day } from '../../../helpers/ledger-story';

const picture: PricedRequest = {
  tool: 'image',
  model: 'image-studio',
  quality: 'basic',
  count: 1,
  seconds: null,
};
const clip: PricedRequest = { ...picture, tool: 'video', model: 'video-studio', seconds: 5 };
describe('B11 the model of best balance', () => {
  test('is the better one of those that give as much for a credit', () =>
    expect(recommendedModel(chatNow, picture)).toBe('image-studio'));
  test('is the one that gives the most for a credit', () =>
    expect(recommendedModel(chatNow, clip)).toBe('video-studio'));
  test('does not depend on what is chosen now, or how many', () => {
    for (const model of ['image-swift', 'image-grand', 'gone']) {
      expect(recommendedModel(chatNow, { ...picture, model, count: 40 })).toBe('image-studio');
    }
  });
  test('is one that the tool can be used with', () => {
    for (const card of [aiStudios, chatNow]) {
      for (const tool of toolIds) {
        const id = recommendedModel(card, { ...picture, tool, seconds: 5 });
        const tools = card.models.find((model) => model.id === id)?.tools;
        if (id !== null) expect(tools).toContain(tool);
      }
    }
  });
  test('there is none for a tool without models', () =>
    expect(recommendedModel(chatNow, { ...picture, tool: 'chat' })).toBeNull());
});

describe('what can be done about too little credit', () => {
  const renewal = { at: day(30), credits: credits(600) };
  const grand = { ...picture, model: 'image-grand', quality: 'premium', count: 4 } as const;
  const means = (available: number, more: Partial<Means> = {}): Means => {
    return {
      planId: 'plus',
      available: credits(available),
      allowance: credits(available),
      renewal,
      ...more,
    };
  };
  const remedies = (request: PricedRequest, available: number) =>
    remediesFor(
      chatNow,
      quoteOf(chatNow, request),
      { longestSide: 1024, seconds: request.seconds },
      means(available),
    );

  test('fewer, a cheaper model, a pack, or waiting', () => {
    expect(remedies(grand, 40)).toEqual([
      { kind: 'fewer', count: 3, total: 36 },
      {
        kind: 'cheaper',
        request: { ...grand, model: 'image-studio', quality: 'basic' },
        total: 16,
      },
      { kind: 'wait', renewsAt: day(30), credits: 600 },
    ]);
  });
  test('B5 a pack is offered when the allowance is used up, not before', () => {
    const packs = (available: number, allowance = available) =>
      remediesFor(
        chatNow,
        quoteOf(chatNow, grand),
        { longestSide: 1024, seconds: null },
        means(available, { allowance: credits(allowance) }),
      ).flatMap((remedy) => (remedy.kind === 'pack' ? [remedy.pack.id] : []));
    expect(packs(0)).toEqual(['pack-small', 'pack-large']);
    // The cheapest picture costs 2: what is left pays for nothing.
    expect(packs(1)).toEqual(['pack-small', 'pack-large']);
    expect(packs(2)).toEqual([]);
    expect(packs(40, 0)).toEqual(['pack-small', 'pack-large']);
  });
  test('without a plan nothing is offered that needs one', () => {
    const square = { longestSide: 1024, seconds: null };
    const broke = means(0, { planId: null, renewal: null });
    expect(remediesFor(chatNow, quoteOf(chatNow, grand), square, broke)).toEqual([]);
    expect(remediesFor(aiStudios, quoteOf(aiStudios, {}), square, broke)).toEqual([]);
  });
  test('no model is offered that can not make a picture of that size', () => {
    const large = remediesFor(
      chatNow,
      quoteOf(chatNow, grand),
      { longestSide: 2048, seconds: null },
      means(40, { renewal: null }),
    );
    expect(large.map(({ kind }) => kind)).toEqual(['fewer']);
  });
  test('with nothing left neither fewer nor cheaper helps', () => {
    const kinds = remedies(grand, 0).map(({ kind }) => kind);
    expect(kinds).toEqual(['pack', 'pack', 'wait']);
  });
  test('fewer and cheaper are always within what is there, and less than was asked', () => {
    for (const request of [grand, clip, { ...clip, count: 7 }, picture]) {
      const { total } = quoteOf(chatNow, request);
      for (let available = 0; available < total; available += 1) {
        for (const remedy of remedies(request, available)) {
          if (remedy.kind !== 'fewer' && remedy.kind !== 'cheaper') continue;
          expect(remedy.total).toBeLessThanOrEqual(available);
          if (remedy.kind === 'fewer') expect(remedy.count).toBeLessThan(request.count);
        }
      }
    }
  });
  test('nothing is called cheaper that costs as much', () => {
    const cheaper = remedies(grand, 500).find(({ kind }) => kind === 'cheaper');
    expect(cheaper).toMatchObject({
      request: { model: 'image-studio', quality: 'basic' },
      total: 16,
    });
  });
  test('A10 an add-on is offered to its plan alone', () => {
    const quote = quoteOf(aiStudios, { count: 30 });
    const square = { longestSide: 1024, seconds: null };
    const offered = (planId: string) =>
      remediesFor(aiStudios, quote, square, means(0, { planId, renewal: null })).map((remedy) =>
        remedy.kind === 'add-on' ? remedy.addOn.id : remedy.kind,
      );
    expect(offered('personal')).toEqual(['personal-unit']);
    expect(offered('team')).toEqual(['team-unit']);
    expect(offered('free')).toEqual([]);
  });
});
