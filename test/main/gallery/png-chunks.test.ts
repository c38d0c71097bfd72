import { expect, test } from 'vitest';
import { readChunks, writeChunks } from '../../../src-main/gallery/png-chunks';
import { greyPng } from '../../helpers/png';

test('a picture of more parts than any encoder writes is null', () => {
  const [header, pixels, end] = readChunks(greyPng(2, 2)) ?? [];
  if (header === undefined || pixels === undefined || end === undefined) throw new Error('no PNG');
  const empty = { type: 'tEXt', data: new Uint8Array() };
  const pictureOf = (count: number) =>
    writeChunks([header, pixels, ...Array.from({ length: count - 3 }, () => empty), end]);
  expect(readChunks(pictureOf(100_000))).toHaveLength(100_000);
  expect(readChunks(pictureOf(100_001))).toBeNull();
});
