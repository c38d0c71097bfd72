import { describe, expect, test } from 'vitest';
import { quote } from '../../../src-shared/billing/card/quote';
import { instant } from '../../../src-shared/billing/instant';
import { checkRequest, pricedRequestOf } from '../../../src-shared/jobs/request';
import { assemblyOf } from '../../../src-shared/storyboard/assemble-board';
import { boardSchema } from '../../../src-shared/storyboard/board';
import { changeScene, changeScenes, withVisual } from '../../../src-shared/storyboard/edit-board';
import { boardReceipt, priceBoard, priceLines } from '../../../src-shared/storyboard/price-board';
import {
  visualQualities,
  visualRequest,
  visualTool,
} from '../../../src-shared/storyboard/visual-request';
import { aiStudios, chatNow } from '../../helpers/cards';
import { documentBoard, sceneAt, topicBoard } from './sample-board';

const batch = '5b8f4f0e-6f4e-4d0f-9a55-0a9d2a1c7b1f';

function totalOf(card: typeof aiStudios, board: ReturnType<typeof topicBoard>): number {
  const price = priceBoard(card, board, board.scenes);
  if (price.kind === 'refused') throw new Error(JSON.stringify(price.refusal));
  return price.total;
}

describe('the price of a storyboard', () => {
  test('A5: basic visuals are free, premium ones are metered, chosen scene by scene', () => {
    const board = topicBoard();
    expect(totalOf(aiStudios, board)).toBe(0);
    const one = changeScene(board, sceneAt(board, 2).id, { quality: 'premium' });
    expect(totalOf(aiStudios, one)).toBe(1);
    expect(totalOf(aiStudios, changeScenes(board, { quality: 'premium' }))).toBe(6);
  });

  test('A5: a topic and a document each have the tool that the card names for them', () => {
    expect(visualTool(aiStudios, 'topic')).toBe('topic-to-video');
    expect(visualTool(aiStudios, 'document')).toBe('helper-visual');
    expect(totalOf(aiStudios, documentBoard())).toBe(0);
  });

  test('A3: a premium scene costs the same again each time it is made, with another seed', () => {
    const board = changeScenes(topicBoard(), { quality: 'premium' });
    const { id } = sceneAt(board, 0);
    const made = withVisual(board, id, '0b8f4f0e-6f4e-4d0f-9a55-0a9d2a1c7b1f');
    const again = withVisual(made, id, batch);
    expect(sceneAt(made, 0).seed).toBe(sceneAt(board, 0).seed);
    expect(sceneAt(again, 0).seed).not.toBe(sceneAt(made, 0).seed);
    expect(totalOf(aiStudios, again)).toBe(totalOf(aiStudios, board));
    expect(withVisual(again, id, batch)).toEqual(again);
  });

  test('A4: putting scenes together is never metered, on either card', () => {
    const board = topicBoard();
    const pictures = new Map(board.scenes.map(({ id }) => [id, 'a'.repeat(64)]));
    const request = assemblyOf(board, pictures);
    expect(checkRequest(request, 2048)).toBeNull();
    for (const card of [aiStudios, chatNow]) {
      const priced = quote(card, pricedRequestOf(request, 1));
      expect(priced).toMatchObject({ kind: 'quote', quote: { total: 0, tool: 'assembly' } });
    }
  });

  test('A4: scenes without a picture are left out of the film', () => {
    const board = topicBoard();
    const request = assemblyOf(board, new Map([[sceneAt(board, 1).id, 'b'.repeat(64)]]));
    expect(request.scenes.map(({ caption }) => caption)).toEqual([sceneAt(board, 1).caption]);
  });

  test('B1: where a card knows no storyboard, every visual is a picture and metered, basic too', () => {
    const board = topicBoard();
    expect(visualTool(chatNow, 'topic')).toBe('image');
    expect(visualQualities(chatNow, 'topic')).toEqual(['basic', 'premium']);
    const basic = totalOf(chatNow, board);
    const premium = totalOf(chatNow, changeScenes(board, { quality: 'premium' }));
    expect(basic).toBeGreaterThan(0);
    expect(premium).toBeGreaterThan(basic);
  });

  test('what is asked for is what is priced, and can be made', () => {
    for (const card of [aiStudios, chatNow]) {
      const board = changeScenes(topicBoard(), { quality: 'premium' });
      const price = priceBoard(card, board, board.scenes);
      if (price.kind === 'refused') throw new Error('no price');
      for (const [index, scene] of board.scenes.entries()) {
        const request = visualRequest(card, board, scene);
        const longest = card.models.find(({ id }) => id === request.model)?.longestSide ?? 0;
        expect(checkRequest(request, longest)).toBeNull();
        const { width, height } = request;
        expect(width / height).toBeCloseTo(16 / 9, 1);
        const asked = quote(card, pricedRequestOf(request, 1));
        expect(asked).toEqual({ kind: 'quote', quote: price.scenes[index]?.quote });
      }
    }
  });

  test('scenes of one price stand on one line, and the lines add up', () => {
    const board = changeScene(topicBoard(), '1', { quality: 'premium' });
    const price = priceBoard(aiStudios, board, board.scenes);
    if (price.kind === 'refused') throw new Error('no price');
    const lines = priceLines(price.scenes);
    expect(lines.map(({ quality, count, total }) => [quality, count, total])).toEqual([
      ['premium', 1, 1],
      ['basic', 5, 0],
    ]);
  });

  test('a receipt without enough credit says what is missing', () => {
    const board = changeScenes(topicBoard(), { quality: 'premium' });
    const price = priceBoard(aiStudios, board, board.scenes);
    if (price.kind === 'refused') throw new Error('no price');
    expect(boardReceipt(price.total, [], instant(0))).toMatchObject({ kind: 'short', missing: 6 });
  });

  test('a board survives being written and read', () => {
    const board = topicBoard();
    expect(boardSchema.parse(JSON.parse(JSON.stringify(board)))).toEqual(board);
  });
});
