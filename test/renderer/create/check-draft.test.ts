// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { checkDraft, fieldOf } from '../../../src-renderer/create/check-draft';
import { arithmeticOf } from '../../../src-renderer/create/receipt-slip';
import { draftStore } from '../../../src-renderer/stores/draft';
import type { DraftFields } from '../../../src-renderer/stores/draft-fields';
import { fitToCard } from '../../../src-renderer/stores/fit-draft';
import type { RateCard } from '../../../src-shared/billing/card/rate-card';
import { credits } from '../../../src-shared/billing/credits';
import { aiStudios, chatNow, quoteOf } from '../../helpers/cards';
import { balanceOf } from '../../helpers/page-records';

type Circumstances = { card?: RateCard; available?: number };

/** The check of a draft with a prompt, changed by `fields`. */
function checked(
  fields: Partial<DraftFields>,
  { card = aiStudios, available = 16 }: Circumstances = {},
) {
  const draft = { ...draftStore.getInitialState(), prompt: 'a heron' };
  const balance = balanceOf(available);
  const setting = { card, planId: 'free', seat: 'seat', renewal: null, balance, repriced: null };
  return checkDraft({ ...fitToCard(draft, card), ...fields }, setting);
}

describe('the receipt of a draft', () => {
  test('A1 says what two pictures cost and what is left', () => {
    const { receipt, refusal } = checked({ count: 2 });
    expect(refusal).toBeNull();
    expect(receipt).toMatchObject({ kind: 'payable', before: 16, after: 14 });
    expect(receipt?.quotes.map(arithmeticOf)).toEqual(['2 images × 1 credit']);
  });

  test('B10 follows the model and the quality', () => {
    const { receipt } = checked({ model: 'image-grand', quality: 'premium' }, { card: chatNow });
    expect(receipt?.total).toBe(12);
  });

  test('stands while the prompt is still empty, which is refused', () => {
    const { receipt, refusal } = checked({ prompt: '  ' });
    expect(receipt?.total).toBe(1);
    expect(refusal).toEqual({ code: 'prompt-empty' });
  });

  test('shows the price of the main process where it named another', () => {
    const quote = { ...quoteOf(aiStudios, { quality: 'basic' }), total: credits(3) };
    const balance = balanceOf(16);
    const plan = { card: aiStudios, planId: 'free', seat: 'seat', renewal: null };
    const setting = { ...plan, balance, repriced: quote };
    const draft = fitToCard({ ...draftStore.getInitialState(), prompt: 'x' }, aiStudios);
    expect(checkDraft(draft, setting).receipt).toMatchObject({
      quotes: [quote],
      total: 3,
      after: 13,
    });
  });
});

describe('a refusal', () => {
  test.each([
    [{ count: 0 }, 'count-invalid', 'count'],
    [{ count: 1.5 }, 'count-invalid', 'count'],
    [{ count: 1_000_000_000 }, 'count-invalid', 'count'],
    [{ width: 4096 }, 'size-invalid', 'size'],
    [{ seed: -1 }, 'seed-invalid', 'seed'],
    [{ style: 'crayon' }, 'style-unknown', 'style'],
    [{ model: 'none' }, 'model-unknown', 'model'],
    [{ prompt: 'x'.repeat(10_000) }, 'prompt-too-long', 'prompt'],
    [{ negativePrompt: 'x'.repeat(2001) }, 'prompt-too-long', 'negativePrompt'],
  ] as const)('of %o belongs to its control', (fields, code, field) => {
    const { refusal } = checked(fields);
    expect(refusal?.code).toBe(code);
    expect(refusal && fieldOf(refusal)).toBe(field);
  });

  test('of too little credit says how much is missing and what can be made instead', () => {
    const { receipt, refusal } = checked({ count: 6 }, { card: chatNow, available: 10 });
    expect(receipt).toMatchObject({ kind: 'short', missing: 14 });
    expect(refusal).toMatchObject({ code: 'not-enough-credits', needed: 24, missing: 14 });
    const remedies = refusal?.code === 'not-enough-credits' ? refusal.remedies : [];
    expect(remedies[0]).toMatchObject({ kind: 'fewer', count: 2, total: 8 });
  });
});

describe('a press that compares', () => {
  const contenders = [
    { model: 'image-studio', quality: 'premium', style: 'ink' },
    { model: 'image-swift', quality: 'basic', style: 'oil' },
  ] as const;
  const compared = { tool: 'playground', contenders, prompt: 'a {red|blue} boat' } as const;

  test('B10 has a line for each contender and one total', () => {
    const { receipt, batches, refusal } = checked(compared, { card: chatNow, available: 40 });
    expect(refusal).toBeNull();
    expect(batches.map(({ request, count }) => [request.model, request.style, count])).toEqual([
      ['image-studio', 'ink', 2],
      ['image-swift', 'oil', 2],
    ]);
    expect(receipt).toMatchObject({ total: 16, after: 24 });
    expect(receipt?.quotes.map(({ total }) => total)).toEqual([12, 4]);
  });

  test('is refused as a whole, and offered neither fewer nor cheaper of one of them', () => {
    const { refusal } = checked(compared, { card: chatNow, available: 15 });
    expect(refusal).toMatchObject({ code: 'not-enough-credits', needed: 16, missing: 1 });
    const remedies = refusal?.code === 'not-enough-credits' ? refusal.remedies : [];
    expect(remedies.map(({ kind }) => kind)).not.toContain('fewer');
    expect(remedies.map(({ kind }) => kind)).not.toContain('cheaper');
  });

  test('A1 is refused where two would make the same picture, told at the contenders', () => {
    const twins = [contenders[0], contenders[1], { ...contenders[0] }];
    const circumstances = { card: chatNow, available: 40 };
    const { refusal } = checked({ ...compared, contenders: twins }, circumstances);
    expect(refusal).toEqual({ code: 'contenders-alike' });
    expect(refusal && fieldOf(refusal)).toBe('model');
  });

  test('takes the price that the main process named for the contender that it is about', () => {
    const told = quoteOf(chatNow, { model: 'image-swift', quality: 'basic', count: 2 });
    const repriced = { ...told, total: credits(7) };
    const setting = { card: chatNow, planId: null, seat: 'seat', renewal: null, repriced };
    const fields = { ...draftStore.getInitialState(), ...compared };
    const { receipt } = checkDraft(fields, { ...setting, balance: balanceOf(40) });
    expect(receipt?.quotes.map(({ total }) => total)).toEqual([12, 7]);
  });
});

describe('a template', () => {
  test('with an empty blank is refused at its field, and priced all the same', () => {
    const { receipt, refusal } = checked({ prompt: 'a [subject]' });
    expect(refusal).toEqual({ code: 'blank-empty', blank: 'subject' });
    expect(refusal && fieldOf(refusal)).toBe('blanks');
    expect(receipt?.total).toBe(1);
  });

  test('A1 counts the alternatives that stand in a blank', () => {
    const fields = { prompt: 'a [subject]', blanks: { subject: '{fox|hare|owl}' }, count: 2 };
    const { receipt, batches } = checked(fields);
    expect(receipt?.total).toBe(6);
    expect(batches[0]?.request.prompt).toBe('a {fox|hare|owl}');
  });
});
