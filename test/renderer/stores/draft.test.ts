// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { draftStore } from '../../../src-renderer/stores/draft';
import { fitToCard, fitToModel, recommendedId } from '../../../src-renderer/stores/fit-draft';
import { aiStudios, chatNow, quoteOf } from '../../helpers/cards';
import { anyRequest } from '../../helpers/page-records';

const untouched = draftStore.getInitialState();
const draft = () => draftStore.getState();

beforeEach(() => draftStore.setState(untouched, true));

describe('the batch id', () => {
  test('is a UUID and stays while nothing changes', () => {
    const { batchId } = draft();
    expect(batchId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    draft().beginSubmit();
    expect(draft().batchId).toBe(batchId);
  });

  test('is a new one as soon as the form says something else', () => {
    const { batchId } = draft();
    draft().change({ prompt: 'a heron' });
    expect(draft().batchId).not.toBe(batchId);
  });

  test('outlives a submission without an answer, so that pressing again is a repeat', () => {
    const { batchId } = draft();
    draft().beginSubmit();
    draft().giveUp();
    expect(draft()).toMatchObject({ batchId, submission: 'none' });
  });

  test('is a new one after an answer, accepted or refused', () => {
    const { batchId } = draft();
    draft().beginSubmit();
    draft().accepted();
    const second = draft().batchId;
    draft().rested();
    draft().beginSubmit();
    draft().refused({ code: 'prompt-empty' });
    expect(new Set([batchId, second, draft().batchId]).size).toBe(3);
  });
});

describe('a double click', () => {
  test('submits once while the first press is under way', () => {
    expect(draft().beginSubmit()).toBe(true);
    expect(draft().beginSubmit()).toBe(false);
  });

  test('submits once when the answer comes between the two presses', () => {
    draft().beginSubmit();
    draft().accepted();
    expect(draft().beginSubmit()).toBe(false);
    draft().rested();
    expect(draft().beginSubmit()).toBe(true);
  });

  test('is none when the form was changed between two presses', () => {
    draft().beginSubmit();
    draft().accepted();
    draft().change({ prompt: 'something else' });
    expect(draft().beginSubmit()).toBe(true);
  });
});

describe('another tool', () => {
  test('asks anew how many, and keeps the words; the same tool keeps both', () => {
    draft().change({ prompt: 'a heron', count: 4 });
    draft().changeAndFit({ style: 'ink' }, aiStudios);
    expect(draft().count).toBe(4);
    draft().changeAndFit({ tool: 'video' }, aiStudios);
    expect(draft()).toMatchObject({ prompt: 'a heron', count: 1, model: 'video-generator' });
    draft().changeAndFit({ tool: 'image', count: 3 }, aiStudios);
    expect(draft().count).toBe(3);
  });
});

describe('after Generate', () => {
  test('a locked seed stays', () => {
    draft().change({ seed: 5, seedLocked: true });
    draft().beginSubmit();
    draft().accepted();
    expect(draft().seed).toBe(5);
  });

  test('everything but the seed stays as it is', () => {
    draft().change({ prompt: 'a heron', count: 3, width: 640 });
    draft().beginSubmit();
    draft().accepted();
    expect(draft()).toMatchObject({ prompt: 'a heron', count: 3, width: 640 });
  });
});

describe('a refusal', () => {
  test('of a changed price brings the new quote, until the form changes', () => {
    const quote = quoteOf(aiStudios, { count: 2 });
    draft().refused({ code: 'price-changed', quote });
    expect(draft().repriced).toBe(quote);
    draft().change({ count: 1 });
    expect(draft()).toMatchObject({ repriced: null, refusal: null });
  });
});

describe('fitting a card', () => {
  test('B11 a draft of no model of the card gets the recommended one', () => {
    draft().adoptCard(chatNow);
    expect(draft().model).toBe(recommendedId(chatNow));
  });

  test('a quality that the model does not have gives way to one that it has', () => {
    const fields = { ...untouched, model: 'image-grand', quality: 'basic' } as const;
    expect(fitToCard(fields, chatNow).quality).toBe('premium');
  });

  test('a picture too large for the model shrinks in proportion, to multiples of 8', () => {
    const swift = chatNow.models.find((model) => model.id === 'image-swift');
    if (swift === undefined) throw new Error('the card has lost its model');
    const fitted = fitToModel({ ...untouched, width: 2048, height: 1152 }, swift);
    expect(fitted).toMatchObject({ model: 'image-swift', width: 1024, height: 576 });
  });

  test('what is reused keeps its seed and locks it', () => {
    draft().reuse({ ...anyRequest, seed: 99 }, aiStudios);
    expect(draft()).toMatchObject({ prompt: anyRequest.prompt, seed: 99, seedLocked: true });
  });
});
