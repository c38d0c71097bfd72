import { expect, test } from 'vitest';
import { firstFields } from '../../../src-renderer/stores/draft-fields';
import { keptFields } from '../../../src-renderer/stores/kept-fields';

test('a form that was kept comes back whole', () => {
  const kept = {
    ...firstFields,
    tool: 'playground',
    prompt: 'x'.repeat(2500),
    blanks: { subject: 'a boat' },
    source: { sha256: 'ab'.repeat(32), width: 5, height: 5 },
    contenders: [{ model: 'gone', quality: 'premium', style: 'ink' }],
  };
  expect(keptFields(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test.each([
  ['tool', 'crayon'],
  ['prompt', 7],
  ['prompt', 'x'.repeat(100_000)],
  ['count', '4'],
  ['seed', Number.NaN],
  ['mask', '../../secret'],
  ['source', { sha256: 'no', width: 1, height: 1 }],
  ['contenders', Array.from({ length: 5 }, () => ({ model: 'a', quality: 'basic', style: 'ink' }))],
  ['blanks', ['a']],
])('a field that can not be read is left out: %s', (name, value) => {
  const fields = keptFields({ ...firstFields, [name]: value });
  expect(fields).not.toHaveProperty(name);
  expect(Object.keys(fields ?? {})).toHaveLength(Object.keys(firstFields).length - 1);
});

test('what an older Tally kept is completed, and what this one does not know is dropped', () => {
  expect(keptFields({ prompt: 'a boat', colour: 'red' })).toEqual({ prompt: 'a boat' });
});

test.each([null, 'text', 3, [], undefined])('%o is no form', (data) =>
  expect(keptFields(data)).toBeNull(),
);
