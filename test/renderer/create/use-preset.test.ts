import { describe, expect, test } from 'vitest';
import { builtInPresets, builtInTemplates } from '../../../src-renderer/create/built-in';
import { presetIn, withPreset } from '../../../src-renderer/create/use-preset';
import { type DraftFields, firstFields } from '../../../src-renderer/stores/draft-fields';
import { type Preset, presetsSchema, templatesSchema } from '../../../src-renderer/stores/presets';
import { promptsOf } from '../../../src-shared/jobs/prompt-alternatives';
import { blanksOf } from '../../../src-shared/jobs/prompt-blanks';

const stormy: Preset = {
  id: 'stormy',
  name: 'Stormy',
  style: 'ink',
  words: 'stormy sky',
  without: 'people',
  width: 512,
  height: 256,
};
const calm: Preset = { ...stormy, id: 'calm', style: 'oil', words: 'calm sea', without: '' };
const known = [stormy, calm];
const fields: DraftFields = { ...firstFields, prompt: 'a boat', negativePrompt: 'fog' };

describe('a preset', () => {
  test('brings its style, size and words', () => {
    expect(withPreset(fields, stormy, known)).toMatchObject({
      style: 'ink',
      width: 512,
      height: 256,
      prompt: 'a boat, stormy sky',
      negativePrompt: 'fog, people',
    });
  });
  test('takes the place of the one before, words and all', () => {
    const changed = withPreset(withPreset(fields, stormy, known), calm, known);
    expect(changed).toMatchObject({ prompt: 'a boat, calm sea', negativePrompt: 'fog' });
    expect(presetIn(changed, known)).toBe(calm);
  });
  test('taken twice adds its words once', () => {
    const twice = withPreset(withPreset(fields, stormy, known), stormy, known);
    expect(twice.prompt).toBe('a boat, stormy sky');
  });
  test('begins an empty prompt and leaves an empty one', () => {
    const begun = withPreset({ ...fields, prompt: '' }, stormy, known);
    expect(begun.prompt).toBe('stormy sky');
    expect(withPreset(begun, { ...calm, words: '' }, known).prompt).toBe('');
  });
  test('is no more in the form once its style or words are changed', () => {
    const changed = withPreset(fields, stormy, known);
    expect(presetIn({ ...changed, style: 'oil' }, known)).toBeNull();
    expect(presetIn({ ...changed, prompt: 'a boat' }, known)).toBeNull();
  });
});

test('what comes with Tally could be kept as one’s own', () => {
  expect(presetsSchema.parse(builtInPresets)).toEqual(builtInPresets);
  expect(templatesSchema.parse(builtInTemplates)).toEqual(builtInTemplates);
  for (const { prompt } of builtInTemplates) {
    expect(blanksOf(prompt).length).toBeGreaterThan(0);
    expect(promptsOf(prompt)?.length ?? 1).toBeLessThanOrEqual(4);
  }
});
