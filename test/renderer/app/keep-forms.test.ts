// @vitest-environment happy-dom
import { implement } from '@orpc/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepForms } from '../../../src-renderer/app/keep-forms';
import { presetStore } from '../../../src-renderer/stores/presets';
import { toastStore } from '../../../src-renderer/stores/toasts';
import { contract } from '../../../src-shared/contract/contract';
import { longestPrompt } from '../../../src-shared/jobs/look';
import { serveScreens, serveStudio } from '../../helpers/page-client';
import { reset } from '../../helpers/page-stores';
import { openTestStudio, removeFolder } from '../../helpers/test-studio';

beforeEach(() => keepForms({}));
afterEach(() => {
  reset(toastStore);
});

const leaveTheWindow = () => window.dispatchEvent(new Event('blur'));

/** As long as a list may be, in letters that JSON writes as two. */
function fullList() {
  const words = '"'.repeat(longestPrompt);
  return Array.from({ length: 40 }, (_, index) => ({
    id: `${index}`,
    name: 'a'.repeat(60),
    style: 'ink',
    words,
    without: words,
    width: 512,
    height: 512,
  }));
}

test('a full list of presets is kept', async () => {
  const { studio, client, folder } = await openTestStudio();
  serveStudio(studio);
  presetStore.getState().setPresets(fullList());
  leaveTheWindow();
  await vi.waitFor(async () => {
    const { drafts } = await client.drafts.read({});
    expect(JSON.parse(drafts['presets'] ?? '[]')).toEqual(fullList());
  });
  expect(toastStore.getState().toasts).toEqual([]);
  await studio.close();
  removeFolder(folder);
});

test('a form that can’t be kept is told in the window, once until it is kept again', async () => {
  const keeping = vi.fn(() => {
    throw new Error('full');
  });
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { drafts } = implement(contract);
  serveScreens({ drafts: { keep: drafts.keep.handler(keeping) } });
  presetStore.getState().setPresets(fullList().slice(1));
  leaveTheWindow();
  await vi.waitFor(() => expect(toastStore.getState().toasts).toHaveLength(1));
  leaveTheWindow();
  await vi.waitFor(() => expect(keeping).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(quiet).toHaveBeenCalledTimes(2));
  expect(toastStore.getState().toasts).toMatchObject([
    { severity: 'problem', text: expect.stringContaining('could not be kept') },
  ]);
  quiet.mockRestore();
});
