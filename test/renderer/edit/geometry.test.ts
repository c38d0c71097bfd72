import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dividerAfterKey,
  dividerWords,
  formerPlace,
} from '../../../src-renderer/edit/compare-geometry';
import {
  framedSize,
  marginsAround,
  marginsToRatio,
  mostMargin,
  noMargins,
  type Side,
  scaleToFit,
  withMargin,
} from '../../../src-renderer/edit/frame-geometry';
import { workableCopy } from '../../../src-renderer/edit/workable-size';
import type { EditRequest } from '../../../src-shared/jobs/edit-request';
import { editKinds } from '../../../src-shared/jobs/edit-request';
import { smallestSide } from '../../../src-shared/jobs/look';

const square = { width: 1024, height: 1024 };
const sides = ['left', 'top', 'right', 'bottom'] as const satisfies readonly Side[];
const someSize = fc.record({
  width: fc.integer({ min: 16, max: 4096 }),
  height: fc.integer({ min: 16, max: 4096 }),
});
const someMargins = fc.record({
  left: fc.integer({ min: 0, max: 2048 }),
  top: fc.integer({ min: 0, max: 2048 }),
  right: fc.integer({ min: 0, max: 2048 }),
  bottom: fc.integer({ min: 0, max: 2048 }),
});

describe('margins to a proportion', () => {
  test('are shared out evenly on the two sides that lack', () => {
    const margins = marginsToRatio(square, { across: 16, down: 9 }, 2048);
    expect(margins).toEqual({ left: 398, top: 0, right: 398, bottom: 0 });
    const tall = marginsToRatio(square, { across: 2, down: 3 }, 2048);
    expect(tall).toEqual({ left: 0, top: 256, right: 0, bottom: 256 });
  });

  test('are none where the picture has it already, or where the frame would get too long', () => {
    expect(marginsToRatio(square, { across: 1, down: 1 }, 2048)).toBeNull();
    expect(marginsToRatio(square, { across: 16, down: 9 }, 1536)).toBeNull();
  });

  test('never cut the picture and come within a pixel of the proportion', () => {
    const parts = fc.integer({ min: 1, max: 16 });
    fc.assert(
      fc.property(someSize, parts, parts, (source, across, down) => {
        const margins = marginsToRatio(source, { across, down }, 100_000);
        if (margins === null) return;
        expect(Math.min(...Object.values(margins))).toBeGreaterThanOrEqual(0);
        const frame = framedSize(source, margins);
        const near = Math.min(
          Math.abs(frame.width - (frame.height * across) / down),
          Math.abs(frame.height - (frame.width * down) / across),
        );
        expect(near).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('margins all around are a share of the longer side, or none', () => {
  expect(marginsAround({ width: 800, height: 400 }, 0.25, 2048)).toEqual({
    left: 200,
    top: 200,
    right: 200,
    bottom: 200,
  });
  expect(marginsAround(square, 0.6, 2048)).toBeNull();
});

test('a side that is drawn stays between nothing and what the frame allows', () => {
  fc.assert(
    fc.property(
      someMargins,
      fc.constantFrom(...sides),
      fc.double({ noNaN: true }),
      (before, side, to) => {
        const most = 4096;
        const margins = withMargin(square, before, { side, to, most });
        const limit = mostMargin(square, before, side, most);
        expect(margins[side]).toBeGreaterThanOrEqual(0);
        expect(margins[side]).toBeLessThanOrEqual(limit);
        expect({ ...margins, [side]: 0 }).toEqual({ ...before, [side]: 0 });
      },
    ),
  );
});

test('a picture is scaled to lie within its place', () => {
  expect(scaleToFit({ width: 1000, height: 500 }, { width: 500, height: 500 })).toBe(0.5);
  expect(scaleToFit({ width: 10, height: 10 }, { width: 500, height: 500 })).toBe(2);
  expect(scaleToFit(square, { width: -20, height: 0 })).toBe(0);
});

describe('a copy that can be worked on', () => {
  test('is made of a picture that is too large or too small, and of no other', () => {
    const large = { width: 4000, height: 3000 };
    expect(workableCopy(large, 'inside', noMargins, 2048)).toMatchObject({
      width: 2048,
      height: 1536,
    });
    expect(workableCopy({ width: 64, height: 128 }, 'inside', noMargins, 2048)).toMatchObject({
      width: 256,
      height: 512,
    });
    expect(workableCopy(square, 'inside', noMargins, 2048)).toBeNull();
    expect(workableCopy({ width: 4000, height: 100 }, 'inside', noMargins, 2048)).toBeNull();
  });

  test('always has a frame that the model can make', () => {
    const kind = fc.constantFrom(...editKinds);
    fc.assert(
      fc.property(someSize, someMargins, kind, (source, margins, edit) => {
        const copy = workableCopy(source, edit, margins, 1536);
        if (copy === null) return;
        const { width, height } = framedSize(copy, copy.margins);
        expect(Math.max(width, height)).toBeLessThanOrEqual(1536);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(smallestSide);
      }),
    );
  });
});

describe('before and after', () => {
  const request = { width: 1000, height: 500 } as EditRequest;

  test('lie over each other, but for an extended canvas', () => {
    const action = { kind: 'extend', left: 100, top: 50, right: 300, bottom: 0 } as const;
    expect(formerPlace({ ...request, action })).toEqual({
      left: 10,
      top: 10,
      width: 60,
      height: 90,
    });
    const enlarge = { kind: 'enlarge', factor: 2 } as const;
    expect(formerPlace({ ...request, action: enlarge })).toEqual({
      left: 0,
      top: 0,
      width: 100,
      height: 100,
    });
  });

  test('the divider goes by keys from end to end and says what it shows', () => {
    expect(dividerAfterKey('ArrowRight', 50, false)).toBe(52);
    expect(dividerAfterKey('ArrowLeft', 50, true)).toBe(40);
    expect(dividerAfterKey('Home', 50, false)).toBe(0);
    expect(dividerAfterKey('End', 50, false)).toBe(100);
    expect(dividerAfterKey('ArrowRight', 99, false)).toBe(100);
    expect(dividerAfterKey('x', 50, false)).toBeNull();
    expect([0, 40, 100].map(dividerWords)).toEqual([
      'Only after',
      '40 % before, 60 % after',
      'Only before',
    ]);
  });
});
