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

const foxLegs = {
  front: 68,
  rear: 38,
  top: 66,
  thick: 5.2,
  thin: 2,
  gait: 7,
  sock: 'dark',
} as const;

export const fox: Figure = {
  size: 0.42,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#d0662b',
    under: '#f3e6d4',
    dark: '#33251f',
    light: '#fbf3e6',
    accent: '#33251f',
    eye: '#1c1410',
  },
  coats: ['#d0662b', '#c4571f', '#dd7d36'],
  parts: [
    ...farLegs(foxLegs),
    limb('coat', '36,60,4 27,62,5 17,69,7.6 8,79,7.4 1,88,4 -3,93,0.6'),
    mark(plain(outline('light', '12,80! 6,72 -6,84 -8,98 4,96 11,88'))),
    limb('coat', '34,63,8 44,61,8.6 56,62,9 66,61,9.6 71,58,9'),
    limb('coat', '68,59,9.4 74,52,7.6 78,45,6.6'),
    outline('coat', '73,44! 71,29! 73.5,30 80,38!'),
    outline('coat', '79,40! 82,27! 84,29 86.5,40!'),
    outline(
      'coat',
      '71,47 73,40 79,37.5 85,39 91,44.5 98,49.4 98.4,51.6 94,53 87,54.5 80,56 74,54',
    ),
    mark(
      plain(
        outline('light', '98,51.4! 90,50 83,50.5 79,53 75,56 70,62 70,70 77,71 81,62 86,57 95,54'),
      ),
    ),
    plain(outline('dark', '80.4,38.4! 82.2,30.5! 84.8,38.6!')),
    plain(oval('dark', 97.6, 50, 1.7, 1.5)),
    plain(oval('eye', 85.4, 45.6, 1.25, 1.35)),
    ...nearLegs(foxLegs),
  ],
};

const wolfLegs = { front: 67, rear: 32, top: 64, thick: 6, thin: 2.5, gait: 8 } as const;

export const wolf: Figure = {
  size: 0.62,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#6d7078',
    under: '#d9d5cc',
    dark: '#33353c',
    light: '#e6e2da',
    accent: '#33353c',
    eye: '#d8a93a',
  },
  coats: ['#6d7078', '#5b5750', '#8a8378', '#3f434c'],
  parts: [
    ...farLegs(wolfLegs),
    limb('coat', '30,56,4 22,62,5.4 16,72,5.6 13,82,3.8 12,89,0.6'),
    limb('coat', '29,59,9.5 42,58,9.6 56,58,11 66,57,12'),
    outline('coat', '58,48 68,40 75,33 84,38 82,52 78,63 70,68 62,62'),
    outline('coat', '73,36! 72,21! 79,31!'),
    outline('coat', '79,32! 81,20! 86,33!'),
    outline(
      'coat',
      '72,40 75,32 81,29.5 87,32 90,36.5 99,40.5 99.6,44 94,46.5 86,47.5 80,49 74,47',
    ),
    mark(plain(outline('light', '99.4,43! 91,42 85,43 80,47 75,56 74,66 80,62 86,50 96,47'))),
    mark(plain(outline('dark', '26,49! 40,46 58,44 68,38 66,48 54,52 38,53 26,54'))),
    plain(oval('dark', 98.6, 41.2, 1.7, 1.6)),
    plain(oval('eye', 86.2, 37.6, 1.1, 1)),
    ...nearLegs(wolfLegs),
  ],
};

const dogLegs = { front: 66, rear: 34, top: 66, thick: 6, thin: 2.7, gait: 6 } as const;

export const dog: Figure = {
  size: 0.5,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#b98550',
    under: '#f1e3cd',
    dark: '#5b3a22',
    light: '#f4e8d6',
    accent: '#c23b34',
    eye: '#20150e',
  },
  coats: ['#b98550', '#8a5a34', '#e0c08a', '#4a3b33', '#d9d2c6'],
  parts: [
    ...farLegs(dogLegs),
    limb('coat', '31,57,3.6 22,50,3 16,40,2.6 15,32,1.2'),
    limb('coat', '32,60,9 44,60,8.8 57,60,9.8 66,58,10.4'),
    limb('coat', '65,56,9.4 71,45,7.4 75,37,7'),
    outline('coat', '69,38 70,28 77,24.5 84,27 88,32.5 96,35 98.6,39 96,43.4 88,44 80,46 73,45'),
    apart(plain(outline('dark', '71,27! 78,28 79,36 76,47 70,50 66,44 67,33'))),
    mark(plain(outline('light', '98,39! 91,38 86,41 80,47 76,56 74,66 79,62 84,50 94,46'))),
    plain(oval('eye', 97, 36.4, 2.2, 1.9)),
    plain(oval('eye', 84.6, 32.6, 1.25, 1.4)),
    mark(plain(outline('accent', '63,48! 70,52.6 78,54! 78,50.6! 71,48.6 65,44.6!'))),
    ...nearLegs(dogLegs),
  ],
};

export const cat: Figure = {
  size: 0.36,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#8d8078',
    under: '#efe6da',
    dark: '#3d3430',
    light: '#f4ece0',
    accent: '#e59a9a',
    eye: '#b7c94a',
  },
  coats: ['#2b2a2e', '#c9813f', '#8d8078', '#e7ddcd', '#5d534c'],
  parts: [
    limb('coat', '34,92,4.4 20,95,4 9,90,3.6 4,79,3.2 8,70,2.6 12,68,1'),
    outline('coat', '66,50 76,62 77,78 75,90 66,97 46,99 32,96 25,86 27,72 36,60 48,50 57,44'),
    limb('coat', '68,62,6 71,78,4 70,92,3.3 73,97,3.2'),
    limb('coat', '61,62,6.4 63,78,4.2 62,92,3.4 65,97,3.3'),
    apart(outline('coat', '50,99 36,98 31,88 38,78 49,80 54,90')),
    limb('coat', '60,52,12 64,44,10.5'),
    outline('coat', '52,36! 51,14! 62,24!'),
    outline('coat', '66,23! 77,13! 77,34!'),
    outline('coat', '50,36 54,26 64,22 75,26 79,36 76,45 66,50 55,47'),
    plain(mark(outline('accent', '53.4,31! 53,19.4! 59,25.6!'))),
    plain(mark(outline('accent', '70,25! 75.6,18.6! 76,30!'))),
    mark(plain(outline('light', '64,41! 59,44 62,52 63,62 68,64 72,54 74,44 69,41'))),
    plain(oval('eye', 59.6, 35.6, 3, 2.6)),
    plain(oval('eye', 72, 35.4, 2.6, 2.5)),
    plain(oval('dark', 60.2, 35.6, 0.9, 2.2)),
    plain(oval('dark', 72.2, 35.4, 0.9, 2.1)),
    plain(outline('accent', '64.6,40! 69,40! 66.9,42.4!')),
    line('dark', 0.5, '62,43 54,42 47,43'),
    line('dark', 0.5, '62,44.4 55,45.4 49,48'),
    line('dark', 0.5, '71,43 78,41.4 84,42'),
    line('dark', 0.5, '71,44.4 77,45 82,47.4'),
  ],
};

const bigCatLegs = {
  front: 68,
  rear: 32,
  top: 62,
  thick: 7.4,
  thin: 3.6,
  gait: 8,
  bend: 3,
} as const;

const bigCatBody = [
  ...farLegs(bigCatLegs),
  limb('coat', '29,55,3 18,56,2.2 10,64,1.9 7,76,1.7 4,82,1.5'),
  limb('coat', '30,57,10.5 44,57,9.6 58,57,10.6 68,55,12'),
  limb('coat', '68,53,11 76,46,9 80,41,8.4'),
];

const bigCatHead = [
  oval('coat', 75.5, 33, 2.9, 3.2),
  outline('coat', '73,42 75,33.5 81,31 87,33.5 91,38 96.5,41 97.6,45 95,49.6 88,51.4 80,51'),
  mark(plain(outline('light', '97.4,44! 92,44.4 88,47.4 84,52 94,54'))),
  plain(oval('dark', 96.2, 42.4, 1.7, 1.5)),
  plain(oval('eye', 87.4, 39.6, 1.3, 1.2)),
];

export const lion: Figure = {
  size: 0.85,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#cf9f5a',
    under: '#ecd7ad',
    dark: '#5c3a1e',
    light: '#efdfba',
    accent: '#8a5226',
    eye: '#2a1a0d',
  },
  parts: [
    ...bigCatBody,
    plain(outline('accent', '4,79 0,84 2,90 7,86 8,80')),
    apart(outline('accent', '63,46 62,34 69,25 79,22 88,27 89,36 88,50 84,62 76,72 66,70 60,60')),
    ...bigCatHead,
    ...nearLegs(bigCatLegs),
  ],
};

export const tiger: Figure = {
  size: 0.82,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#d98332',
    under: '#f6e8d2',
    dark: '#2a1c15',
    light: '#f8eddb',
    accent: '#2a1c15',
    eye: '#2a1a0d',
  },
  parts: [
    ...bigCatBody,
    ...bigCatHead,
    ...nearLegs(bigCatLegs),
    mark(plain(outline('light', '24,68! 40,64 58,65 74,66 70,72 40,72'))),
    ...[26, 32, 38, 44, 50, 56, 62, 68].map((x, index) =>
      mark(
        plain(
          outline(
            'dark',
            `${x},40! ${x + 2.4},50 ${x + (index % 2 === 0 ? 3.4 : 1)},64! ${x - 0.6},52`,
          ),
        ),
      ),
    ),
    ...[74, 79].map((x) =>
      mark(plain(outline('dark', `${x},28! ${x + 1.6},36 ${x + 0.2},44! ${x - 1},36`))),
    ),
    ...[12, 8].map((x) =>
      mark(plain(outline('dark', `${x - 5},62! ${x + 4},65! ${x + 4},69! ${x - 5},67!`))),
    ),
  ],
};

export const leopard: Figure = {
  ...tiger,
  size: 0.62,
  tones: { ...tiger.tones, coat: '#d6a861', dark: '#3a2616' },
  parts: [
    ...bigCatBody,
    ...bigCatHead,
    ...nearLegs(bigCatLegs),
    ...Array.from({ length: 34 }, (_, index) => {
      const x = 24 + ((index * 7.9) % 56);
      const y = 44 + ((index * 11.3) % 40);
      return mark(plain(oval('dark', x, y, 1.5, 1.2, index * 40)));
    }),
  ],
};
