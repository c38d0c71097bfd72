import { apart, type Figure, limb, line, mark, outline, oval, plain } from './notation';

export const songbird: Figure = {
  size: 0.14,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#5d7fa3',
    under: '#f0d9bd',
    dark: '#2a3442',
    light: '#f4e3cb',
    accent: '#d8843a',
    eye: '#0f0c0a',
  },
  coats: ['#5d7fa3', '#c4503a', '#7b6a55', '#4f8a6e', '#d9a93a'],
  parts: [
    line('dark', 1.4, '50,86 52,98'),
    line('dark', 1.4, '58,86 61,98'),
    outline('dark', '26,66! 2,88! 0,82! 20,58!'),
    outline('coat', '20,64 30,48 46,38 58,26 70,22 80,27 84,38 82,56 72,76 54,87 36,82'),
    mark(plain(outline('accent', '84,40! 74,44 66,58 62,78 76,80 88,62'))),
    mark(plain(outline('light', '66,70! 52,80 44,92 64,92 74,78'))),
    apart(outline('dark', '56,50 62,58 54,70 36,76 10,80! 26,66 40,52')),
    plain(outline('dark', '82,29! 95,34! 83,37!')),
    plain(oval('eye', 74.6, 31.6, 2.3)),
    plain(oval('light', 75.3, 30.8, 0.8)),
  ],
};

export const crow: Figure = {
  ...songbird,
  size: 0.24,
  tones: {
    ...songbird.tones,
    coat: '#2a2b33',
    dark: '#1b1c22',
    accent: '#2f313b',
    light: '#3a3c47',
    eye: '#0a0a0c',
  },
  coats: ['#2a2b33'],
};

export const flyingBird: Figure = {
  size: 0.35,
  home: 'air',
  material: 'coat',
  tones: {
    coat: '#f1eee8',
    under: '#d4d6da',
    dark: '#3a3f49',
    light: '#ffffff',
    accent: '#e0a13a',
    eye: '#15151a',
  },
  coats: ['#f1eee8', '#d8dadf'],
  parts: [
    outline('far', '52,52! 60,30 74,12 92,2! 88,22 76,42 64,56!'),
    outline('coat', '20,62! 2,56! 4,68! 18,69'),
    outline('coat', '14,64 30,56 50,51 68,51 80,52 86,56 80,61 64,66 40,69'),
    plain(outline('accent', '85,54! 96,58! 84,59!')),
    plain(oval('eye', 80, 55, 1.3)),
    apart(outline('coat', '60,53! 44,34 30,14 4,2! 10,24 24,44 40,60!')),
    mark(plain(outline('dark', '4,2! 16,8 24,16 14,22 4,12'))),
  ],
};

export const eagle: Figure = {
  ...flyingBird,
  size: 0.6,
  tones: {
    coat: '#5c4330',
    under: '#8a6a4c',
    dark: '#33241a',
    light: '#f3ede2',
    accent: '#e3b13c',
    eye: '#120c08',
  },
  coats: ['#5c4330'],
  parts: [
    outline(
      'far',
      '54,54! 60,30 70,14 84,-2! 86,6! 90,4! 90,12! 94,12! 92,20! 95,22! 90,32 78,46 66,58!',
    ),
    outline('light', '20,62! 0,56! -2,66! 2,72! 18,70'),
    outline('coat', '12,64 30,54 50,50 68,50 76,52 76,62 62,67 40,70'),
    outline('light', '72,50 80,47 88,50 89,57 82,62 72,62'),
    plain(outline('accent', '87,50! 96,54 96,60! 87,57!')),
    plain(oval('eye', 83, 52.4, 1.4)),
    apart(
      outline(
        'coat',
        '60,53! 48,32 34,14 14,-6! 13,3! 7,0! 8,9! 2,8! 5,18! 0,20! 6,30 20,46 40,60!',
      ),
    ),
  ],
};

export const owl: Figure = {
  size: 0.3,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#8a6642',
    under: '#e8d6b6',
    dark: '#3d2a1a',
    light: '#efe2c8',
    accent: '#e6a52f',
    eye: '#0d0a08',
  },
  coats: ['#8a6642', '#6d5a4a', '#a88256', '#d9d3c8'],
  parts: [
    outline('dark', '40,90! 38,100! 50,98! 62,100! 60,90!'),
    outline('coat', '50,14 66,16 76,28 80,48 78,70 68,88 50,94 32,88 22,70 20,48 24,28 34,16'),
    outline('coat', '28,26! 24,2! 42,15!'),
    outline('coat', '72,26! 76,2! 58,15!'),
    mark(plain(outline('light', '50,46 66,52 70,70 62,86 50,90 38,86 30,70 34,52'))),
    ...[56, 64, 72, 80].flatMap((y, row) =>
      [38, 46, 54, 62].map((x) =>
        mark(
          plain(
            outline(
              'dark',
              `${x + (row % 2) * 4 - 2},${y}! ${x + (row % 2) * 4},${y + 4}! ${x + (row % 2) * 4 + 2},${y}!`,
            ),
          ),
        ),
      ),
    ),
    apart(outline('coat', '24,42 32,52 34,72 30,90 20,78 17,58')),
    apart(outline('coat', '76,42 68,52 66,72 70,90 80,78 83,58')),
    plain(oval('light', 39, 32, 12, 12.4)),
    plain(oval('light', 61, 32, 12, 12.4)),
    plain(oval('accent', 40, 32, 7.4)),
    plain(oval('accent', 60, 32, 7.4)),
    plain(oval('eye', 40.6, 32, 4.4)),
    plain(oval('eye', 59.4, 32, 4.4)),
    plain(oval('light', 42, 30.4, 1.3)),
    plain(oval('light', 61, 30.4, 1.3)),
    plain(outline('dark', '46.6,37! 53.4,37! 50,46!')),
    line('accent', 2.2, '42,92 42,98'),
    line('accent', 2.2, '46,92 46,98'),
    line('accent', 2.2, '54,92 54,98'),
    line('accent', 2.2, '58,92 58,98'),
  ],
};

export const duck: Figure = {
  size: 0.26,
  home: 'afloat',
  material: 'coat',
  tones: {
    coat: '#9b8468',
    under: '#d9cbb2',
    dark: '#2c4a3a',
    light: '#efe8da',
    accent: '#e0a12e',
    eye: '#100d0a',
  },
  coats: ['#9b8468', '#efe6d3', '#e9c94a'],
  parts: [
    outline('coat', '2,66! 12,74 30,72 50,70 64,68 76,74 82,86 76,97 56,101 26,100 10,90'),
    limb('dark', '70,78,7 74,64,5 74,54,5'),
    outline('dark', '66,52 70,43 78,41 85,46 85,55 78,60 70,60'),
    plain(outline('accent', '84,49! 98,54 98,57! 84,57!')),
    plain(mark(outline('light', '64,68! 78,66! 80,71! 66,73!'))),
    apart(outline('under', '18,78 36,73 54,76 62,84 52,93 32,93 16,87 6,76!')),
    plain(oval('eye', 78, 48.6, 1.6)),
  ],
};

export const swan: Figure = {
  size: 0.6,
  home: 'afloat',
  material: 'coat',
  tones: {
    coat: '#f6f2ec',
    under: '#d7d9e0',
    dark: '#2a2a30',
    light: '#ffffff',
    accent: '#de7a2e',
    eye: '#121214',
  },
  coats: ['#f6f2ec'],
  parts: [
    outline('coat', '4,64! 14,70 30,62 48,62 66,70 76,82 74,94 58,101 26,101 10,90'),
    limb('coat', '68,84,7 79,74,5.6 80,58,4.2 73,44,3.8 73,30,3.8 80,22,4.4'),
    outline('coat', '75,24 78,18 85,18 91,24 90,28 82,29'),
    plain(outline('accent', '89,22.4! 100,30! 97,32! 88,28.4!')),
    plain(outline('dark', '86.6,20! 91,22! 89,29! 86.6,24!')),
    apart(outline('coat', '10,58! 20,64 30,54! 36,60 46,56! 50,64 60,70 62,82 48,92 26,92 12,82')),
    plain(oval('eye', 84, 22, 0.9)),
  ],
};

export const penguin: Figure = {
  size: 0.5,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#2b303b',
    under: '#f4f0e6',
    dark: '#1b1f28',
    light: '#f6f2e8',
    accent: '#e8a02f',
    eye: '#f6f2e8',
  },
  coats: ['#2b303b'],
  parts: [
    limb('accent', '44,97,3 54,98,2.6'),
    limb('accent', '56,97,3 66,98,2.6'),
    outline('far', '66,40! 76,52 80,72! 70,64!'),
    outline(
      'coat',
      '50,6 60,8 66,16 66,26 72,42 74,66 70,88 60,96 44,96 34,88 30,66 34,42 40,26 41,14',
    ),
    mark(plain(outline('light', '64,20! 58,28 54,40 48,60 50,84 56,97 74,90 78,66 74,42 66,28'))),
    mark(plain(outline('accent', '60,26! 56,32 60,38 66,32'))),
    plain(outline('accent', '64,14! 80,19! 64,21!')),
    plain(oval('eye', 59.6, 15.6, 2)),
    plain(oval('dark', 60, 15.6, 1.1)),
    apart(outline('coat', '40,38! 50,48 48,68 38,80! 33,62')),
  ],
};

export const rooster: Figure = {
  size: 0.36,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#b5622d',
    under: '#e0a64f',
    dark: '#2c3a38',
    light: '#eab866',
    accent: '#cf3730',
    eye: '#120c08',
  },
  coats: ['#b5622d', '#efe6d6', '#6e3a24'],
  parts: [
    line('light', 1.6, '46,82 47,98 52,98'),
    line('light', 1.6, '56,82 58,98 63,98'),
    limb('dark', '32,62,5 18,46,5 8,44,4 2,54,3 1,64,0.6'),
    limb('dark', '32,58,5 22,36,5 12,30,4 3,36,2.4 0,44,0.6'),
    outline(
      'coat',
      '22,54 34,58 48,52 58,40 62,24 70,16 78,20 78,32 76,54 68,74 54,84 38,82 26,70',
    ),
    mark(plain(outline('light', '62,18! 76,30 74,52 66,62 56,54 56,36'))),
    apart(outline('dark', '34,60 50,60 56,68 48,76 32,74 22,66!')),
    plain(outline('accent', '62,18! 62,8! 67,12! 70,4! 74,11! 79,7! 78,20!')),
    plain(outline('accent', '77,27! 82,30 80,38 76,36!')),
    plain(outline('light', '78,20! 88,25! 78,27!')),
    plain(oval('eye', 74, 20.6, 1.4)),
  ],
};

export const flamingo: Figure = {
  size: 0.8,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#e88d92',
    under: '#f3bcb8',
    dark: '#2c2226',
    light: '#f7d2cc',
    accent: '#d9666f',
    eye: '#140d0d',
  },
  coats: ['#e88d92', '#e27a78'],
  parts: [
    line('accent', 1.4, '46,62 48,80 46,99 51,99'),
    line('accent', 1.4, '52,62 62,74 50,82'),
    outline('coat', '20,56! 30,46 44,40 58,42 66,50 62,60 48,65 32,63'),
    limb('coat', '60,52,5 70,48,3.2 70,36,2.4 62,26,2.2 61,14,2.2 68,8,2.8'),
    outline('coat', '63,8 67,4 74,5 77,10 72,13 65,13'),
    plain(outline('light', '75,6! 82,10 80,14! 74,12!')),
    plain(outline('dark', '81,9! 84,16 80,20! 78,13!')),
    apart(outline('accent', '18,58! 30,48 46,46 56,52 46,60 30,61')),
    plain(oval('eye', 71, 7.6, 1)),
  ],
};

export const parrot: Figure = {
  size: 0.3,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#d3372c',
    under: '#f2d44a',
    dark: '#1f4f8f',
    light: '#f6efe2',
    accent: '#f0c23a',
    eye: '#120d0a',
  },
  coats: ['#d3372c', '#2f9a5a', '#2b6fc0'],
  parts: [
    outline('dark', '40,72! 20,100! 28,102! 50,80!'),
    outline('coat', '36,76! 22,98! 34,96! 52,78!'),
    outline('coat', '38,74 38,52 46,32 54,18 66,12 76,18 78,30 74,48 68,66 56,80 44,82'),
    plain(outline('light', '64,18 72,17 76,24 72,31 64,29')),
    plain(outline('dark', '74,17! 84,21 86,34! 79,30 75,30!')),
    apart(outline('dark', '42,44 54,46 58,60 48,80 30,94! 36,66')),
    plain(mark(outline('accent', '42,42! 54,44 58,56 50,60 40,54'))),
    plain(oval('eye', 70, 22, 1.7)),
    line('dark', 2, '56,80 58,90'),
    line('dark', 2, '62,76 64,88'),
  ],
};

export const peacock: Figure = {
  size: 0.7,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#1f5fa0',
    under: '#2a8f9a',
    dark: '#123a63',
    light: '#d9c96a',
    accent: '#2f8f63',
    eye: '#0c0c10',
  },
  coats: ['#1f5fa0'],
  parts: [
    ...Array.from({ length: 13 }, (_, index) => {
      const angle = ((-172 + index * 13.7) * Math.PI) / 180;
      const x = 50 + Math.cos(angle) * 49;
      const y = 74 + Math.sin(angle) * 68;
      return apart(limb('accent', `50,76,2 ${(50 + x) / 2},${(76 + y) / 2},5 ${x},${y},6.6`));
    }),
    ...Array.from({ length: 13 }, (_, index) => {
      const angle = ((-172 + index * 13.7) * Math.PI) / 180;
      const x = 50 + Math.cos(angle) * 49;
      const y = 74 + Math.sin(angle) * 68;
      return [
        plain(oval('light', x, y, 4.4, 4.4)),
        plain(oval('coat', x, y, 2.8)),
        plain(oval('dark', x, y, 1.5)),
      ];
    }).flat(),
    line('light', 1.2, '46,92 46,99'),
    line('light', 1.2, '54,92 54,99'),
    outline('coat', '50,44 56,48 55,60 62,74 60,88 50,94 40,88 38,74 45,60 44,48'),
    plain(outline('light', '48.4,52! 51.6,52! 50,56!')),
    plain(oval('eye', 47.6, 49.6, 1)),
    plain(oval('eye', 52.4, 49.6, 1)),
    line('dark', 0.7, '49,44 46,37'),
    line('dark', 0.7, '50,44 50,36'),
    line('dark', 0.7, '51,44 54,37'),
  ],
};
