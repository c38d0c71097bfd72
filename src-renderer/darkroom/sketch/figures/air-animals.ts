import { type Figure, limb, line, mark, outline, oval, plain, polygon } from './notation';

export const butterfly: Figure = {
  size: 0.14,
  home: 'air',
  material: 'petal',
  tones: {
    coat: '#e2892f',
    under: '#f3d79a',
    dark: '#2c1d18',
    light: '#fbe9c4',
    accent: '#c85a2a',
    eye: '#120c08',
  },
  coats: ['#e2892f', '#4a86c9', '#d9667f', '#f0d04a', '#8a6bc0'],
  parts: [
    ...[-1, 1].flatMap((side) => {
      const x = (value: number): number => 50 + side * value;
      return [
        outline('accent', `${x(2)},58! ${x(22)},56 ${x(38)},66 ${x(34)},84 ${x(20)},92 ${x(8)},78`),
        outline(
          'coat',
          `${x(2)},54! ${x(10)},30 ${x(28)},10 ${x(48)},8! ${x(48)},32 ${x(38)},52 ${x(20)},60`,
        ),
        plain(
          mark(outline('dark', `${x(30)},6! ${x(52)},2! ${x(52)},40! ${x(44)},34 ${x(40)},20`)),
        ),
        plain(mark(oval('light', x(40), 18, 2.6))),
        plain(mark(oval('light', x(44), 27, 2))),
        plain(mark(oval('under', x(22), 34, 6, 9, side * 35))),
        plain(mark(oval('under', x(22), 74, 5, 6))),
        line('dark', 0.9, `${x(1)},42 ${x(6)},30 ${x(12)},22`),
      ];
    }),
    limb('dark', '50,42,2.4 50,56,3 50,84,1.2'),
    plain(oval('dark', 50, 41, 3)),
  ],
};

export const bee: Figure = {
  size: 0.1,
  home: 'air',
  material: 'coat',
  tones: {
    coat: '#e9b52f',
    under: '#f6e3a8',
    dark: '#2a1d12',
    light: '#eef2f4',
    accent: '#c98f1e',
    eye: '#0d0a08',
  },
  parts: [
    plain(oval('light', 40, 32, 10, 22, -28)),
    outline('coat', '8,64 20,48 42,42 62,46 72,58 66,74 44,82 20,78'),
    ...[20, 36, 52].map((x) =>
      plain(mark(polygon('dark', `${x},30 ${x + 8},30 ${x + 7},92 ${x - 1},92`))),
    ),
    oval('dark', 76, 58, 11, 12),
    plain(oval('light', 56, 30, 9, 22, 12)),
    line('dark', 1.4, '82,48 88,36 95,34'),
    line('dark', 1.4, '80,47 84,34 89,28'),
    plain(oval('light', 81, 55, 2.6)),
  ],
};

export const dragonfly: Figure = {
  size: 0.16,
  home: 'air',
  material: 'coat',
  tones: {
    coat: '#2f8f8a',
    under: '#9fd6cf',
    dark: '#164a4c',
    light: '#d9eef0',
    accent: '#5fb7b5',
    eye: '#0d1a1c',
  },
  parts: [
    plain(limb('light', '66,48,2 50,28,6 30,12,5')),
    plain(limb('light', '70,48,2 66,26,6 58,4,5')),
    limb('coat', '4,74,1.4 30,64,2.2 56,54,3.6 74,46,6'),
    oval('dark', 82, 43, 7, 6.6),
    plain(limb('accent', '66,54,2 54,76,5.6 40,92,4.6')),
    plain(limb('accent', '72,54,2 72,76,5.6 66,96,4.6')),
  ],
};

export const bat: Figure = {
  size: 0.3,
  home: 'air',
  material: 'coat',
  tones: {
    coat: '#3a3040',
    under: '#5a4a60',
    dark: '#221b28',
    light: '#e6dce8',
    accent: '#2c2432',
    eye: '#f0d04a',
  },
  parts: [
    ...[-1, 1].map((side) => {
      const x = (value: number): number => 50 + side * value;
      return outline(
        'accent',
        `${x(4)},48! ${x(16)},36 ${x(30)},24! ${x(44)},34 ${x(50)},54! ${x(40)},50 ${x(34)},62! ${x(26)},56 ${x(20)},70! ${x(12)},62 ${x(5)},66!`,
      );
    }),
    outline('coat', '43,40! 41,26! 48,34! 52,34! 59,26! 57,40! 57,56 53,74! 50,70! 47,74! 43,56'),
    plain(oval('eye', 47.4, 41, 1.3)),
    plain(oval('eye', 52.6, 41, 1.3)),
  ],
};
