// @vitest-environment happy-dom
import { act, createElement, Fragment } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ReceiptFoot } from '../../../src-renderer/create/receipt-foot';
import { draftStore } from '../../../src-renderer/stores/draft';
import { requestOf } from '../../../src-renderer/stores/draft-fields';
import { useBegun } from '../../../src-renderer/stores/workspace';
import { VideoForm } from '../../../src-renderer/video/video-form';
import { chatNow } from '../../helpers/cards';
import { type Mounted, mount } from '../../helpers/mounted';
import { openPageCredits, type PageCredits } from '../../helpers/page-credits';
import { reset } from '../../helpers/page-stores';

let page: PageCredits;
let screen: Mounted;

const draft = () => draftStore.getState();
const picture = { sha256: 'a'.repeat(64), width: 640, height: 640 };

function Screen() {
  useBegun();
  return createElement(Fragment, null, createElement(VideoForm), createElement(ReceiptFoot));
}

beforeEach(async () => {
  page = await openPageCredits();
  reset(draftStore);
  await page.tellPage();
  draft().changeAndFit({ tool: 'video', prompt: 'waves' }, chatNow);
  screen = await mount(createElement(Screen));
});
afterEach(() => page.close());

function radio(name: string): HTMLButtonElement {
  const found = [...screen.body.querySelectorAll<HTMLButtonElement>('[role=radio]')].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent) === name,
  );
  if (found === undefined) throw new Error(`there is no choice «${name}»`);
  return found;
}

const choose = (name: string) => act(async () => radio(name).click());

/** The receipt's line and its total, of which the button says the second. */
function priced(line: string, total: number): void {
  expect(screen.text()).toContain(line);
  expect(screen.text()).toContain(`Generate 1 · ${total} credits`);
}

describe('the form of a clip', () => {
  test('B1 B10 a clip from a picture is another tool than one from words, with its own price', async () => {
    await act(async () => draft().change({ model: 'video-studio', quality: 'basic' }));
    priced('1 clip × 5 s × 14 credits', 70);
    expect(requestOf(draft()).tool).toBe('video');
    await choose('A picture');
    priced('1 clip × 5 s × 16 credits', 80);
    expect(requestOf(draft()).tool).toBe('image-to-video');
  });

  test('A2 every whole second has its price, and what is none is told at its field', async () => {
    await act(async () => draft().change({ model: 'video-studio', quality: 'premium' }));
    await choose('10 seconds');
    priced('1 clip × 10 s × 18 credits', 180);
    await act(async () => draft().change({ seconds: 7 }));
    priced('1 clip × 7 s × 18 credits', 126);
    await act(async () => draft().change({ seconds: 61 }));
    await screen.sees('A clip lasts a whole number of seconds from 1 to 60');
  });

  test('B10 the price for two seconds is rounded up once, for the whole clip', async () => {
    await act(async () => draft().change({ model: 'video-swift', seconds: 5 }));
    priced('1 clip × 5 s × 15 credits per 2', 38);
  });

  test('a resolution that the model can’t make can’t be chosen, and it is said which model can', async () => {
    await act(async () => draft().change({ model: 'video-swift' }));
    expect(radio('1080p').disabled).toBe(true);
    expect(screen.text()).toContain(
      'Swift Motion makes clips up to 1,280 px, so 1080p can’t be chosen; Studio Motion can.',
    );
    await act(async () => draft().change({ model: 'video-studio', quality: 'basic' }));
    expect(radio('1080p').disabled).toBe(false);
    await choose('1080p');
    expect(requestOf(draft())).toMatchObject({ width: 1920, height: 1080 });
    await choose('Tall 9:16');
    expect(requestOf(draft())).toMatchObject({ width: 1080, height: 1920 });
  });

  test('the pictures that are missing are asked for, and nothing is submitted without them', async () => {
    await choose('First and last');
    await screen.sees('Choose the picture that the clip begins with.');
    await act(async () => draft().change({ first: picture }));
    await screen.sees('Choose the picture that the clip ends with.');
    await act(async () => draft().change({ last: { ...picture, sha256: 'b'.repeat(64) } }));
    expect(screen.text()).not.toContain('Choose the picture');
    expect(requestOf(draft())).toMatchObject({
      tool: 'image-to-video',
      first: 'a'.repeat(64),
      last: 'b'.repeat(64),
    });
    await choose('A picture');
    expect(requestOf(draft())).toMatchObject({ first: 'a'.repeat(64), last: null });
    await choose('Words');
    expect(requestOf(draft())).toMatchObject({ tool: 'video', first: null, last: null });
  });

  test('a style is for words alone, and a prompt may be empty only beside a picture', async () => {
    await act(async () => draft().change({ prompt: '' }));
    expect(screen.text()).toContain('Write a prompt first');
    await choose('A picture');
    await act(async () => draft().change({ first: picture }));
    expect(screen.text()).not.toContain('Write a prompt first');
    expect(screen.text()).not.toContain('Leave something out');
  });

  test('the settings of a former clip come back whole', async () => {
    const fields = { clipStart: 'pictures', first: picture, last: picture, seconds: 12 } as const;
    await act(async () =>
      draft().changeAndFit(
        { ...fields, format: 'webm', camera: 'orbit', clipSize: '720p-1:1', seed: 9 },
        chatNow,
      ),
    );
    const request = requestOf(draft());
    await act(async () => draft().changeAndFit({ tool: 'image', clipStart: 'words' }, chatNow));
    await act(async () => draft().reuse(request, chatNow));
    expect(requestOf(draft())).toEqual(request);
  });
});
