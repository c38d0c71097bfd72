// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { deedOf } from '../../../src-renderer/create/deed-words';
import { editPrices } from '../../../src-renderer/edit/cheapest-model';
import {
  batchesOf,
  type DraftFields,
  firstFields,
} from '../../../src-renderer/stores/draft-fields';
import { fieldsOfRequest } from '../../../src-renderer/stores/reuse-request';
import { requestSchema } from '../../../src-shared/jobs/request';
import { chatNow } from '../../helpers/cards';

const hash = 'a'.repeat(64);
const editing: DraftFields = {
  ...firstFields,
  tool: 'edit',
  prompt: 'a {red|blue} boat',
  model: 'image-studio',
  count: 2,
  seed: 7,
  source: { sha256: hash, width: 512, height: 384 },
  mask: 'b'.repeat(64),
};

function onlyBatch(fields: DraftFields) {
  const [batch, ...others] = batchesOf(fields);
  if (batch === undefined || others.length > 0) throw new Error('one batch was expected');
  return batch;
}

describe('B1 what the Edit form asks for', () => {
  test.each(['restyle', 'vary', 'inside', 'extend', 'enlarge'] as const)(
    '%s is a request that the main process understands',
    (edit) => {
      const { request } = onlyBatch({ ...editing, edit });
      expect(requestSchema.parse(request)).toEqual(request);
    },
  );

  test('a picture is enlarged once, the same way whatever words and seed stand in the form', () => {
    const first = onlyBatch({ ...editing, edit: 'enlarge' });
    const second = onlyBatch({ ...editing, edit: 'enlarge', prompt: 'else', seed: 8, count: 9 });
    expect(first).toEqual(second);
    expect(first.count).toBe(1);
    expect(first.request).toMatchObject({ width: 1024, height: 768, prompt: '' });
  });

  test('the other ways make as many as are asked for', () => {
    expect(onlyBatch({ ...editing, edit: 'vary' }).count).toBe(4);
  });

  test('settings used again leave the words of the form where something was enlarged', () => {
    const fields = fieldsOfRequest(onlyBatch({ ...editing, edit: 'enlarge' }).request);
    expect(fields).not.toHaveProperty('prompt');
    expect(fields).toMatchObject({ tool: 'edit', edit: 'enlarge', source: editing.source });
  });
});

test('the button says what a press does', () => {
  const one = { ...editing, prompt: '', count: 1 };
  expect(deedOf(one)).toBe('Restyle');
  expect(deedOf({ ...one, edit: 'vary', count: 3 })).toBe('Vary 3 times');
  expect(deedOf({ ...editing, edit: 'enlarge', factor: 4 })).toBe('Refine 4×');
  expect(deedOf({ ...one, tool: 'image', count: 2 })).toBe('Generate 2');
});

test('B1 what an edit costs is listed from the cheapest on', () => {
  const prices = editPrices(chatNow);
  expect(prices[0]).toMatchObject({ model: 'image-swift', quality: 'basic' });
  const credits = prices.map((price) => price.credits);
  expect(credits).toEqual([...credits].sort((left, right) => left - right));
});
