import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeWindow } from '../../../src-main/shell/window-place';
import { readWindowPlace, writeWindowPlace } from '../../../src-main/shell/window-place-file';
import { temporaryFolder } from '../../helpers/temporary-folder';

const display = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1000 };
const place = { x: 100, y: 80, width: 1400, height: 900, maximised: false };

test('the window opens where it was', () => {
  expect(placeWindow(place, [display])).toEqual({
    width: 1400,
    height: 900,
    position: { x: 100, y: 80 },
    maximised: false,
  });
});

test('without a place, or with one on a display that is gone, it opens in the middle', () => {
  expect(placeWindow(null, [display]).position).toBeNull();
  const away = { ...place, x: 2000, maximised: true };
  expect(placeWindow(away, [display])).toMatchObject({ position: null, maximised: true });
  expect(placeWindow(away, [display, second]).position).toEqual({ x: 2000, y: 80 });
  expect(placeWindow({ ...place, y: -500 }, [display]).position).toBeNull();
  expect(placeWindow({ ...place, x: 1900 }, [display]).position).toBeNull();
});

test('it is never smaller than the least nor larger than its display', () => {
  const tiny = placeWindow({ ...place, width: 10, height: 10, x: 0 }, [{ ...display }]);
  expect(tiny.position).toBeNull();
  const small = placeWindow({ ...place, width: 200, height: 60 }, [display]);
  expect(small).toMatchObject({ width: 900, height: 600 });
  const large = placeWindow({ ...place, width: 9000, height: 9000 }, [display]);
  expect(large).toMatchObject({ width: 1920, height: 1040 });
});

test('the place is remembered in a file, and a damaged one is passed over', () => {
  const file = join(temporaryFolder(), 'window.json');
  expect(readWindowPlace(file)).toBeNull();
  expect(writeWindowPlace(file, place)).toBe(true);
  expect(readWindowPlace(file)).toEqual(place);
  for (const damaged of ['', '{', '[]', '{"x":1}', JSON.stringify({ ...place, x: 'left' })]) {
    writeFileSync(file, damaged);
    expect(readWindowPlace(file)).toBeNull();
  }
  expect(writeWindowPlace(join(temporaryFolder(), 'gone', 'window.json'), place)).toBe(false);
});
