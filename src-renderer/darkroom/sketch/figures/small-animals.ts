import {
  apart,
  type Figure,
  farLegs,
  limb,
  line,
  mark,
  nearLegs,
  outline,
  oval,
  plain,
} from './notation';

const bearLegs = { front: 68, rear: 28, top: 66, thick: 9, thin: 5.2, gait: 7, bend: 2 } as const;

export const bear: Figure = {
  size: 0.85,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#5f4330',
    under: '#8a6648',
    dark: '#2a1c14',
    light: '#b99470',
    accent: '#2a1c14',
    eye: '#100a07',
  },
  coats: ['#5f4330', '#3d2f28', '#7d5a3c'],
  parts: [
    ...farLegs(bearLegs),
    oval('coat', 16, 52, 3.6, 3),
    outline('coat', '16,52 22,42 36,38 50,38 62,33 72,35 78,46 76,60 68,70 48,72 28,71 17,64'),
    limb('coat', '70,48,12 79,47,9.6'),
    oval('coat', 76.4, 37, 3.6, 3.8),
    oval('coat', 84.4, 38, 2.8, 3),
    outline('coat', '72,46 76,39 82,37.6 88,41 92,46 98,49 99,53 95,57 87,58.6 79,59'),
    mark(plain(outline('light', '99,51! 93,48.6 89,52 90,57 97,58'))),
    plain(oval('dark', 97.6, 50, 1.9, 1.6)),
    plain(oval('eye', 88.4, 45.4, 1.15, 1.2)),
    ...nearLegs(bearLegs),
  ],
};

export const polarBear: Figure = {
  ...bear,
  tones: { ...bear.tones, coat: '#efe9dc', light: '#f6f1e6' },
  coats: ['#efe9dc'],
};

export const panda: Figure = {
  ...bear,
  size: 0.7,
  tones: { ...bear.tones, coat: '#f3efe6', far: '#26242a', dark: '#26242a', light: '#f3efe6' },
  coats: ['#f3efe6'],
  parts: [
    ...farLegs(bearLegs),
    outline('coat', '16,52 22,42 36,38 50,38 62,36 72,38 78,46 76,60 68,70 48,72 28,71 17,64'),
    plain(mark(outline('dark', '58,30! 74,30! 78,50 76,76! 56,76! 58,52'))),
    limb('coat', '72,48,12 80,46,10'),
    plain(oval('dark', 74.6, 33.6, 4, 4.2)),
    plain(oval('dark', 86.4, 34.2, 3.2, 3.4)),
    outline('coat', '70,46 73,37 81,34 89,37 94,44 96,50 94,55 86,58.6 77,58'),
    plain(oval('dark', 87, 45, 2.6, 3.2, 30)),
    plain(oval('dark', 95, 50, 1.8, 1.4)),
    plain(oval('light', 87.6, 44.4, 0.8, 0.8)),
    ...nearLegs({ ...bearLegs, tone: 'dark' }),
  ],
};

export const rabbit: Figure = {
  size: 0.28,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#a58a6f',
    under: '#efe3d2',
    dark: '#4d3b2d',
    light: '#f6eee1',
    accent: '#dca79a',
    eye: '#150e0a',
  },
  coats: ['#a58a6f', '#e9e2d6', '#6f5f52', '#c9a77d'],
  parts: [
    limb('coat', '60,40,2.4 54,24,3.6 50,8,2.8 49,1,0.8'),
    plain(oval('light', 15, 82, 6.4, 6)),
    outline('coat', '14,84 17,68 28,57 44,54 58,58 68,66 72,80 68,94 54,98 30,98 18,95'),
    limb('coat', '62,76,6 65,88,4 66,95,3.2 71,97,2.6'),
    apart(outline('coat', '48,98 26,99 19,90 23,77 35,72 46,78 50,88')),
    limb('coat', '26,96,3 40,97,3.2 52,97,2.8'),
    limb('coat', '60,62,9 66,52,8.6'),
    limb('coat', '66,42,2.6 64,26,4 66,10,3 68,2,0.8'),
    plain(mark(limb('accent', '65.6,36,1 65,24,2 66.4,11,1.2'))),
    outline('coat', '56,52 59,43 67,39.4 75,43 82,50 83,55 78,60 68,62.6 59,60'),
    mark(plain(outline('light', '83,55! 78,55 72,58 66,64 64,76 70,78 76,64 82,60'))),
    plain(oval('eye', 72, 48.4, 1.8, 2)),
    plain(oval('accent', 82, 52.4, 1.3, 1.1)),
    line('dark', 0.45, '79,55 86,53 92,54'),
    line('dark', 0.45, '79,56.4 86,57 91,60'),
  ],
};

export const squirrel: Figure = {
  size: 0.26,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#b5673a',
    under: '#f1e2cb',
    dark: '#4d2c1a',
    light: '#f5e9d6',
    accent: '#8a4d29',
    eye: '#150d08',
  },
  coats: ['#b5673a', '#84766a', '#9b4d2a'],
  parts: [
    limb('accent', '46,92,5 30,88,9 20,74,12 20,56,13 26,38,12 38,30,9 42,36,5 38,42,1'),
    outline('coat', '44,96 42,80 48,64 58,54 68,56 74,68 72,84 66,96 54,99'),
    mark(plain(outline('light', '72,60! 66,66 66,82 70,92 80,80 78,64'))),
    apart(outline('coat', '66,98 48,99 43,90 48,78 58,76 65,84')),
    limb('coat', '58,97,2.8 70,97.4,2.4'),
    outline('coat', '60,36! 60,25! 67,33!'),
    outline('coat', '58,48 60,38 68,33.6 76,37 83,44 84,48.6 79,53 70,56 62,55'),
    mark(plain(outline('light', '84,48! 78,49 74,53 76,57 84,53'))),
    plain(oval('eye', 74.4, 42.4, 1.7, 1.8)),
    plain(oval('dark', 83.4, 46.6, 1.2, 1)),
    limb('coat', '66,64,4.4 75,68,2.8 82,65,2.2'),
    plain(oval('dark', 85, 63, 3.4, 3)),
    plain(oval('accent', 85, 66, 2.8, 3.2)),
  ],
};

export const mouse: Figure = {
  size: 0.16,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#8d8580',
    under: '#e7ddd2',
    dark: '#453e3a',
    light: '#efe6da',
    accent: '#e2a9a0',
    eye: '#0f0c0a',
  },
  parts: [
    line('accent', 1.8, '20,90 8,92 -4,84 -10,90 -20,88'),
    outline('coat', '16,90 20,72 34,62 50,62 62,66 74,76 84,84 86,90 78,95 60,97 32,98 20,96'),
    apart(oval('coat', 54, 62, 8, 8.6)),
    plain(oval('accent', 54.6, 62.6, 5.4, 6)),
    oval('coat', 64, 64, 5.4, 6.4),
    plain(oval('eye', 72, 78, 1.8, 1.9)),
    plain(oval('accent', 86, 88, 1.8, 1.6)),
    limb('accent', '62,95,1.6 68,98,1.6'),
    limb('accent', '34,97,1.8 42,98.4,1.8'),
    line('dark', 0.5, '80,89 88,93 94,94'),
    line('dark', 0.5, '80,87 90,86 96,84'),
  ],
};

export const hedgehog: Figure = {
  size: 0.18,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#6d5540',
    under: '#d8bf9c',
    dark: '#2f231a',
    light: '#dcc6a6',
    accent: '#42332a',
    eye: '#0f0a07',
  },
  parts: [
    limb('light', '66,90,4 68,97,3'),
    limb('light', '34,92,4 36,97,3'),
    outline('light', '62,62 74,66 84,76 92,84 93,88 86,92 70,96 50,96 40,92'),
    apart(
      outline(
        'coat',
        '70,94! 60,96 36,97 18,96! 10,94! 14,88! 6,84! 13,79! 7,72! 15,70! 11,61! 20,61! 18,52! 27,54! 28,45! 36,49! 40,41! 46,47! 53,42! 56,50! 64,48! 65,56! 72,58! 70,66 66,80',
      ),
    ),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((index) => {
      const x = 20 + ((index * 13) % 44);
      const y = 58 + ((index * 17) % 34);
      return line('dark', 1, `${x},${y} ${x - 3},${y - 5}`);
    }),
    plain(oval('eye', 79, 78, 1.9, 2)),
    plain(oval('dark', 92.6, 85, 2.2, 2)),
  ],
};

const pigLegs = { front: 66, rear: 30, top: 72, thick: 6, thin: 3.2, gait: 5, bend: 2 } as const;

export const pig: Figure = {
  size: 0.55,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#e8a79c',
    under: '#f3c9be',
    dark: '#8f4f4a',
    light: '#f6d8cf',
    accent: '#d4867d',
    eye: '#1b0f0d',
  },
  parts: [
    ...farLegs(pigLegs),
    line('accent', 1.6, '17,56 12,54 11,48 15,47 15,52'),
    outline('coat', '16,60 22,46 38,40 56,41 70,44 78,54 78,68 66,78 44,80 26,78 18,70'),
    outline('coat', '68,48 76,44 84,48 90,54 96,55 97,65 91,68 84,72 74,70'),
    apart(outline('accent', '72,50! 70,38! 80,46!')),
    plain(oval('accent', 96, 60, 2.2, 5)),
    plain(oval('eye', 85.4, 54, 1.3, 1.4)),
    ...nearLegs(pigLegs),
  ],
};

export const kangaroo: Figure = {
  size: 0.95,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#a9774c',
    under: '#e5cba6',
    dark: '#4d3421',
    light: '#ead5b4',
    accent: '#6b4a30',
    eye: '#140c07',
  },
  parts: [
    limb('coat', '40,74,7 28,84,5.4 14,91,3.6 0,96,1.2'),
    outline('coat', '36,80 40,62 50,46 58,34 65,32 68,42 68,60 64,76 54,84'),
    mark(plain(outline('light', '68,40! 63,54 60,74 70,78 74,56'))),
    limb('coat', '61,38,6 66,26,4.4 69,20,4'),
    limb('coat', '67,18,1.6 63,8,2.2 62,3,0.6'),
    limb('coat', '70,17,1.6 70,7,2.2 71,2,0.6'),
    outline('coat', '65,20 68,14.6 74,15 80,20 83,24 80,27 73,27 67,25'),
    plain(oval('eye', 74, 18.6, 1.2, 1.3)),
    limb('coat', '64,46,3.2 70,54,2 76,55,1.5'),
    limb('coat', '48,74,8.6 58,82,5 50,92,2.8'),
    limb('coat', '47,95,2.6 58,97,2.3 68,97,2'),
  ],
};

export const frog: Figure = {
  size: 0.14,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#6f9a3a',
    under: '#dfe3a8',
    dark: '#2f451b',
    light: '#e4e8b8',
    accent: '#4e7429',
    eye: '#12140a',
  },
  parts: [
    limb('accent', '34,84,8 18,80,5 26,94,3.4 12,97,2.4 4,98,1'),
    outline('coat', '18,86 26,70 44,56 62,50 80,56 88,66 84,78 68,88 44,94 26,94'),
    mark(plain(outline('light', '88,68! 72,74 56,84 44,96 76,92 90,78'))),
    oval('coat', 66, 49, 7, 7),
    plain(oval('light', 67, 48, 4, 4)),
    plain(oval('eye', 68, 48, 2.2, 3)),
    limb('coat', '66,82,5 72,91,3.4 68,97,2.6 80,98,1.4'),
    apart(limb('coat', '30,86,9 46,88,6 32,95,3.6 48,98,1.8')),
    line('dark', 0.8, '86,68 76,70 64,67'),
  ],
};

export const snail: Figure = {
  size: 0.1,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#d3b283',
    under: '#ead6b3',
    dark: '#6b4a2b',
    light: '#efe0c2',
    accent: '#a8683a',
    eye: '#1a110a',
  },
  parts: [
    line('coat', 1.6, '84,70 88,58 91,50'),
    line('coat', 1.6, '88,72 94,62 98,56'),
    outline('coat', '6,97 22,90 60,90 76,82 80,70 88,68 93,74 92,86 84,97 50,99'),
    apart(oval('accent', 48, 66, 29, 28)),
    plain(line('dark', 2, '20,74 28,46 52,40 70,56 66,78 46,82 36,68 44,56 56,60 54,70 48,68')),
    plain(oval('eye', 91, 49, 1.8)),
    plain(oval('eye', 98, 55, 1.8)),
  ],
};

export const turtle: Figure = {
  size: 0.3,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#7f9a57',
    under: '#d9cf95',
    dark: '#3c4a26',
    light: '#c3c283',
    accent: '#6e5c33',
    eye: '#12140a',
  },
  parts: [
    limb('coat', '24,80,6 18,92,4.6 14,97,3.4'),
    limb('coat', '66,82,6 74,92,4.6 78,97,3.4'),
    limb('coat', '14,82,3 6,88,0.8'),
    limb('coat', '76,78,7 86,68,6 92,60,6.4 97,61,4'),
    apart(outline('accent', '10,84 14,64 30,48 48,44 66,50 80,66 84,82 78,87 46,89 16,88')),
    ...['30,62,8', '48,56,9', '66,64,8', '40,76,7', '58,76,7', '22,78,5', '74,78,5'].map((spot) => {
      const [x = 0, y = 0, r = 1] = spot.split(',').map(Number);
      return plain(mark(oval('coat', x, y, r, r * 0.8)));
    }),
    plain(oval('eye', 95, 58.4, 1.3)),
  ],
};
