import { expect, test } from 'vitest';
import { checkSubmission } from '../../../src-shared/jobs/check-submission';
import { foxRequest } from '../../helpers/test-studio';

const asked = (prompt: string, count: number, literal = false) =>
  checkSubmission({ ...foxRequest, prompt }, count, 2048, literal);

test('every prompt that a template stands for must be one', () => {
  expect(asked('{cat|dog}', 2)).toBeNull();
  expect(asked('{cat|}', 2)).toEqual({ code: 'prompt-empty' });
  expect(asked('{|}', 1)).toEqual({ code: 'prompt-empty' });
  expect(asked('{cat|} asleep', 2)).toBeNull();
});

test('a prompt to the letter stands for itself', () => {
  expect(asked('{cat|}', 1, true)).toBeNull();
  expect(asked('{cat|dog|owl}', 2, true)).toBeNull();
  expect(asked('{cat|dog|owl}', 2)).toMatchObject({ code: 'count-uneven', prompts: 3 });
});
