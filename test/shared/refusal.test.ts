import { describe, expect, test } from 'vitest';
import type { Remedy } from '../../src-shared/billing/card/advice';
import { credits } from '../../src-shared/billing/credits';
import {
  type DataProblem,
  describeRefusal,
  isRetryable,
  type Refusal,
  type RefusalCode,
} from '../../src-shared/refusal';
import { describeRemedy } from '../../src-shared/work-refusal';
import { aiStudios, chatNow, onePicture, quoteOf } from '../helpers/cards';
import { day } from '../helpers/ledger-story';

const [addOn] = aiStudios.addOns;
const [pack] = chatNow.packs;
if (addOn === undefined || pack === undefined) throw new Error('the cards sell both');

const remedies: readonly Remedy[] = [
  { kind: 'fewer', count: 3, total: credits(36) },
  { kind: 'cheaper', request: onePicture, total: credits(4) },
  { kind: 'add-on', addOn },
  { kind: 'pack', pack },
  { kind: 'wait', renewsAt: day(31), credits: credits(60) },
];
const short = { needed: credits(48), available: credits(40), missing: credits(8) };

/** One example of every code; the type makes a new code without an example fail to compile. */
const examples: { readonly [code in RefusalCode]: Extract<Refusal, { code: code }> } = {
  'tool-unknown': { code: 'tool-unknown', tool: 'docs-to-video' },
  'model-unknown': { code: 'model-unknown', model: 'gone', known: ['image-swift', 'image-grand'] },
  'quality-unsupported': {
    code: 'quality-unsupported',
    model: 'image-swift',
    supported: ['basic'],
  },
  'count-invalid': { code: 'count-invalid', count: 1.5, limit: 100 },
  'duration-invalid': { code: 'duration-invalid', seconds: null, limit: 60 },
  'prompt-empty': { code: 'prompt-empty' },
  'contenders-alike': { code: 'contenders-alike' },
  'blank-empty': { code: 'blank-empty', blank: 'subject' },
  'prompt-too-long': { code: 'prompt-too-long', field: 'prompt', length: 10_000, limit: 2000 },
  'style-unknown': { code: 'style-unknown', style: 'cubist', known: ['ink', 'oil'] },
  'size-invalid': {
    code: 'size-invalid',
    width: 4096,
    height: 100,
    least: 256,
    most: 2048,
    ratio: 3,
  },
  'document-unreadable': { code: 'document-unreadable', reason: 'it is damaged' },
  'topic-empty': { code: 'topic-empty' },
  'board-unknown': { code: 'board-unknown', boardId: 'board' },
  'scene-unknown': { code: 'scene-unknown', scene: '7' },
  'seed-invalid': { code: 'seed-invalid', seed: -1, limit: 2 ** 32 - 1 },
  'strength-invalid': { code: 'strength-invalid', strength: 101 },
  'margin-invalid': { code: 'margin-invalid', most: 2048 },
  'enlarged-too-large': { code: 'enlarged-too-large', width: 8192, height: 4096, most: 4096 },
  'clip-size-invalid': { code: 'clip-size-invalid', width: 640, height: 480 },
  'first-picture-missing': { code: 'first-picture-missing' },
  'last-picture-missing': { code: 'last-picture-missing' },
  'source-missing': { code: 'source-missing' },
  'chat-unknown': { code: 'chat-unknown', chatId: '2f4e' },
  'chat-answering': { code: 'chat-answering', chatId: '2f4e' },
  'message-empty': { code: 'message-empty' },
  'title-empty': { code: 'title-empty' },
  'model-address-invalid': { code: 'model-address-invalid', reason: 'not-loopback' },
  'model-name-missing': { code: 'model-name-missing' },
  'model-key-invalid': { code: 'model-key-invalid' },
  'mask-missing': { code: 'mask-missing' },
  'source-size-differs': { code: 'source-size-differs', expected: { width: 512, height: 512 } },
  'scenes-missing': { code: 'scenes-missing' },
  'scene-duration-invalid': { code: 'scene-duration-invalid', scene: 3, limit: 30 },
  'caption-too-long': { code: 'caption-too-long', scene: 3, limit: 400 },
  'input-missing': { code: 'input-missing', sha256: 'ab'.repeat(32) },
  'picture-unreadable': { code: 'picture-unreadable', reason: 'it is damaged' },
  'too-many-alternatives': { code: 'too-many-alternatives', limit: 100 },
  'count-uneven': { code: 'count-uneven', count: 5, prompts: 3 },
  'not-enough-credits': { code: 'not-enough-credits', ...short, remedies },
  'price-changed': { code: 'price-changed', quote: quoteOf(aiStudios, { count: 7 }) },
  'submission-differs': { code: 'submission-differs', batchId: 'batch', field: 'prompt' },
  'workspace-not-begun': { code: 'workspace-not-begun' },
  'workspace-already-begun': { code: 'workspace-already-begun', cardId: 'chatnow', planId: 'free' },
  'card-unknown': { code: 'card-unknown', cardId: 'gone', known: ['ai-studios', 'chatnow'] },
  'card-invalid': {
    code: 'card-invalid',
    file: 'mine.json',
    problems: [{ path: 'prices.0.credits', message: 'too small', line: 7, column: 3 }],
  },
  'plan-unknown': { code: 'plan-unknown', planId: 'gold', known: ['free', 'personal'] },
  'plan-needs-contract': { code: 'plan-needs-contract', planId: 'enterprise' },
  'plan-has-no-contract': { code: 'plan-has-no-contract', planId: 'team' },
  'contract-invalid': { code: 'contract-invalid', field: 'seats', value: 0, least: 1, most: 500 },
  'plan-running': { code: 'plan-running', planId: 'team' },
  'plan-not-running': { code: 'plan-not-running' },
  'plan-unchanged': { code: 'plan-unchanged', planId: 'team', cadence: 'annual' },
  'plan-ending': { code: 'plan-ending' },
  'contract-running': { code: 'contract-running', planId: 'enterprise' },
  'nothing-waiting': { code: 'nothing-waiting' },
  'seats-invalid': { code: 'seats-invalid', seats: 2, most: 1 },
  'plan-without-seats': { code: 'plan-without-seats', planId: 'personal' },
  'seats-full': { code: 'seats-full', room: 3 },
  'seat-unknown': { code: 'seat-unknown', seat: 'seat-9', known: ['seat-1', 'seat-2'] },
  'seat-active': { code: 'seat-active', seat: 'seat-2' },
  'seat-removed': { code: 'seat-removed', seat: 'seat-2' },
  'seat-needed': { code: 'seat-needed', seat: 'seat-1' },
  'add-on-unknown': {
    code: 'add-on-unknown',
    addOnId: 'gone',
    planId: 'team',
    known: ['team-unit'],
  },
  'unit-count-invalid': { code: 'unit-count-invalid', count: 0, most: 1000 },
  'units-unknown': { code: 'units-unknown', unit: 'order' },
  'pack-unknown': { code: 'pack-unknown', packId: 'gone', known: ['pack-small'] },
  'pack-not-yet': {
    code: 'pack-not-yet',
    packId: 'pack-small',
    left: credits(40),
    cheapest: credits(2),
  },
  'card-not-in-use': { code: 'card-not-in-use', cardId: 'chatnow' },
  'card-not-newer': { code: 'card-not-newer', version: '2026-01-01', newest: '2026-11-01' },
  'order-differs': { code: 'order-differs', orderId: 'order', field: 'count' },
  'order-price-changed': { code: 'order-price-changed', cents: 3000 },
  'card-text-invalid': {
    code: 'card-text-invalid',
    problems: [{ path: 'prices.0.credits', message: 'must not be negative', line: 12, column: 5 }],
  },
  'card-version-taken': { code: 'card-version-taken', cardId: 'mine', version: '2026-11-01' },
  'card-id-taken': { code: 'card-id-taken', cardId: 'chatnow' },
  'entry-not-a-charge': { code: 'entry-not-a-charge', entryId: 'hold:fox', kind: 'hold' },
  'backup-unknown': { code: 'backup-unknown', name: 'day-2026-01-01.sqlite' },
  'backup-foreign': { code: 'backup-foreign', name: 'day-2026-01-01.sqlite' },
  'span-invalid': { code: 'span-invalid', from: '2026-02-01', to: '2026-01-01' },
  'export-too-long': { code: 'export-too-long', lines: 12_345, limit: 10_000 },
  'print-failed': { code: 'print-failed', reason: 'it took too long' },
  'clock-not-test': { code: 'clock-not-test' },
  'clock-backward': { code: 'clock-backward', now: day(31) },
  'job-unknown': { code: 'job-unknown', jobId: 'job' },
  'job-ended': { code: 'job-ended', jobId: 'job', state: 'done' },
  'job-not-retryable': { code: 'job-not-retryable', jobId: 'job', state: 'running' },
  'asset-unknown': { code: 'asset-unknown', assetId: 'asset' },
  'asset-file-missing': { code: 'asset-file-missing', assetId: 'asset' },
  'asset-file-altered': { code: 'asset-file-altered', assetId: 'asset' },
  'folder-unwritable': { code: 'folder-unwritable', folder: 'Pictures', reason: 'read-only' },
  'folder-not-allowed': { code: 'folder-not-allowed' },
  'entry-unknown': { code: 'entry-unknown', entryId: 'hold:job:lot' },
  'data-unusable': { code: 'data-unusable', reason: 'damaged', folder: 'tally' },
};

function expectSentence(sentence: string) {
  expect(sentence).toMatch(/^\p{Lu}/u);
  expect(sentence).toMatch(/\.$/);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|Infinity|\s{2}|\.\.|!/);
  // One sentence, or one and what can be done.
  expect(sentence.split(/\.(?= \p{Lu})/u).length).toBeLessThanOrEqual(2);
}

const all = Object.values(examples);

describe('every refusal is a sentence that a person can act on', () => {
  test.each(all)('$code', (refusal) => expectSentence(describeRefusal(refusal)));
  test('no two codes say the same', () =>
    expect(new Set(all.map(describeRefusal)).size).toBe(all.length));
  test.each(all)('$code is either retryable or final', ({ code }) =>
    expect(isRetryable(code)).toBeTypeOf('boolean'),
  );
});

describe.each<DataProblem>([
  'damaged',
  'newer',
  'read-only',
  'in-use',
  'chain-broken',
  'disk-full',
  'not-a-test',
])('a data folder that is %s', (reason) => {
  const sentence = describeRefusal({ code: 'data-unusable', reason, folder: 'tally' });
  test('has a sentence with the folder and the way out', () => {
    expectSentence(sentence);
    expect(sentence).toContain('tally');
    expect(sentence).toMatch(/restore|update|make|close|choose/i);
  });
});

describe('the figures of a refusal are in its sentence', () => {
  test('too little credit: what it costs, what is there, what is missing', () => {
    const sentence = describeRefusal(examples['not-enough-credits']);
    for (const figure of ['48', '40', '8']) expect(sentence).toMatch(new RegExp(`\\b${figure}\\b`));
  });
  test('a prompt of 10,000 characters: its length and the limit', () => {
    const sentence = describeRefusal(examples['prompt-too-long']);
    expect(sentence).toContain('10,000');
    expect(sentence).toContain('2,000');
  });
  test('the negative prompt is named as such', () =>
    expect(describeRefusal({ ...examples['prompt-too-long'], field: 'negativePrompt' })).toContain(
      'negative prompt',
    ));
  test.each([0, 1.5, 1e9])('a count of %d: itself and the limit', (count) => {
    const sentence = describeRefusal({ code: 'count-invalid', count, limit: 100 });
    expect(sentence).toContain(`${count}`);
    expect(sentence).toContain('100');
  });
  test('a card that cannot be used: every problem with its place', () => {
    const problems = [
      { path: 'prices.0.credits', message: 'too small', line: 7, column: 3 },
      { path: 'plans', message: 'two plans have the same id', line: 9, column: 1 },
    ];
    const sentence = describeRefusal({ code: 'card-invalid', file: 'mine.json', problems });
    for (const { line, path, message } of problems) {
      expect(sentence).toContain(`line ${line}, ${path}: ${message}`);
    }
    expect(sentence).toContain('mine.json');
  });
});

describe('what can be done about too little credit', () => {
  test.each(remedies)('$kind is told', (remedy) => {
    const words = describeRemedy(remedy);
    expect(describeRefusal({ ...examples['not-enough-credits'], remedies: [remedy] })).toContain(
      words,
    );
    expectSentence(`You can ${words}.`);
  });
  test('the day of the renewal is told in words that sort', () =>
    expect(describeRemedy({ kind: 'wait', renewsAt: day(31), credits: credits(60) })).toContain(
      '1970-02-01',
    ));
  test('when nothing can be done, there is still a next step', () => {
    const sentence = describeRefusal({ ...examples['not-enough-credits'], remedies: [] });
    expectSentence(sentence);
    expect(sentence).toMatch(/choose something cheaper/i);
  });
});

describe('whether the same call may succeed later', () => {
  test.each(['not-enough-credits', 'workspace-not-begun', 'folder-unwritable'] as const)(
    '%s: yes, once the world has changed',
    (code) => expect(isRetryable(code)).toBe(true),
  );
  test.each([
    'count-invalid',
    'contenders-alike',
    'prompt-empty',
    'prompt-too-long',
    'size-invalid',
    'tool-unknown',
    'submission-differs',
    'price-changed',
    'job-ended',
  ] as const)('%s: no, the call itself has to change', (code) =>
    expect(isRetryable(code)).toBe(false),
  );
});
