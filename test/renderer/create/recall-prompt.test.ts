import { expect, test } from 'vitest';
import {
  beginRecall,
  type Recall,
  shownBy,
  stepRecall,
} from '../../../src-renderer/create/recall-prompt';

function walk(recall: Recall, ...steps: ('older' | 'newer')[]): string[] {
  let at = recall;
  return steps.map((step) => {
    at = stepRecall(at, step);
    return shownBy(at);
  });
}

test('goes back to the oldest and forth again to the text that was not sent', () => {
  const recall = beginRecall(['newest', 'older'], 'unsent');
  expect(walk(recall, 'older', 'older', 'older', 'newer', 'newer', 'newer', 'older')).toEqual([
    'newest',
    'older',
    'older',
    'newest',
    'unsent',
    'unsent',
    'newest',
  ]);
});

test('does not offer the text that stands there already', () => {
  expect(walk(beginRecall(['same', 'other'], 'same'), 'older', 'older')).toEqual([
    'other',
    'other',
  ]);
});

test('stays where it is without former prompts', () => {
  expect(walk(beginRecall([], 'unsent'), 'older', 'newer')).toEqual(['unsent', 'unsent']);
});
