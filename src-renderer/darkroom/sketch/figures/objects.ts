import {
  apart,
  box,
  type Figure,
  limb,
  line,
  mark,
  outline,
  oval,
  type Part,
  plain,
  polygon,
  rod,
} from './notation';

/** Things for a table; `size` is relative to a wine bottle, 1.0. */
const thing = { home: 'table', material: 'object' } as const;

export const vase: Figure = {
  ...thing,
  size: 0.95,
  tones: { coat: '#4f7a94', far: '#36566b', dark: '#2c3f4d', light: '#dfe8ea', accent: '#dfe3da' },
  coats: ['#4f7a94', '#b5583f', '#e6dccb', '#4f6b52', '#8a5a7f'],
  parts: [
    plain(oval('dark', 50, 8, 14, 3)),
    outline(
      'coat',
      '36,8! 40,18 42,26 28,42 24,62 30,84 40,99! 60,99! 70,84 76,62 72,42 58,26 60,18 64,8! 50,11',
    ),
    mark(plain(outline('accent', '20,56! 50,62 80,56! 80,60! 50,66 20,60!'))),
  ],
};

export const bottle: Figure = {
  ...thing,
  size: 1.3,
  tones: { coat: '#3f6b4f', far: '#2a4a36', dark: '#243a2c', light: '#efe4c9', accent: '#b5483a' },
  coats: ['#3f6b4f', '#6b4a2f', '#4a6f8a'],
  parts: [
    outline('coat', '44,4! 56,4! 56,30 64,42 66,56 66,98! 34,98! 34,56 36,42 44,30'),
    plain(box('accent', 43, 0, 57, 8)),
    mark(plain(box('light', 30, 60, 70, 84))),
  ],
};

export const jug: Figure = {
  ...thing,
  size: 0.85,
  tones: { coat: '#e3d6c0', far: '#b09c80', dark: '#6d5a44', light: '#f6efe0' },
  coats: ['#e3d6c0', '#5f7f9a', '#b5704a'],
  parts: [
    line('coat', 6, '66,26 88,32 88,56 70,70'),
    outline('coat', '30,8! 24,4! 40,6 66,8! 62,26 72,46 74,70 66,98! 32,98! 24,72 26,46 36,26'),
    plain(oval('dark', 48, 8.6, 16, 2.8)),
  ],
};

export const cup: Figure = {
  ...thing,
  size: 0.42,
  tones: { coat: '#e9dfcd', far: '#b5a58c', dark: '#4a2f20', light: '#f7f0e2', accent: '#6b8a9a' },
  coats: ['#e9dfcd', '#c4604a', '#6b8a9a'],
  parts: [
    line('coat', 6, '74,40 94,44 92,66 70,74'),
    outline('coat', '18,24! 82,24! 80,58 68,90 60,97! 40,97! 32,90 20,58'),
    plain(oval('dark', 50, 25, 30, 6)),
    mark(plain(outline('accent', '14,46! 86,46! 86,51! 14,51!'))),
  ],
};

export const teapot: Figure = {
  ...thing,
  size: 0.6,
  tones: { coat: '#c4604a', far: '#8f3f30', dark: '#5c281f', light: '#f3d9c8' },
  coats: ['#c4604a', '#4f7a8a', '#e6dac4'],
  parts: [
    line('coat', 5, '20,46 2,48 2,72 24,80'),
    limb('coat', '72,74,7 86,62,5 92,46,3.4 98,40,3'),
    oval('coat', 50, 24, 4.6, 4.4),
    outline('coat', '30,38! 38,30 62,30 70,38! 82,54 82,76 68,98! 32,98! 18,76 18,54'),
    line('dark', 1.4, '30,39 50,42 70,39'),
  ],
};

export const bowl: Figure = {
  ...thing,
  size: 0.42,
  tones: { coat: '#d8ccb6', far: '#9a8a70', dark: '#6b5c46', light: '#f3ebda', accent: '#55708a' },
  coats: ['#d8ccb6', '#55708a', '#a8583f'],
  parts: [
    plain(oval('dark', 50, 40, 48, 9)),
    outline('coat', '1,40! 26,47 50,49 74,47 99,40! 94,64 76,88 62,98! 38,98! 24,88 6,64'),
    mark(plain(outline('accent', '0,46! 50,58 100,46! 100,51! 50,63 0,51!'))),
  ],
};

export const apple: Figure = {
  ...thing,
  size: 0.3,
  tones: { coat: '#c23a2e', far: '#8f2722', dark: '#4a3220', light: '#f0b58f', accent: '#5f8a3a' },
  coats: ['#c23a2e', '#b8352c', '#a9b53f'],
  parts: [
    outline(
      'coat',
      '50,20 62,12 80,16 92,34 90,62 76,90 60,98 50,95 40,98 24,90 10,62 8,34 20,16 38,12',
    ),
    line('dark', 3, '50,22 51,8 56,0'),
    plain(outline('accent', '54,8! 68,-4 84,0! 74,10 60,12')),
  ],
};

export const pear: Figure = {
  ...thing,
  size: 0.4,
  tones: { coat: '#c9b23f', far: '#8f7a28', dark: '#4f3a20', light: '#efe3a0', accent: '#6f8a3a' },
  parts: [
    outline('coat', '50,12 60,18 64,34 74,52 80,72 72,92 52,99 30,93 20,72 26,52 36,34 40,18'),
    line('dark', 3, '50,14 52,2'),
    plain(outline('accent', '53,8! 66,0 78,4! 68,12')),
  ],
};

export const orange: Figure = {
  ...thing,
  size: 0.3,
  tones: { coat: '#e08a2c', far: '#b05f1c', dark: '#6b4a1c', light: '#f7cf8f', accent: '#5f8a3a' },
  coats: ['#e08a2c', '#e6a63a'],
  parts: [
    oval('coat', 50, 55, 44, 44),
    plain(oval('dark', 54, 14, 3)),
    plain(outline('accent', '54,13! 70,4 82,10! 70,17')),
  ],
};

export const lemon: Figure = {
  ...thing,
  size: 0.26,
  tones: { coat: '#edd03f', far: '#b89a24', dark: '#7a6a1c', light: '#faf0a8' },
  parts: [
    outline('coat', '0,62 10,52 24,34 50,26 76,34 90,52 100,60 92,74 76,90 50,97 24,90 9,74'),
  ],
};

export const grapes: Figure = {
  ...thing,
  size: 0.42,
  tones: { coat: '#6b4a86', far: '#4a3060', dark: '#4f3a20', light: '#b89ad0', accent: '#6f8f3f' },
  coats: ['#6b4a86', '#9aae4f'],
  parts: [
    line('dark', 3, '50,30 52,12 60,4'),
    plain(outline('accent', '52,16! 66,2 88,6! 84,22 64,26')),
    ...[
      [30, 40],
      [46, 36],
      [62, 38],
      [76, 46],
      [22, 54],
      [38, 52],
      [54, 52],
      [68, 58],
      [30, 68],
      [46, 68],
      [60, 72],
      [38, 83],
      [53, 86],
    ].map(([x = 0, y = 0]): Part => apart(oval('coat', x, y, 11, 11.4))),
  ],
};

export const candle: Figure = {
  ...thing,
  size: 0.8,
  tones: {
    coat: '#efe3c9',
    far: '#c9b48f',
    dark: '#5c4a30',
    light: '#ffd76b',
    accent: '#b58a3f',
    eye: '#f2862c',
  },
  parts: [
    plain(outline('light', '50,4! 57,16 56,26 50,30 44,26 43,16')),
    plain(outline('eye', '50,14! 53,21 50,28 47,21')),
    rod('dark', 1.2, '50,28 50,34'),
    outline('coat', '42,36! 50,33 58,36! 58,88! 42,88!'),
    outline('coat', '42,38! 40,50 42,58!'),
    apart(outline('accent', '24,88! 76,88! 68,98! 32,98!')),
  ],
};

export const book: Figure = {
  ...thing,
  size: 0.36,
  tones: { coat: '#8a3f3a', far: '#6b2f2b', dark: '#3f5f7a', light: '#f1e6cf', accent: '#4f6b52' },
  parts: [
    apart(box('coat', -14, 66, 104, 98)),
    plain(box('light', 96, 70, 106, 94)),
    apart(box('dark', -4, 36, 108, 66)),
    plain(box('light', -8, 40, -2, 62)),
    apart(polygon('accent', '4,12 96,12 96,36 4,36')),
    plain(box('light', 92, 15, 98, 33)),
    ...[8, 16].map((x) => plain(box('light', x, 36, x + 2, 66))),
  ],
};

export const lantern: Figure = {
  ...thing,
  size: 0.8,
  tones: { coat: '#3f3a3a', far: '#2a2626', dark: '#1f1c1c', light: '#ffdf7f', accent: '#f2a43c' },
  parts: [
    line('dark', 2.6, '34,26 36,4 50,-2 64,4 66,26'),
    outline('coat', '30,26! 50,14! 70,26!'),
    plain(polygon('light', '34,28 66,28 72,84 28,84')),
    plain(outline('accent', '50,44! 58,60 54,74 46,74 42,60')),
    ...[36, 50, 64].map((x) => rod('dark', 2.4, `${x},27 ${50 + (x - 50) * 1.45},85`)),
    box('coat', 25, 84, 75, 96),
  ],
};

export const clock: Figure = {
  ...thing,
  size: 0.7,
  tones: { coat: '#7d5236', far: '#5a3a26', dark: '#2a2018', light: '#f3ead6', accent: '#c9a04a' },
  parts: [
    oval('coat', 50, 50, 46, 46),
    box('coat', 20, 86, 80, 98),
    plain(oval('accent', 50, 50, 40)),
    plain(oval('light', 50, 50, 36)),
    ...Array.from({ length: 12 }, (_, hour) => {
      const angle = (hour / 12) * Math.PI * 2;
      const at = (reach: number): string =>
        `${50 + Math.cos(angle) * reach},${50 + Math.sin(angle) * reach}`;
      return rod('dark', hour % 3 === 0 ? 2.6 : 1.2, `${at(28)} ${at(33)}`);
    }),
    rod('dark', 2.6, '50,50 38,32'),
    rod('dark', 1.8, '50,50 70,38'),
    plain(oval('dark', 50, 50, 3)),
  ],
};

export const cake: Figure = {
  ...thing,
  size: 0.55,
  tones: { coat: '#f0d9c4', far: '#c9a58c', dark: '#7a4a34', light: '#fbf2e6', accent: '#d9707a' },
  parts: [
    apart(outline('light', '-6,92! 106,92! 92,99! 8,99!')),
    apart(box('coat', 10, 60, 90, 92)),
    apart(box('coat', 24, 34, 76, 62)),
    plain(
      outline('accent', '8,58! 92,58! 92,68 84,74 76,66 66,76 56,67 46,75 36,66 26,75 17,67 8,72'),
    ),
    plain(outline('accent', '22,32! 78,32! 78,40 68,47 58,40 48,48 38,40 30,46 22,42')),
    ...[36, 50, 64].flatMap((x): Part[] => [
      rod('dark', 2.6, `${x},32 ${x},16`),
      plain(outline('light', `${x},4! ${x + 3},11 ${x},16 ${x - 3},11`)),
    ]),
  ],
};

export const skull: Figure = {
  ...thing,
  size: 0.5,
  tones: { coat: '#e6dcc6', far: '#b5a78a', dark: '#2f271f', light: '#f5efe0' },
  parts: [
    outline(
      'coat',
      '50,4 74,10 88,28 88,50 78,64 74,74 70,98! 32,98! 28,74 20,64 12,50 12,28 26,10',
    ),
    plain(oval('dark', 34, 48, 11, 12)),
    plain(oval('dark', 67, 48, 11, 12)),
    plain(outline('dark', '50,58! 56,70! 50,68! 44,70!')),
    ...[40, 50, 60].map((x) => rod('dark', 1.6, `${x},80 ${x},97`)),
  ],
};

export const guitar: Figure = {
  ...thing,
  size: 1.5,
  tones: { coat: '#b5763a', far: '#7a4a22', dark: '#2f1f14', light: '#f0dcb4', accent: '#5c3a20' },
  parts: [
    apart(box('accent', 46.6, 2, 53.4, 56)),
    apart(outline('accent', '44,2! 45,-12! 55,-12! 56,2!')),
    outline(
      'coat',
      '50,44 62,46 68,54 64,64 70,74 72,86 64,97 50,100 36,97 28,86 30,74 36,64 32,54 38,46',
    ),
    plain(oval('dark', 50, 68, 7)),
    plain(box('dark', 42, 84, 58, 87)),
    ...[48.4, 50, 51.6].map((x) => rod('light', 0.4, `${x},-10 ${x},86`)),
  ],
};

export const mushroom: Figure = {
  size: 0.12,
  home: 'ground',
  material: 'object',
  tones: { coat: '#c23a2e', far: '#8f2722', dark: '#6b5540', light: '#f5ead6', accent: '#e9dcc0' },
  coats: ['#c23a2e', '#a8743f'],
  parts: [
    limb('accent', '50,52,8 49,76,8 48,94,11'),
    apart(outline('accent', '38,64! 50,60 62,64! 60,72 50,70 40,72')),
    apart(outline('coat', '4,54! 10,30 28,12 50,6 72,12 90,30 96,54! 74,60 50,61 26,60')),
    ...['30,30,6', '52,20,5', '70,34,6.4', '44,46,5', '86,48,4', '18,48,4'].map((spot) => {
      const [x = 0, y = 0, r = 1] = spot.split(',').map(Number);
      return plain(mark(oval('light', x, y, r, r * 0.8)));
    }),
  ],
};

export const snowman: Figure = {
  size: 0.9,
  home: 'ground',
  material: 'snow',
  tones: {
    coat: '#f3f5f8',
    far: '#c3d0de',
    dark: '#2c2a2e',
    light: '#ffffff',
    accent: '#e07a2c',
    under: '#b5342c',
  },
  coats: ['#f3f5f8'],
  parts: [
    line('dark', 1.4, '36,46 20,38 12,30'),
    line('dark', 1.4, '64,46 80,40 90,30'),
    oval('coat', 50, 80, 26, 22),
    oval('coat', 50, 50, 19, 17),
    oval('coat', 50, 25, 13.4, 13),
    plain(outline('under', '37,34! 50,38 63,34! 64,40! 50,44 36,40!')),
    plain(outline('under', '56,40! 62,40! 64,56! 57,55!')),
    apart(box('dark', 35, 13, 65, 16)),
    apart(box('dark', 40, -2, 60, 14)),
    plain(oval('dark', 46, 22, 1.6)),
    plain(oval('dark', 55, 22, 1.6)),
    plain(polygon('accent', '50,25 66,28 50,30')),
    ...[48, 55].map((y) => plain(oval('dark', 50, y, 1.6))),
  ],
};
