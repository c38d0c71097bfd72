import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editedSize } from '../../../src-shared/jobs/edited-size';
import { checkSize } from '../../../src-shared/jobs/image-request';

const restyle = { kind: 'restyle', strength: 60 } as const;

describe('the size of an edited picture', () => {
  test.each([
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 4000, height: 3000 },
      { width: 2048, height: 1536 },
    ],
    [
      { width: 100, height: 100 },
      { width: 256, height: 256 },
    ],
    [
      { width: 3000, height: 300 },
      { width: 2048, height: 683 },
    ],
  ])('painted anew, %j becomes %j', (source, size) => {
    expect(editedSize(restyle, source)).toEqual(size);
  });

  test('of a model that paints less, as large as that allows', () => {
    expect(editedSize(restyle, { width: 2000, height: 1000 }, 1024)).toEqual({
      width: 1024,
      height: 512,
    });
  });

  test('what tells the size itself is left alone', () => {
    const source = { width: 640, height: 480 };
    expect(editedSize({ kind: 'enlarge', factor: 3 }, source)).toEqual({
      width: 1920,
      height: 1440,
    });
    const sides = { left: 10, top: 0, right: 20, bottom: 5 };
    expect(editedSize({ kind: 'extend', ...sides }, source)).toEqual({ width: 670, height: 485 });
    expect(editedSize(restyle, null)).toEqual({ width: 1024, height: 1024 });
  });

  test('whatever the picture, the model can paint it', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    const most = fc.constantFrom(1024, 1536, 2048, 4096);
    fc.assert(
      fc.property(side, side, most, (width, height, longest) => {
        expect(checkSize(editedSize(restyle, { width, height }, longest), longest)).toBeNull();
      }),
    );
  });
});
