// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { announcementOf } from '../../../src-renderer/app/announcer';
import { commandFor, commands } from '../../../src-renderer/app/shortcuts';
import { screenStore } from '../../../src-renderer/stores/screen';
import { slipStore } from '../../../src-renderer/stores/slip';
import { doneAt, failedUnprocessed, jobWith } from '../../helpers/page-records';

type Keys = { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; target?: EventTarget };

function pressed(key: string, keys: Keys = {}) {
  const none = { ctrlKey: false, metaKey: false, altKey: false, target: null };
  return commandFor({ key, ...none, ...keys })?.id ?? null;
}

beforeEach(() => screenStore.setState(screenStore.getInitialState(), true));

describe('shortcuts', () => {
  test('Control or Command with Enter generates, also while a prompt is typed', () => {
    const target = document.createElement('textarea');
    expect(pressed('Enter', { ctrlKey: true, target })).toBe('generate');
    expect(pressed('Enter', { metaKey: true, target })).toBe('generate');
    expect(pressed('Enter')).toBeNull();
  });

  test('single keys belong to the text field that has the focus', () => {
    expect(pressed('?')).toBe('shortcuts');
    expect(pressed('q')).toBe('queue');
    expect(pressed('?', { target: document.createElement('textarea') })).toBeNull();
    expect(pressed('q', { target: document.createElement('input') })).toBeNull();
  });

  test('rest while a dialog is open', () => {
    screenStore.getState().showDialog('refunds');
    expect(pressed('2', { ctrlKey: true })).toBeNull();
  });

  test('Control with 1 to 7 goes to the screens', () => {
    const reached = Array.from({ length: 7 }, (_, index) =>
      pressed(String(index + 1), { ctrlKey: true }),
    );
    expect(reached).toEqual([
      'go-create',
      'go-storyboard',
      'go-chat',
      'go-gallery',
      'go-credits',
      'go-plan',
      'go-settings',
    ]);
  });

  test('rest while the slip of an order is open', () => {
    slipStore.getState().open({ kind: 'end-plan' });
    expect(pressed('2', { ctrlKey: true })).toBeNull();
    slipStore.getState().close();
    expect(pressed('2', { ctrlKey: true })).toBe('go-storyboard');
  });

  test('no two commands have the same keys', () => {
    const keys = commands.filter((command) => command.keys.length > 0);
    expect(new Set(keys.map((command) => command.keys.join('+'))).size).toBe(keys.length);
  });
});

describe('what a screen reader hears of an ended job', () => {
  test('names the prompt, and what was charged', () => {
    const job = jobWith({ id: 'a', state: doneAt(1) });
    expect(announcementOf(job)).toBe('Finished: a heron in the reeds; 1 credit charged.');
  });

  test('says the cause of a failure and that it was not charged', () => {
    const job = jobWith({ id: 'a', state: failedUnprocessed });
    const text = announcementOf(job);
    expect(text).toContain('The painter stopped.');
    expect(text).toContain('not charged');
  });
});
