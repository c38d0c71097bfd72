import { apart, type Figure, limb, line, mark, outline, oval, plain } from './notation';

export const whale: Figure = {
  size: 2.6,
  home: 'water',
  material: 'coat',
  tones: {
    coat: '#3f5a78',
    under: '#cfd8dc',
    dark: '#22364c',
    light: '#d9e0e2',
    accent: '#2f465f',
    eye: '#0c1118',
  },
  coats: ['#3f5a78', '#4b6070', '#33506e'],
  parts: [
    outline('far', '66,72! 58,86 50,96! 58,94 72,80!'),
    outline(
      'coat',
      '4,34! 0,22! 9,26 15,32! 22,24 32,22! 28,34 22,42! 34,47 50,38 68,35 84,40 96,52 99,62 94,72 82,79 64,82 46,77 30,63 14,45',
    ),
    mark(plain(outline('light', '100,62! 88,66 70,68 50,66 38,68 50,84 80,86 100,76'))),
    ...[70, 73, 76].map((y) =>
      line('accent', 0.6, `${94 - (y - 70)},${y - 2} ${80},${y} ${62},${y + 0.6}`),
    ),
    line('dark', 0.9, '99,62 90,63 82,61 78,58'),
    apart(outline('coat', '74,70! 68,84 58,97! 70,94 82,78!')),
    plain(oval('eye', 80.4, 56.6, 1.2)),
  ],
};

export const dolphin: Figure = {
  size: 0.9,
  home: 'water',
  material: 'coat',
  tones: {
    coat: '#6d8ba6',
    under: '#dfe7ea',
    dark: '#3f5a73',
    light: '#e6ecee',
    accent: '#56758f',
    eye: '#0d1218',
  },
  parts: [
    outline(
      'coat',
      '0,84! 4,72 12,70! 16,60 30,46 48,36! 46,22! 58,33 72,38 82,46 88,52 98,57! 98,61! 88,62 76,63 60,62 42,66 26,74 18,78! 20,90! 10,86',
    ),
    mark(plain(outline('light', '98,60! 84,57 70,58 50,61 36,68 60,70 90,66'))),
    apart(outline('coat', '66,60! 60,74 52,82! 66,79 76,62!')),
    plain(oval('eye', 82, 51.6, 1.2)),
  ],
};

export const shark: Figure = {
  size: 1.4,
  home: 'water',
  material: 'coat',
  tones: {
    coat: '#65737f',
    under: '#d6dcde',
    dark: '#38434d',
    light: '#dde2e3',
    accent: '#525f6a',
    eye: '#0b0e11',
  },
  parts: [
    outline(
      'coat',
      '14,56! 2,34! 12,40 22,50! 34,46 46,42! 50,24! 60,40 76,44 90,50 99,56 92,62 78,67 60,69 40,66 22,60! 12,68 4,76!',
    ),
    mark(plain(outline('light', '99,57! 84,60 64,62 40,62 30,66 60,74 92,66'))),
    apart(outline('coat', '66,64! 56,82 50,90! 66,84 76,64!')),
    ...[74, 77, 80].map((x) => line('dark', 0.8, `${x},50 ${x - 1},56 ${x},60`)),
    plain(oval('eye', 88, 53, 1.2)),
    line('dark', 0.8, '94,61 88,60 84,62'),
  ],
};

export const fish: Figure = {
  size: 0.3,
  home: 'water',
  material: 'coat',
  tones: {
    coat: '#e5862f',
    under: '#f6d9a0',
    dark: '#8f3f1d',
    light: '#fbeed4',
    accent: '#d9562b',
    eye: '#0f0c0a',
  },
  coats: ['#e5862f', '#3f8fa8', '#d94b3f', '#e8c23a', '#7a6fb0'],
  parts: [
    outline('accent', '22,60! 2,36! 8,60 2,84! 22,64!'),
    outline('accent', '34,46! 44,26 64,26! 70,40!'),
    outline('accent', '44,80! 48,94 60,92! 64,80!'),
    outline('coat', '18,62 34,44 56,36 78,42 94,56 98,62 92,70 78,80 56,85 34,79'),
    mark(plain(outline('light', '98,64! 82,70 60,76 36,74 50,88 80,86'))),
    mark(plain(outline('light', '66,34! 71,48 71,74 66,88! 62,74 62,48'))),
    mark(plain(outline('light', '40,36! 45,52 45,72 40,86! 37,72 37,52'))),
    apart(outline('accent', '62,62! 50,58 44,66 50,72!')),
    plain(oval('light', 84, 55, 4)),
    plain(oval('eye', 84.8, 55, 2.2)),
    line('dark', 0.8, '97,64 93,66 90,65'),
  ],
};

export const octopus: Figure = {
  size: 0.6,
  home: 'water',
  material: 'coat',
  tones: {
    coat: '#b5516b',
    under: '#e6a6ab',
    dark: '#5c2238',
    light: '#f3dede',
    accent: '#94405a',
    eye: '#150a0e',
  },
  coats: ['#b5516b', '#a8572f', '#6b5a9a'],
  parts: [
    limb('far', '42,56,5 26,64,4 14,58,2.6 6,64,1'),
    limb('far', '58,56,5 76,62,4 88,56,2.6 96,64,1'),
    limb('coat', '40,58,6 24,74,4.4 10,76,3 4,88,1'),
    limb('coat', '60,58,6 78,74,4.4 90,76,3 97,88,1'),
    limb('coat', '44,60,6 36,80,4.4 24,90,3 18,99,1'),
    limb('coat', '56,60,6 66,80,4.4 76,90,3 84,99,1'),
    limb('coat', '50,60,6 52,80,4.2 46,92,2.8 52,100,1'),
    outline('coat', '50,2 66,8 73,24 69,42 64,56 50,62 36,56 31,42 27,24 34,8'),
    plain(oval('light', 42, 46, 5.4)),
    plain(oval('light', 58, 46, 5.4)),
    plain(oval('eye', 43, 46.6, 2.4, 3)),
    plain(oval('eye', 57, 46.6, 2.4, 3)),
    ...['42,16,2.6', '56,12,2', '60,24,3', '48,26,1.8'].map((spot) => {
      const [x = 0, y = 0, r = 1] = spot.split(',').map(Number);
      return plain(mark(oval('under', x, y, r)));
    }),
  ],
};

export const jellyfish: Figure = {
  size: 0.5,
  home: 'water',
  material: 'coat',
  tones: {
    coat: '#d98fb5',
    under: '#f6d6e2',
    dark: '#8c4f7d',
    light: '#fbe6ee',
    accent: '#b873a6',
    eye: '#8c4f7d',
  },
  coats: ['#d98fb5', '#8fb5e0', '#c5a0e6', '#f0b58a'],
  parts: [
    ...[30, 40, 50, 60, 70].map((x, index) =>
      limb(
        'accent',
        `${x},38,1.8 ${x + (index % 2 ? 4 : -4)},56,1.4 ${x + (index % 2 ? -3 : 4)},76,1 ${x + (index % 2 ? 3 : -4)},98,0.4`,
      ),
    ),
    limb('light', '44,38,4 40,54,3 46,70,2 42,82,0.6'),
    limb('light', '57,38,4 62,54,3 56,70,2 60,82,0.6'),
    outline(
      'coat',
      '18,40! 18,24 30,8 50,2 70,8 82,24 82,40! 74,36 66,42! 58,37 50,43! 42,37 34,42! 26,36',
    ),
    plain(mark(outline('light', '30,26 40,10 52,8 44,20 38,32'))),
  ],
};

export const crab: Figure = {
  size: 0.2,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#cf4d33',
    under: '#f0c09a',
    dark: '#7a2418',
    light: '#f3cfae',
    accent: '#b53b26',
    eye: '#0f0a08',
  },
  parts: [
    ...[-1, 1].flatMap((side) =>
      [0, 1, 2].map((index) => {
        const x = 50 + side * (20 + index * 3);
        return limb(
          'accent',
          `${x},${74 + index * 3},2.6 ${x + side * (14 - index * 3)},${72 + index * 6},2 ${x + side * (18 - index * 4)},98,0.8`,
        );
      }),
    ),
    limb('coat', '26,66,3 12,56,3 12,44,3'),
    limb('coat', '74,66,3 88,56,3 88,44,3'),
    outline('coat', '6,44! 2,32 8,22! 11,32! 18,22! 21,34 16,44!'),
    outline('coat', '94,44! 98,32 92,22! 89,32! 82,22! 79,34 84,44!'),
    outline('coat', '22,70 28,58 50,52 72,58 78,70 70,84 50,90 30,84'),
    line('coat', 1.8, '42,54 41,44'),
    line('coat', 1.8, '58,54 59,44'),
    plain(oval('eye', 41, 42, 2.8)),
    plain(oval('eye', 59, 42, 2.8)),
    line('dark', 0.9, '42,74 50,78 58,74'),
  ],
};
