import { describe, expect, test } from 'vitest';
import { type DraftFields, firstFields } from '../../../src-renderer/stores/draft-fields';
import { isSame, nextContender } from '../../../src-renderer/stores/fit-contenders';
import { fitToCard, mostSideOf } from '../../../src-renderer/stores/fit-draft';
import { aiStudios, chatNow } from '../../helpers/cards';

const form: DraftFields = { ...firstFields, tool: 'playground', prompt: 'a boat' };

describe('the contenders of a comparison', () => {
  test('are at least two, of different models where the card has them', () => {
    const { contenders } = fitToCard(form, chatNow);
    expect(contenders.map(({ model }) => model)).toEqual(['image-studio', 'image-swift']);
  });
  test('are of different qualities where the card has one model', () => {
    const { contenders } = fitToCard(form, aiStudios);
    expect(contenders.map(({ quality }) => quality)).toEqual(['basic', 'premium']);
  });
  test('each further one is another, up to many', () => {
    for (const card of [aiStudios, chatNow]) {
      let fields = fitToCard(form, card);
      for (let count = 2; count < 12; count += 1) {
        const next = nextContender(fields, card);
        if (next === null) throw new Error('there is no other');
        expect(fields.contenders.some((known) => isSame(known, next))).toBe(false);
        fields = { ...fields, contenders: [...fields.contenders, next] };
      }
    }
  });
  test('that the card does not have give way, and a quality to one that the model has', () => {
    const contenders = [
      { model: 'gone', quality: 'basic', style: 'ink' },
      { model: 'image-grand', quality: 'basic', style: 'oil' },
      { model: 'image-swift', quality: 'premium', style: 'ink' },
    ] as const;
    expect(fitToCard({ ...form, contenders }, chatNow).contenders).toEqual([
      { model: 'image-grand', quality: 'premium', style: 'oil' },
      { model: 'image-swift', quality: 'basic', style: 'ink' },
    ]);
  });
  test('have a size that each of them can make', () => {
    const fitted = fitToCard({ ...form, width: 2048, height: 1024 }, chatNow);
    expect(mostSideOf(fitted, chatNow)).toBe(1024);
    expect(fitted).toMatchObject({ width: 1024, height: 512 });
  });
});
