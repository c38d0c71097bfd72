import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pngSize, readChunks } from '../../../src-main/gallery/png-chunks';
import { embedText, readTexts } from '../../../src-main/gallery/png-text';
import { greyPng } from '../../helpers/png';

const png = greyPng(3, 2);

/** What a PNG file can hold of a text. */
function storable(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\ufffd'), 'utf8').toString('utf8');
}

function typesIn(file: Uint8Array): string[] | undefined {
  return readChunks(file)?.map((chunk) => chunk.type);
}

test('every text comes back, whatever is in it', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 2000 });
  const hostile = fc.array(
    fc.constantFrom('\0', '\n', '\u202e', '\ud800', '\udc00', '"', 'é', '😀'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        texts,
        hostile.map((parts) => parts.join('')),
      ),
      (text) => {
        const read = readTexts(embedText(png, [{ keyword: 'parameters', text }]));
        expect(read).toEqual(new Map([['parameters', storable(text)]]));
      },
    ),
  );
});

test('the picture itself stays as it was, before and after its texts', () => {
  const file = embedText(png, [
    { keyword: 'parameters', text: 'a fox' },
    { keyword: 'tally', text: '{"schema":1}' },
  ]);
  expect(pngSize(file)).toEqual({ width: 3, height: 2 });
  expect(typesIn(file)).toEqual(['IHDR', 'tEXt', 'tEXt', 'IDAT', 'IEND']);
  const pixels = (bytes: Uint8Array) => readChunks(bytes)?.find((chunk) => chunk.type === 'IDAT');
  expect(pixels(file)).toEqual(pixels(png));
});

test('Latin-1 is tEXt, the rest iTXt, as other programs write and read them', () => {
  const typeOf = (text: string) => typesIn(embedText(png, [{ keyword: 'k', text }]))?.[1];
  expect(typeOf('café\ncrème')).toBe('tEXt');
  expect(typeOf('狐')).toBe('iTXt');
  expect(typeOf('smart ’quotes’')).toBe('iTXt');
  expect(typeOf('bell\u0007')).toBe('iTXt');
});

test('a keyword is replaced, not doubled', () => {
  const once = embedText(png, [{ keyword: 'tally', text: 'old' }]);
  const twice = embedText(once, [{ keyword: 'tally', text: 'new 狐' }]);
  expect(readTexts(twice)).toEqual(new Map([['tally', 'new 狐']]));
  expect(typesIn(twice)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
});

test('the same in gives the same out', () => {
  const texts = [{ keyword: 'parameters', text: 'a fox' }];
  expect(embedText(png, texts)).toEqual(embedText(png, texts));
});

test('a file with any one byte changed is no sound PNG', () => {
  const file = embedText(png, [{ keyword: 'parameters', text: 'a fox in the snow' }]);
  fc.assert(
    fc.property(fc.nat(file.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Uint8Array.from(file);
      changed[at] = ((changed[at] ?? 0) + by) % 256;
      expect(readTexts(changed)).toBeNull();
      expect(pngSize(changed)).toBeNull();
    }),
  );
});

test('cut, lengthened and foreign files are no sound PNG', () => {
  for (const file of [
    new Uint8Array(),
    png.subarray(0, 8),
    png.subarray(0, png.byteLength - 1),
    Buffer.concat([png, Buffer.from('more')]),
    Buffer.from('GIF89a and so on, long enough to look at'),
    Buffer.concat([png, png.subarray(8)]),
  ]) {
    expect(readTexts(file)).toBeNull();
    expect(() => embedText(file, [])).toThrow('not a sound PNG');
  }
});

test('a chunk that only looks like text is passed over', () => {
  const file = embedText(png, [{ keyword: 'parameters', text: '狐' }]);
  const view = Buffer.from(file);
  expect(view.includes('iTXtparameters\0\0\0\0\0狐')).toBe(true);
  expect(() => embedText(png, [{ keyword: 'two words', text: '' }])).toThrow('keyword');
});
