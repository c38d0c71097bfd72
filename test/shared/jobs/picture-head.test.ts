import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPictureHead } from '../../../src-shared/jobs/picture-head';
import { greyPng } from '../../helpers/png';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const riff = '52494646 00000000 57454250';

/** 320 × 200 pixels, as each kind of file begins. */
const heads: readonly [string, Uint8Array, 'jpeg' | 'webp'][] = [
  ['a JPEG', bytes('ffd8 ffe0 0004 4a46 ffc0 0011 08 00c8 0140 03'), 'jpeg'],
  ['a progressive JPEG, padded', bytes('ffd8 ffff e1 0002 ffc2 0011 08 00c8 0140 03'), 'jpeg'],
  ['a WebP', bytes(`${riff} 56503820 00000000 000000 9d012a 4001 c800`), 'webp'],
  ['a lossless WebP', bytes(`${riff} 5650384c 00000000 2f 3fc13100`), 'webp'],
  ['a WebP with extras', bytes(`${riff} 56503858 0a000000 10000000 3f0100 c70000`), 'webp'],
];

describe('the head of a picture file', () => {
  test('tells the size of a PNG', () => {
    const head = { kind: 'png', width: 320, height: 200 };
    expect(readPictureHead(greyPng(320, 200))).toEqual(head);
  });

  test.each(heads)('tells the size of %s', (_, file, kind) => {
    expect(readPictureHead(file)).toEqual({ kind, width: 320, height: 200 });
  });

  test('is read where the file lies within other bytes', () => {
    const around = Buffer.concat([Buffer.alloc(7), greyPng(20, 30)]);
    expect(readPictureHead(around.subarray(7))).toMatchObject({ width: 20, height: 30 });
  });

  test('is none of a clip, a drawing, a text, or nothing at all', () => {
    const others = [
      '\0\0\0\x18ftypmp42',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'GIF89a',
      '',
    ];
    for (const text of others) {
      expect(readPictureHead(Buffer.from(text.padEnd(40), 'latin1'))).toBeNull();
    }
    expect(readPictureHead(new Uint8Array())).toBeNull();
  });

  test('is none where the file ends within it', () => {
    for (const [, file] of heads) expect(readPictureHead(file.subarray(0, -2))).toBeNull();
    expect(readPictureHead(greyPng(20, 30).subarray(0, 20))).toBeNull();
  });

  test('never throws, whatever the bytes', () => {
    const starts = fc.constantFrom(...heads.map(([, file]) => file), greyPng(9, 9));
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 64 }), fc.nat(30), (start, noise, at) => {
        const file = Buffer.concat([start.subarray(0, at), noise, start.subarray(at)]);
        expect(() => readPictureHead(file)).not.toThrow();
      }),
    );
  });
});
