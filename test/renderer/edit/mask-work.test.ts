// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { maskStore, reconcileMask, sheetOf } from '../../../src-renderer/edit/mask-store';
import {
  addStep,
  brushes,
  type MaskStep,
  movePoint,
  nextBrush,
  noWork,
  redoStep,
  undoStep,
  usualBrush,
} from '../../../src-renderer/edit/mask-work';
import { draftStore } from '../../../src-renderer/stores/draft';
import { reset } from '../../helpers/page-stores';

const dot: MaskStep = { kind: 'stroke', erases: false, size: 8, points: [{ x: 1, y: 2 }] };
const invert: MaskStep = { kind: 'invert' };

describe('the work on a mask', () => {
  const both = addStep(addStep(noWork, dot), invert);

  test('is taken back and done again step by step', () => {
    const undone = undoStep(undoStep(both));
    expect(undone.steps).toEqual([]);
    expect(redoStep(undone).steps).toEqual([dot]);
    expect(redoStep(redoStep(undone))).toEqual(both);
  });

  test('forgets what was taken back as soon as something else is done', () => {
    const other = addStep(undoStep(both), { kind: 'clear' });
    expect(other.steps).toEqual([dot, { kind: 'clear' }]);
    expect(redoStep(other)).toEqual(other);
  });

  test('stays as it is where there is nothing to take back or to do again', () => {
    expect(undoStep(noWork)).toEqual(noWork);
    expect(redoStep(both)).toEqual(both);
  });
});

describe('the brush', () => {
  test('grows and shrinks, and never gets stuck between its ends', () => {
    const sizes = new Set<number>();
    for (let size: number = brushes.least; !sizes.has(size); size = nextBrush(size, 1)) {
      sizes.add(size);
    }
    expect(Math.max(...sizes)).toBe(brushes.most);
    for (let size: number = brushes.most, steps = 0; steps < 100; steps += 1) {
      size = nextBrush(size, -1);
      sizes.add(size);
    }
    expect(Math.min(...sizes)).toBe(brushes.least);
    expect(nextBrush(64, 1)).toBeGreaterThan(64);
    expect(nextBrush(64, -1)).toBeLessThan(64);
  });

  test('begins in a size that fits the picture', () => {
    expect(usualBrush({ width: 1200, height: 300 })).toBe(100);
    expect(usualBrush({ width: 16, height: 16 })).toBe(brushes.least);
  });

  test('stays on the picture', () => {
    const size = { width: 100, height: 50 };
    expect(movePoint({ x: 90, y: 10 }, { x: 20, y: -20 }, size)).toEqual({ x: 100, y: 0 });
    expect(movePoint({ x: 10, y: 10 }, { x: 5, y: 6 }, size)).toEqual({ x: 15, y: 16 });
  });
});

describe('the mask in the form and on the sheet', () => {
  const picture = { sha256: 'picture', width: 10, height: 10 };
  const sheet = () => sheetOf(maskStore.getState().sheets, picture.sha256);

  beforeEach(() => {
    reset(draftStore);
    reset(maskStore);
    draftStore.getState().change({ source: picture });
  });

  test('a picture that is opened for the first time gets a brush that fits, and only then', () => {
    reconcileMask();
    expect(maskStore.getState().brush).toBe(usualBrush(picture));
    maskStore.getState().setBrush(200);
    reconcileMask();
    expect(maskStore.getState().brush).toBe(200);
  });

  test('one that came from elsewhere is taken over', () => {
    draftStore.getState().change({ mask: 'kept' });
    reconcileMask();
    expect(sheet()).toMatchObject({ base: 'kept', saved: 'kept', settled: true });
  });

  test('one that was painted before comes back with its picture', () => {
    const work = addStep(noWork, dot);
    maskStore.getState().work(picture.sha256, work);
    maskStore.getState().keep(picture.sha256, work, 'painted');
    draftStore.getState().change({ mask: null });
    reconcileMask();
    expect(draftStore.getState().mask).toBe('painted');
    expect(sheet().work).toBe(work);
  });

  test('one that is being painted is left alone', () => {
    maskStore.getState().work(picture.sha256, addStep(noWork, dot));
    draftStore.getState().change({ mask: 'older' });
    reconcileMask();
    expect(sheet().work.steps).toEqual([dot]);
    expect(draftStore.getState().mask).toBe('older');
  });

  test('what was kept counts only for the work that it was made of', () => {
    const first = addStep(noWork, dot);
    maskStore.getState().work(picture.sha256, first);
    maskStore.getState().work(picture.sha256, addStep(first, invert));
    maskStore.getState().keep(picture.sha256, first, 'late');
    expect(sheet()).toMatchObject({ saved: null, settled: false });
  });
});
