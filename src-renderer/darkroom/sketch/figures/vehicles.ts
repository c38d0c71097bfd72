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

const tones = {
  coat: '#b5432f',
  under: '#bcd2dc',
  dark: '#2c2a2e',
  light: '#f6efe2',
  accent: '#e3b24a',
  eye: '#17161a',
};

function wheel(x: number, y: number, radius: number): Part[] {
  return [apart(plain(oval('dark', x, y, radius))), plain(oval('light', x, y, radius * 0.45))];
}

export const sailboat: Figure = {
  size: 2.6,
  home: 'afloat',
  material: 'cloth',
  tones: { ...tones, coat: '#f4ecdc', accent: '#8f4a2e', under: '#e4cfa8' },
  coats: ['#f4ecdc', '#d9573f', '#e3b24a', '#f4ecdc'],
  parts: [
    rod('dark', 1.3, '48,90 48,-2'),
    apart(outline('coat', '50.4,2! 62,26 78,52 86,78! 70,81 50.4,82!')),
    apart(outline('coat', '46,12! 36,38 24,60 14,80! 30,82 46,82!')),
    plain(polygon('coat', '48,-2 40,0.6 48,3')),
    apart(outline('accent', '6,85! 30,88 60,88 96,83! 90,94 82,101! 18,101! 11,94')),
    plain(mark(outline('light', '6,85! 30,88 60,88 96,83! 95,86! 60,91 30,91 7,88!'))),
  ],
};

export const rowboat: Figure = {
  size: 0.8,
  home: 'afloat',
  material: 'wall',
  tones: { ...tones, coat: '#8f5a36', far: '#5c3a24' },
  coats: ['#8f5a36', '#a83f34', '#3f6b7a', '#e9dfcb'],
  parts: [
    rod('dark', 1.6, '60,70 92,104'),
    plain(outline('far', '0,60! 22,72 50,75 80,72 100,58! 84,82 14,82')),
    outline('coat', '0,60! 18,74 50,79 82,74 100,58! 94,84 84,101! 18,101! 8,84'),
    line('dark', 0.9, '4,70 24,82 52,85 80,81 97,68'),
  ],
};

export const ship: Figure = {
  size: 5,
  home: 'afloat',
  material: 'metal',
  tones: { ...tones, coat: '#2f3e55', accent: '#c23f34', light: '#f3ede1', under: '#f2cf74' },
  parts: [
    apart(outline('accent', '40,30! 52,30! 50,52! 38,52!')),
    plain(mark(polygon('dark', '36,28 54,28 54,35 36,35'))),
    apart(outline('accent', '58,30! 70,30! 68,52! 56,52!')),
    rod('dark', 0.8, '84,60 84,34'),
    apart(polygon('light', '26,50 76,50 78,60 24,60')),
    apart(polygon('light', '18,60 86,60 88,71 16,71')),
    ...[28, 36, 44, 52, 60, 68].map((x) => plain(box('under', x, 53, x + 4, 57))),
    ...[22, 30, 38, 46, 54, 62, 70, 78].map((x) => plain(box('under', x, 63.6, x + 4, 67.6))),
    apart(outline('coat', '0,68! 20,71 60,72 101,64! 94,84 88,101! 12,101! 4,86')),
    plain(mark(polygon('accent', '0,94 104,94 104,104 0,104'))),
  ],
};

export const galleon: Figure = {
  size: 5,
  home: 'afloat',
  material: 'cloth',
  tones: { ...tones, coat: '#f1e6cf', accent: '#6e4429', dark: '#3a2619' },
  parts: [
    ...[24, 50, 74].map((x) => rod('dark', 1.2, `${x},84 ${x},${x === 50 ? 0 : 12}`)),
    rod('dark', 1, '84,76 108,60'),
    ...[24, 50, 74].flatMap((x) => {
      const top = x === 50 ? 6 : 18;
      const half = x === 50 ? 14 : 11;
      return [0, 1, 2].map((row) => {
        const y = top + row * 20;
        const wide = half + row * 1.6;
        return apart(
          outline(
            'coat',
            `${x - wide},${y}! ${x + wide},${y}! ${x + wide + 4},${y + 9} ${x + wide},${y + 17}! ${x},${y + 14} ${x - wide},${y + 17}! ${x - wide + 4},${y + 9}`,
          ),
        );
      });
    }),
    plain(polygon('far', '50,0 60,2.4 50,5')),
    apart(outline('accent', '-2,64! 14,72 22,80! 70,82 92,74! 104,72! 96,88 86,101! 16,101! 4,88')),
    line('light', 0.9, '4,80 24,88 70,89 96,82'),
    ...[28, 40, 52, 64, 76].map((x) => plain(box('dark', x, 91, x + 3.6, 94.6))),
  ],
};

export const train: Figure = {
  size: 2.4,
  home: 'ground',
  material: 'metal',
  tones: { ...tones, coat: '#2f4a44', accent: '#c23f34', under: '#f2cf74' },
  coats: ['#2f4a44', '#3a3f4a', '#8f2f2a'],
  parts: [
    ...[-148, -74].flatMap((x) => [
      apart(box('accent', x, 56, x + 70, 90)),
      apart(box('dark', x - 1, 53, x + 71, 57)),
      ...[6, 20, 34, 48].map((step) => plain(box('under', x + step + 2, 62, x + step + 12, 74))),
      ...[12, 26, 46, 60].flatMap((step) => wheel(x + step, 94, 5)),
      rod('dark', 2, `${x + 70},88 ${x + 76},88`),
    ]),
    apart(box('dark', 78, 30, 85, 58)),
    apart(outline('dark', '75,24! 88,24! 85,31! 78,31!')),
    apart(box('coat', 4, 42, 34, 88)),
    apart(box('dark', 0, 37, 38, 43)),
    plain(box('under', 9, 49, 27, 64)),
    apart(outline('coat', '30,56! 84,56 92,60 94,70 92,80 84,84 30,84!')),
    apart(outline('accent', '50,56! 50,50 55,46 60,50 60,56!')),
    plain(box('accent', 40, 56, 43, 84)),
    plain(box('accent', 66, 56, 69, 84)),
    plain(oval('under', 95, 62, 3.4)),
    apart(box('dark', 0, 84, 96, 90)),
    apart(polygon('accent', '92,86 106,99 90,99')),
    ...wheel(18, 90, 9.4),
    ...wheel(42, 90, 9.4),
    ...wheel(66, 93, 6.4),
    ...wheel(82, 93, 6.4),
    rod('light', 1.8, '18,91 42,91'),
  ],
};

export const car: Figure = {
  size: 0.9,
  home: 'ground',
  material: 'metal',
  tones,
  coats: ['#b5432f', '#3f6b8a', '#e3b24a', '#4f7a6b', '#e9e2d4'],
  parts: [
    outline(
      'coat',
      '2,70 4,60 20,57! 30,42 42,38 62,38 74,46 82,57! 94,60 99,68 98,84 92,88 8,88 2,84',
    ),
    apart(plain(polygon('under', '27,56 34,45 47,43 47,56'))),
    apart(plain(polygon('under', '51,43 63,43 72,49 77,56 51,56'))),
    rod('dark', 0.7, '49,58 49,84'),
    plain(mark(polygon('light', '92,62 100,62 100,70 94,70'))),
    plain(mark(polygon('accent', '0,62 5,62 5,70 0,70'))),
    rod('dark', 1, '0,80 100,80'),
    ...wheel(24, 87, 11),
    ...wheel(77, 87, 11),
  ],
};

export const bus: Figure = {
  size: 1.7,
  home: 'ground',
  material: 'metal',
  tones: { ...tones, coat: '#c9382f' },
  coats: ['#c9382f', '#e3a52f', '#3f7a8a'],
  parts: [
    outline('coat', '2,34! 6,28 94,28 98,34! 100,88! 0,88!'),
    ...[6, 20, 34, 48, 62].map((x) => apart(plain(box('under', x, 36, x + 11, 54)))),
    apart(plain(box('under', 78, 36, 98, 60))),
    mark(plain(box('light', 0, 62, 100, 67))),
    plain(oval('accent', 95, 78, 2.6)),
    ...wheel(22, 89, 10),
    ...wheel(78, 89, 10),
  ],
};

export const bicycle: Figure = {
  size: 0.75,
  home: 'ground',
  material: 'metal',
  tones,
  coats: ['#b5432f', '#3f6b8a', '#3a7a5a', '#2c2a2e'],
  parts: [
    ...[22, 78].flatMap((x): Part[] => [
      line('dark', 2.6, circle(x, 76, 21)),
      ...[0, 36, 72, 108, 144].map((turn) => {
        const dx = Math.cos((turn * Math.PI) / 180) * 20;
        const dy = Math.sin((turn * Math.PI) / 180) * 20;
        return rod('under', 0.5, `${x - dx},${76 - dy} ${x + dx},${76 + dy}`);
      }),
      oval('dark', x, 76, 2.2),
    ]),
    rod('coat', 2.6, '22,76 38,42 68,42 48,76 22,76'),
    rod('coat', 2.6, '48,76 36,36'),
    rod('coat', 2.6, '68,42 78,76'),
    rod('coat', 2.4, '68,42 66,30'),
    line('dark', 2.2, '58,29 68,28 74,31 73,36'),
    limb('dark', '29,35,1.6 36,34.4,2 44,35,1.4'),
    oval('dark', 48, 76, 4),
    rod('dark', 1.6, '48,76 54,88'),
    rod('dark', 2, '51,89 58,88'),
  ],
};

function circle(x: number, y: number, radius: number): string {
  return Array.from({ length: 25 }, (_, index) => {
    const angle = (index / 24) * Math.PI * 2;
    return `${x + Math.cos(angle) * radius},${y + Math.sin(angle) * radius}`;
  }).join(' ');
}

export const balloon: Figure = {
  size: 5,
  home: 'air',
  material: 'cloth',
  tones: { ...tones, coat: '#d9573f', accent: '#f0c04a', light: '#f6ead2', dark: '#5c3f28' },
  coats: ['#d9573f', '#3f86a8', '#7a5a9a', '#e39a3a', '#4f9a7a'],
  parts: [
    ...[40, 47, 53, 60].map((x) => rod('dark', 0.5, `${x},72 ${45 + (x - 40) * 0.5},88`)),
    outline(
      'coat',
      '50,-4 70,2 83,18 85,34 77,52 64,68 58,75! 42,75! 36,68 23,52 15,34 17,18 30,2',
    ),
    plain(mark(outline('accent', '50,-4! 60,10 64,34 58,60 54,76! 46,76! 42,60 36,34 40,10'))),
    plain(mark(outline('light', '26,-2! 22,20 24,36 32,56 42,76! 38,76! 26,58 14,40 12,16'))),
    plain(mark(outline('light', '74,-2! 78,20 76,36 68,56 58,76! 62,76! 74,58 88,40 88,16'))),
    plain(mark(outline('far', '60,-4! 74,14 76,36 66,58 58,76! 74,70 92,34 84,4'))),
    apart(outline('dark', '43,88! 57,88! 56,100! 44,100!')),
    plain(mark(polygon('accent', '42,88 58,88 58,91 42,91'))),
  ],
};

export const rocket: Figure = {
  size: 4,
  home: 'space',
  material: 'metal',
  tones: { ...tones, coat: '#ece7dd', accent: '#d2452f', under: '#6fb3cf', light: '#ffe9a8' },
  coats: ['#ece7dd'],
  parts: [
    plain(outline('light', '42,86! 40,100 50,122! 60,100 58,86!')),
    plain(outline('accent', '45,86! 44,96 50,108! 56,96 55,86!')),
    apart(outline('accent', '38,58! 24,70 22,90! 38,82!')),
    apart(outline('accent', '62,58! 76,70 78,90! 62,82!')),
    outline('coat', '50,0! 61,16 66,40 64,66 59,86! 41,86! 36,66 34,40 39,16'),
    plain(mark(outline('accent', '30,-4! 70,-4! 66,21! 50,24 34,21!'))),
    plain(mark(polygon('dark', '30,80 70,80 70,87 30,87'))),
    apart(plain(oval('dark', 50, 40, 8.4))),
    plain(oval('under', 50, 40, 6.4)),
    plain(oval('light', 48, 37.6, 2)),
    apart(outline('accent', '48.4,60! 51.6,60! 52,90! 48,90!')),
  ],
};

export const plane: Figure = {
  size: 3,
  home: 'air',
  material: 'metal',
  tones: { ...tones, coat: '#e9e5dc', accent: '#c23f34' },
  coats: ['#e9e5dc', '#c9a04a', '#7d9aa8'],
  parts: [
    apart(outline('far', '54,50! 66,30! 74,30! 68,50!')),
    apart(outline('accent', '6,48! 0,26! 10,26! 24,46!')),
    outline('coat', '4,50 20,44 60,42 84,44 96,50 99,56 92,61 70,64 40,63 16,58'),
    plain(polygon('under', '84,46 93,49 90,52 83,51')),
    ...[32, 40, 48, 56, 64, 72].map((x) => plain(box('under', x, 49, x + 4, 53))),
    apart(outline('accent', '10,52! -2,60! 6,61! 22,56!')),
    apart(outline('coat', '50,57! 30,82! 42,82! 70,60!')),
    mark(plain(polygon('accent', '0,56 100,58 100,60 0,58'))),
  ],
};

export const saucer: Figure = {
  size: 1.6,
  home: 'air',
  material: 'metal',
  tones: { ...tones, coat: '#9aa6b0', under: '#9fe0d0', accent: '#f0d05a' },
  parts: [
    plain(outline('under', '32,50! 36,34 50,28 64,34 68,50!')),
    outline('coat', '0,60 18,50 50,47 82,50 100,60 82,69 50,73 18,69'),
    apart(outline('far', '28,70 50,73 72,70 62,77 38,77')),
    ...[14, 32, 50, 68, 86].map((x) =>
      plain(oval('accent', x, 60 + (1 - ((x - 50) / 50) ** 2) * 4, 2.4)),
    ),
  ],
};

export const submarine: Figure = {
  size: 1.8,
  home: 'water',
  material: 'metal',
  tones: { ...tones, coat: '#e0b03a', under: '#8fd0dc' },
  coats: ['#e0b03a', '#b5432f', '#5f7a8a'],
  parts: [
    line('dark', 2, '52,44 52,26 60,26'),
    apart(outline('coat', '40,52! 42,40! 62,40! 66,52!')),
    apart(outline('accent', '12,66! -2,50! -4,58! -4,78! -2,86! 12,74!')),
    outline('coat', '6,68 20,54 50,50 80,54 98,68 82,84 50,88 20,84'),
    ...[34, 54, 74].flatMap((x) => [
      apart(plain(oval('dark', x, 68, 6.6))),
      plain(oval('under', x, 68, 4.8)),
    ]),
  ],
};
