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

const horseLegs = { front: 67, rear: 31, top: 58, thick: 6.4, thin: 2, gait: 8, bend: 4 } as const;

const horseForm = [
  ...farLegs(horseLegs),
  limb('coat', '29,49,9 36,47,9.4 48,49,9.2 60,48,10 67,47,9.6'),
  limb('coat', '66,46,9 74,33,6.4 79,22,5 82,16,4'),
  outline('coat', '77.6,13! 79,4! 82.6,11!'),
  outline('coat', '77,18 79,12.6 84,11.6 88,17 93,26 96,30.4 95,34.4 90.6,35 86,31 82,27 78,25'),
];

const horseHead = [plain(oval('eye', 84.6, 17.6, 1.2, 1.3)), plain(oval('dark', 93.6, 31, 0.8, 1))];
const horseMane = outline('dark', '82,9! 77,11 71,20 66,30 60,39 63,44 69,37 75,29 78,20');
const horseTail = limb('dark', '24,46,2.6 17,50,3.4 13,60,4.4 12,72,3.8 9,82,0.8');

export const horse: Figure = {
  size: 1.15,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#7d4b2c',
    under: '#c99b6c',
    dark: '#2c1c14',
    light: '#f2e8da',
    accent: '#f2e8da',
    eye: '#120b08',
  },
  coats: ['#7d4b2c', '#5a3420', '#a5683a', '#d8cdbd', '#3b2f2b'],
  parts: [horseTail, ...horseForm, horseMane, ...horseHead, ...nearLegs(horseLegs)],
};

export const unicorn: Figure = {
  ...horse,
  tones: { ...horse.tones, coat: '#f3eef2', dark: '#c79ad0', accent: '#e8c35a' },
  coats: ['#f3eef2'],
  parts: [...horse.parts, plain(apart(outline('accent', '83.4,12.6! 95,-6! 87,14.6!')))],
};

export const zebra: Figure = {
  ...horse,
  size: 1,
  tones: { ...horse.tones, coat: '#f2ede4', dark: '#231f1e' },
  coats: ['#f2ede4'],
  parts: [
    ...horse.parts,
    ...[22, 27, 32, 37, 42, 47, 52, 57, 62, 67].map((x) =>
      mark(
        plain(
          outline(
            'dark',
            `${x},36! ${x + 2.6},46 ${x + 1.6},58 ${x - 0.6},68! ${x + 0.2},56 ${x - 0.4},46`,
          ),
        ),
      ),
    ),
    ...[20, 26, 32, 38].map((y) =>
      mark(plain(outline('dark', `64,${y - 1}! 76,${y + 2} 88,${y + 8}! 76,${y + 4.4}`))),
    ),
    ...[70, 76, 82, 88].map((y) =>
      mark(plain(outline('dark', `20,${y}! 80,${y}! 80,${y + 2.2}! 20,${y + 2.2}!`))),
    ),
  ],
};

const deerLegs = { front: 66, rear: 34, top: 62, thick: 5, thin: 1.5, gait: 7, bend: 4 } as const;

export const deer: Figure = {
  size: 0.95,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#a8703f',
    under: '#efdcc0',
    dark: '#3b281b',
    light: '#f4e9d8',
    accent: '#6e4f34',
    eye: '#140d08',
  },
  coats: ['#a8703f', '#8e5c35', '#b98350'],
  parts: [
    ...farLegs(deerLegs),
    line('accent', 1.7, '79,30 74,20 67,14 62,4'),
    line('accent', 1.5, '73,19 77,11 75,3'),
    line('accent', 1.4, '68,15 60,14 55,9'),
    outline('light', '30,50 25,52 25,60 30,61'),
    limb('coat', '34,55,7.6 46,55,7.8 58,55,8.4 66,54,8.2'),
    limb('coat', '65,53,7.6 72,44,5 77,36,4.2'),
    outline('coat', '75,33! 66,28 64,26! 70,24 78,29!'),
    outline('coat', '74,36 76,30 81,28 86,31 92,36.4 93.4,39 90,41.4 84,40.6 78,42'),
    line('accent', 1.9, '81,29 80,20 75,12 74,0'),
    line('accent', 1.6, '80,19 86,12 86,3'),
    line('accent', 1.4, '77,14 81,7 81,1'),
    mark(plain(outline('light', '92,40! 85,39 79,43 75,50 73,58 79,50'))),
    mark(plain(outline('light', '34,66! 48,61 62,62 58,68 40,70'))),
    plain(oval('dark', 92.4, 37.6, 1.4, 1.4)),
    plain(oval('eye', 83.4, 33, 1.2, 1.3)),
    ...nearLegs(deerLegs),
  ],
};

const cowLegs = { front: 68, rear: 28, top: 64, thick: 6.6, thin: 2.9, gait: 5, bend: 3 } as const;

export const cow: Figure = {
  size: 0.95,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#efe8dd',
    under: '#e2b8a4',
    dark: '#2c2523',
    light: '#f7f1e6',
    accent: '#e0a596',
    eye: '#14100e',
  },
  coats: ['#efe8dd', '#9c5f37', '#efe8dd'],
  parts: [
    ...farLegs(cowLegs),
    line('coat', 1.6, '21,46 16,54 16,68 15,76'),
    plain(oval('dark', 15, 79, 2, 4)),
    oval('accent', 37, 70, 6, 5),
    outline('coat', '22,44 36,42 54,43 66,41 75,42 78,54 74,66 64,69 46,69 30,67 21,60'),
    outline('coat', '72,40 79,36 84,40 86,48 82,56 74,58'),
    outline('coat', '78,39! 71,35 69,38 74,42!'),
    line('light', 1.8, '81,37 80,31 83,28'),
    outline('coat', '78,40 83,36 89,38 93,46 97,53 95,58 89,59 84,54 79,48'),
    mark(plain(outline('dark', '24,42! 36,40 42,48 38,58 28,60 20,52'))),
    mark(plain(outline('dark', '52,40! 62,40 66,48 60,57 52,54 48,46'))),
    mark(plain(outline('dark', '76,38 82,34 87,38 86,46 80,48'))),
    mark(plain(outline('accent', '98,52! 92,51 88,55 90,61 99,60'))),
    plain(oval('eye', 86.6, 43, 1.2, 1.3)),
    ...nearLegs(cowLegs),
  ],
};

const sheepLegs = {
  front: 62,
  rear: 36,
  top: 70,
  thick: 4,
  thin: 2.1,
  gait: 5,
  tone: 'dark',
} as const;

export const sheep: Figure = {
  size: 0.55,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#f0e9dc',
    far: '#3b322d',
    under: '#d8cfc0',
    dark: '#3b322d',
    light: '#fbf6ec',
    accent: '#3b322d',
    eye: '#f5efe3',
  },
  parts: [
    ...farLegs(sheepLegs),
    ...nearLegs(sheepLegs),
    outline(
      'coat',
      '22,58! 25,50 32,51! 35,43 43,46! 48,40 55,44! 61,39 67,45! 74,46 73,53! 79,58 74,63! 76,70 69,70! 66,77 59,73! 53,79 47,74! 40,79 35,74! 27,75 27,68! 20,66',
    ),
    apart(outline('dark', '70,44 76,40 82,43 87,52 88,57 84,60 78,57 72,53')),
    outline('dark', '73,44! 66,44 64,48 71,49!'),
    outline('coat', '69,43! 72,37 78,37 81,42 77,45'),
    plain(oval('eye', 79.6, 47.6, 0.9, 1)),
  ],
};

export const goat: Figure = {
  ...deer,
  size: 0.6,
  tones: { ...deer.tones, coat: '#d9cfc0', dark: '#4a4038', accent: '#6c6258' },
  coats: ['#d9cfc0', '#8a7660', '#5d544c'],
  parts: [
    ...farLegs(deerLegs),
    limb('coat', '30,50,2 27,45,1.8 29,41,1'),
    limb('coat', '33,56,8.6 46,57,9.4 58,57,9.6 66,55,8.6'),
    limb('coat', '65,53,8 72,44,5.4 77,37,4.6'),
    outline('coat', '76,35! 69,35 67,39 74,39!'),
    outline('coat', '74,37 76,31 81,29 87,33 93,40 93,43.6 88,44 82,43 77,44'),
    outline('coat', '87,43! 89,53 86,55! 84,48 83,43!'),
    line('accent', 2.4, '80,30 76,22 69,19 65,23'),
    line('accent', 2.2, '82,30 79,21 72,16 67,18'),
    plain(oval('eye', 83.6, 34.6, 1.2, 1.1)),
    ...nearLegs(deerLegs),
  ],
};

const elephantLegs = {
  front: 64,
  rear: 30,
  top: 62,
  thick: 9,
  thin: 6.2,
  gait: 6,
  bend: 1,
} as const;

export const elephant: Figure = {
  size: 1.6,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#83858c',
    under: '#a7a6a8',
    dark: '#4c4e55',
    light: '#f3eada',
    accent: '#6d6f77',
    eye: '#15151a',
  },
  coats: ['#83858c', '#767176', '#8f8a84'],
  parts: [
    ...farLegs(elephantLegs),
    line('dark', 1.6, '17,42 13,52 13,64 11,70'),
    outline('coat', '17,44 24,33 38,28 54,28 66,30 74,40 74,58 66,68 48,71 30,70 19,60'),
    outline('coat', '62,30 70,23 80,23 88,30 91,40 88,50 80,56 70,54 63,44'),
    limb('coat', '85,42,8 91,54,6 94,66,4.4 94,78,3.5 91,88,3 87,93,2.6 83,94,1.8'),
    apart(outline('accent', '64,30 72,28 77,34 78,46 74,58 68,61 61,54 58,42')),
    plain(apart(outline('light', '85,52! 90,60 97,64 100,62! 95,64 88,56 87,49!'))),
    plain(oval('eye', 83.6, 36.6, 1.3, 1.3)),
    ...nearLegs(elephantLegs),
  ],
};

const giraffeLegs = {
  front: 60,
  rear: 38,
  top: 66,
  thick: 4.4,
  thin: 1.6,
  gait: 5,
  bend: 2,
} as const;

export const giraffe: Figure = {
  size: 2.3,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#e6c27c',
    under: '#f3e3bf',
    dark: '#8f562a',
    light: '#f6ead0',
    accent: '#5a371d',
    eye: '#1a110a',
  },
  parts: [
    ...farLegs(giraffeLegs),
    line('accent', 0.9, '32,57 29,66 29,74'),
    limb('coat', '37,60,5.4 46,58,6 55,56,6.6 60,54,6.4'),
    limb('coat', '59,54,6 65,38,4 70,20,2.9 73,8,2.6'),
    line('accent', 0.9, '72,7 71,2 70.6,-1'),
    line('accent', 0.9, '74,6 74,1 74,-2'),
    outline('coat', '71,7! 66,5 66,7 70,9!'),
    outline('coat', '70,8 72,4.6 76,4.6 80,8 84,11.6 84,14 80,14.4 75,12.4 71,12'),
    ...Array.from({ length: 26 }, (_, index) => {
      const along = (index * 0.381966) % 1;
      const side = ((index * 5) % 7) - 3;
      const x = along < 0.45 ? 36 + along * 56 : 59 + (along - 0.45) * 25;
      const y = along < 0.45 ? 59 + side * 2 : 54 - (along - 0.45) * 82 + side;
      return mark(
        plain(
          outline(
            'dark',
            `${x - 1.9},${y - 0.6}! ${x + 0.4},${y - 2.2}! ${x + 2},${y - 0.2}! ${x + 0.8},${y + 2}! ${x - 1.4},${y + 1.6}!`,
          ),
        ),
      );
    }),
    plain(oval('eye', 76, 7.6, 0.8, 0.8)),
    ...nearLegs(giraffeLegs),
  ],
};

const camelLegs = { front: 65, rear: 33, top: 62, thick: 5, thin: 2, gait: 7, bend: 3 } as const;

export const camel: Figure = {
  size: 1.3,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#c49a63',
    under: '#e2c592',
    dark: '#6f4d2a',
    light: '#ecd9b5',
    accent: '#6f4d2a',
    eye: '#1d130a',
  },
  parts: [
    ...farLegs(camelLegs),
    line('dark', 1.2, '26,50 22,58 22,66'),
    outline(
      'coat',
      '26,50 32,43 38,33 44,29 49,36 52,42 55,36 60,31 65,38 70,46 71,56 64,63 48,64 32,62',
    ),
    limb('coat', '67,52,6.4 76,54,4.8 81,44,3.9 82,32,3.6 83,26,3.6'),
    outline('coat', '80,25! 78,20 81,20 84,24!'),
    outline('coat', '80,27 83,22.6 88,23.4 94,28 96,32 92,34.6 86,32.4 81,32'),
    plain(oval('eye', 86.4, 26, 1, 0.9)),
    ...nearLegs(camelLegs),
  ],
};
