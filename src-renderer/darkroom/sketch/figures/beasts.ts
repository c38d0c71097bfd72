import { apart, type Figure, limb, line, mark, outline, oval, plain } from './notation';

export const dragon: Figure = {
  size: 1.8,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#4d7a4f',
    under: '#d6c489',
    dark: '#26402c',
    light: '#e3d49c',
    accent: '#a8482f',
    eye: '#f2c53a',
  },
  coats: ['#4d7a4f', '#a33a2e', '#3f5a8a', '#5c4a73'],
  parts: [
    apart(outline('accent', '58,52! 66,24 84,4! 86,20 98,22! 92,34 96,46! 84,46 74,60!')),
    limb('coat', '38,72,8 24,82,6 10,86,4 0,78,2.4 -4,70,1'),
    plain(outline('accent', '-4,74! -12,64! 0,66!')),
    limb('coat', '62,76,6 66,90,3.6 70,97,3.4'),
    outline('coat', '32,78 36,64 50,56 64,56 72,64 70,80 56,90 40,90'),
    limb('coat', '66,66,8 76,54,5.6 78,40,4.6 76,28,4.6 80,22,5'),
    mark(plain(limb('light', '56,92,6 70,76,3.4 79,58,2.4 82,42,2 80,30,1.4'))),
    outline('dark', '77,20! 66,12! 74,24!'),
    outline('dark', '80,18! 71,6! 77,20!'),
    outline('coat', '74,22 80,16.6 88,19 98,24 99,28 92,31 84,31 77,29'),
    plain(oval('eye', 86.6, 22.6, 1.4)),
    ...[0, 1, 2, 3, 4].map((index) =>
      outline(
        'accent',
        `${70.4 + index * 0.7},${58 - index * 7.4}! ${65 + index * 1.4},${52 - index * 7.4}! ${72.4 + index * 0.6},${52 - index * 7.4}!`,
      ),
    ),
    limb('coat', '46,80,9 54,90,5 48,96,3.4 58,97.6,2.6'),
    apart(
      outline('accent', '52,60! 44,30 22,6! 24,22 8,24! 16,36 8,48! 22,50 30,66! 38,62 44,70!'),
    ),
    line('dark', 0.9, '50,60 40,34 22,7'),
    line('dark', 0.9, '48,61 32,42 9,25'),
    line('dark', 0.9, '46,63 30,54 9,48'),
  ],
};

export const dinosaur: Figure = {
  size: 1.9,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#6d8a52',
    under: '#d5cf98',
    dark: '#35482a',
    light: '#d9d5a4',
    accent: '#506b3d',
    eye: '#12140c',
  },
  coats: ['#6d8a52', '#8a7a52', '#5a7f86'],
  parts: [
    limb('far', '58,72,6 60,86,5 60,97,4.6'),
    limb('far', '42,74,7 42,88,5.4 41,97,5'),
    limb('coat', '40,68,10 26,74,7 12,84,4 -2,92,1'),
    outline('coat', '30,70 38,56 52,52 64,58 68,70 60,80 44,82'),
    limb('coat', '62,66,8 74,52,5.4 80,34,4.2 84,20,3.8 88,14,4'),
    outline('coat', '84,14 87,9 93,9 99,13 99,17 93,19 86,19'),
    mark(plain(limb('light', '40,84,4 60,80,4 74,62,2 84,40,1.6'))),
    plain(oval('eye', 92, 12.6, 1.2)),
    limb('coat', '62,72,7 65,88,5.4 65,97,5'),
    limb('coat', '36,74,8 34,88,5.8 34,97,5.4'),
  ],
};

export const snake: Figure = {
  size: 0.2,
  home: 'ground',
  material: 'coat',
  tones: {
    coat: '#6f8a3d',
    under: '#d6d08c',
    dark: '#33451c',
    light: '#dfd99c',
    accent: '#b5402c',
    eye: '#0f1008',
  },
  parts: [
    limb(
      'coat',
      '2,96,1 16,88,4 30,94,5.6 46,96,6 60,90,6 58,78,5.6 44,74,5.4 42,60,5.2 56,52,5 68,46,5 78,44,5.4',
    ),
    outline('coat', '72,44 78,37 88,38 97,44 96,49 86,52 76,51'),
    ...[12, 24, 36, 48, 58].map((x) => plain(mark(oval('dark', x, 94, 2.6, 2.2)))),
    plain(oval('eye', 86, 42.6, 1.5)),
    line('accent', 0.9, '97,47 104,48 107,46'),
  ],
};
