// @vitest-environment happy-dom
import { implement, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tally } from '../../../src-renderer/app/bridge';
import { pressForm, pressStore } from '../../../src-renderer/chat/form-press';
import { fieldsOfForm, openForm } from '../../../src-renderer/chat/open-form';
import { creditsStore } from '../../../src-renderer/stores/credits';
import { draftStore } from '../../../src-renderer/stores/draft';
import { handedTopicStore } from '../../../src-renderer/stores/handed-topic';
import { queueStore } from '../../../src-renderer/stores/queue';
import { screenStore } from '../../../src-renderer/stores/screen';
import type { ChatForm } from '../../../src-shared/chat/form';
import { prepareForm } from '../../../src-shared/chat/prepare-form';
import { readWish } from '../../../src-shared/chat/read-wish';
import { contract } from '../../../src-shared/contract/contract';
import type { JobsChanged } from '../../../src-shared/contract/jobs';
import { aiStudios, quoteOf } from '../../helpers/cards';
import { serveScreens } from '../../helpers/page-client';
import { balanceOf, jobWith } from '../../helpers/page-records';
import { reset } from '../../helpers/page-stores';

type Submission = Parameters<Tally['jobs']['submit']>[0];

const answer: JobsChanged = { jobs: [jobWith({ id: 'new' })], balance: balanceOf(12) };
const outcomes: (() => JobsChanged)[] = [];
let submissions: Submission[] = [];

serveScreens({
  jobs: {
    submit: implement(contract).jobs.submit.handler(({ input }) => {
      submissions.push(input);
      return outcomes.shift()?.() ?? answer;
    }),
  },
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  submissions = [];
  outcomes.length = 0;
  for (const store of [pressStore, queueStore, creditsStore]) reset<object>(store);
  reset(draftStore);
  reset(screenStore);
});
afterEach(() => vi.useRealTimers());

function formOf(words: string): ChatForm {
  const wish = readWish(words);
  const prepared = wish === null ? null : prepareForm(aiStudios, wish);
  if (prepared?.kind !== 'form') throw new Error(`no form: ${words}`);
  return prepared.form;
}

const foxes = formOf('four ink images of a fox');
const quote = quoteOf(aiStudios, { count: 4 });
const press = () => pressForm('chat 2 0', foxes, quote);
const state = () => pressStore.getState().presses.get('chat 2 0');

test('a press submits the form at the price that it shows, and the answer is taken over', async () => {
  await press();
  expect(submissions).toMatchObject([
    {
      count: 4,
      request: { tool: 'image', prompt: 'a fox', style: 'ink' },
      accepted: { card: { id: 'ai-studios' }, total: 4 },
    },
  ]);
  expect(state()).toMatchObject({ accepted: 1, problem: null });
  expect(creditsStore.getState().balance?.available).toBe(12);
});

test('two presses at once, and one right after the answer, submit once', async () => {
  await Promise.all([press(), press()]);
  await press();
  expect(submissions).toHaveLength(1);
  vi.runAllTimers();
  await press();
  expect(submissions).toHaveLength(2);
  expect(submissions[1]?.batchId).not.toBe(submissions[0]?.batchId);
  expect(submissions[1]?.request.seed).not.toBe(submissions[0]?.request.seed);
});

test('a press without an answer is repeated as the same batch', async () => {
  outcomes.push(() => {
    throw new Error('something broke');
  });
  await press();
  expect(state()?.problem).toMatch(/did not answer/);
  await press();
  expect(submissions[1]?.batchId).toBe(submissions[0]?.batchId);
  expect(submissions[1]?.request.seed).toBe(submissions[0]?.request.seed);
});

test('a price that changed is told, and the next press is another batch', async () => {
  const dearer = quoteOf(aiStudios, { count: 5 });
  outcomes.push(() => {
    throw new ORPCError('REFUSED', {
      status: 422,
      defined: true,
      data: { code: 'price-changed', quote: dearer },
    });
  });
  await press();
  expect(state()).toMatchObject({ accepted: 0, repriced: { total: 5 } });
  expect(state()?.problem).toMatch(/price has changed to 5 credits/);
  await pressForm('chat 2 0', foxes, dearer);
  expect(submissions[1]).toMatchObject({ accepted: { total: 5 } });
  expect(submissions[1]?.batchId).not.toBe(submissions[0]?.batchId);
});

test.each(['enlarge this picture', 'animate this picture', 'storyboard about bees'])(
  '«%s» can’t be submitted from the chat',
  async (words) => {
    await pressForm('chat 4 0', formOf(words), quote);
    expect(submissions).toEqual([]);
  },
);

test('a form opened in Create stands there as it was prepared', () => {
  openForm(formOf('a cheap 10 second vertical 1080p webm clip of waves'), aiStudios);
  expect(screenStore.getState().screen).toBe('create');
  expect(draftStore.getState()).toMatchObject({
    tool: 'video',
    prompt: 'waves',
    seconds: 10,
    clipSize: '1080p-9:16',
    format: 'webm',
    model: 'video-generator',
    quality: 'basic',
  });
});

test('an enlargement opens the edit form, with its factor', () =>
  expect(fieldsOfForm(formOf('enlarge it 3 times'))).toMatchObject({
    tool: 'edit',
    edit: 'enlarge',
    factor: 3,
  }));

test('a storyboard’s topic is handed to its screen', () => {
  openForm(formOf('a storyboard with 8 scenes about bees'), aiStudios);
  expect(screenStore.getState().screen).toBe('storyboard');
  expect(handedTopicStore.getState().topic).toBe('bees');
});
