import {
  apart,
  box,
  type Figure,
  line,
  mark,
  outline,
  oval,
  type Part,
  plain,
  polygon,
  rod,
} from './notation';

/** In buildings `coat` is the wall, `accent` the roof, `under` windows (lit at night), `dark` openings. */
const tones = {
  coat: '#e6d3b3',
  accent: '#a8503a',
  under: '#5a6f80',
  dark: '#4a3528',
  light: '#f4ead7',
  eye: '#2a1f18',
};

function windows(
  columns: readonly number[],
  rows: readonly number[],
  width: number,
  height: number,
): Part[] {
  return rows.flatMap((top) =>
    columns.map((left) => plain(apart(box('under', left, top, left + width, top + height)))),
  );
}

export const house: Figure = {
  size: 3.2,
  home: 'ground',
  material: 'wall',
  tones,
  coats: ['#e6d3b3', '#d9b48a', '#c9ccc4', '#d98f6a', '#a8b5a4'],
  parts: [
    apart(box('accent', 66, 26, 73, 46)),
    box('coat', 14, 54, 86, 100),
    apart(polygon('far', '14,54 36,26 58,54 58,100 14,100')),
    apart(polygon('coat', '14,55 36,27 58,55 58,100 14,100')),
    apart(polygon('accent', '36,24 78,24 94,56 58,56')),
    apart(polygon('dark', '8,57 36,21 39,25 12,59')),
    apart(polygon('dark', '36,21 62,56 58,58 34,25')),
    ...windows([66, 77], [66], 7, 11),
    ...windows([31], [44], 9, 9),
    ...windows([21], [68], 9, 12),
    apart(plain(box('dark', 41, 72, 51, 100))),
  ],
};

export const cottage: Figure = {
  ...house,
  size: 2.6,
  tones: { ...tones, accent: '#b08a4e', coat: '#f0e6d2' },
  coats: ['#f0e6d2', '#e3c9a4'],
  parts: [
    apart(box('far', 70, 22, 78, 50)),
    box('coat', 12, 62, 88, 100),
    apart(outline('accent', '2,66! 14,48 24,34! 40,31 76,32! 86,48 98,66! 86,67 50,64 14,68')),
    ...windows([20, 66], [72], 13, 13),
    apart(plain(outline('dark', '43,100! 43,78 50,72 57,78 57,100!'))),
    ...[23, 30, 69, 76].map((x) => rod('light', 0.6, `${x + 3},72 ${x + 3},85`)),
  ],
};

export const castle: Figure = {
  size: 9,
  home: 'ground',
  material: 'wall',
  tones: { ...tones, coat: '#b5aa9c', accent: '#5f6f8a', under: '#3a3340', dark: '#3d3330' },
  coats: ['#b5aa9c', '#c9bda6', '#9aa0a8'],
  parts: [
    ...turret(46, 30, 14, 62),
    rod('dark', 0.7, '53,12 53,2'),
    plain(polygon('accent', '53,2 61,4.6 53,7')),
    ...turret(28, 46, 11, 54),
    ...turret(66, 44, 11, 56),
    ...battlement('coat', 16, 66, 84, 100),
    ...turret(8, 58, 14, 42),
    ...turret(78, 56, 14, 44),
    apart(plain(outline('dark', '43,100! 43,84 50,77 57,84 57,100!'))),
    ...windows([30, 66], [78], 2.6, 6),
    ...windows([51.6], [42], 3, 7),
    ...windows([32], [56], 2.6, 6),
    ...windows([70], [54], 2.6, 6),
    ...windows([13.6, 83.6], [70], 2.8, 6.4),
  ],
};

function turret(left: number, top: number, width: number, height: number): Part[] {
  const right = left + width;
  const middle = left + width / 2;
  return [
    apart(box('coat', left, top, right, top + height)),
    apart(box('far', left - 1.2, top, right + 1.2, top + 3.6)),
    apart(
      polygon('accent', `${left - 2},${top} ${middle},${top - width * 1.35} ${right + 2},${top}`),
    ),
  ];
}

function battlement(
  tone: 'coat',
  left: number,
  top: number,
  right: number,
  bottom: number,
): Part[] {
  const teeth: string[] = [];
  const step = 4;
  for (let x = left; x < right - 0.1; x += step * 2) {
    teeth.push(
      `${x},${top - 4}`,
      `${x + step},${top - 4}`,
      `${x + step},${top}`,
      `${x + step * 2},${top}`,
    );
  }
  return [
    apart(polygon(tone, `${left},${bottom} ${teeth.join(' ')} ${right},${top} ${right},${bottom}`)),
  ];
}

export const lighthouse: Figure = {
  size: 6,
  home: 'ground',
  material: 'wall',
  tones: {
    ...tones,
    coat: '#f3ece0',
    accent: '#c23f34',
    under: '#f7d66b',
    dark: '#3c3f49',
    light: '#fff3c4',
  },
  coats: ['#f3ece0'],
  parts: [
    apart(polygon('far', '54,80 80,80 80,100 54,100')),
    apart(polygon('accent', '51,80 67,69 83,80')),
    outline('coat', '40,26! 60,26! 66,100! 34,100!'),
    ...[36, 62, 88].map((y) =>
      mark(polygon('accent', `30,${y} 70,${y} 70,${y + 13} 30,${y + 13}`)),
    ),
    apart(box('dark', 37, 22, 63, 26)),
    apart(plain(box('under', 43, 12, 57, 22))),
    rod('dark', 0.8, '47.6,12 47.6,22'),
    rod('dark', 0.8, '52.4,12 52.4,22'),
    apart(outline('accent', '40,12! 44,6 50,3! 56,6 60,12!')),
    rod('dark', 0.9, '50,4 50,-2'),
    ...[-1, 1].map((side) => rod('dark', 0.7, `${50 + side * 12.4},22 ${50 + side * 12.4},17`)),
    plain(box('dark', 48, 52, 52, 58)),
    apart(plain(outline('dark', '46,100! 46,91 50,88 54,91 54,100!'))),
    plain(box('under', 70, 86, 75, 92)),
  ],
};

export const windmill: Figure = {
  size: 5,
  home: 'ground',
  material: 'wall',
  tones: { ...tones, coat: '#e3d6bf', accent: '#7d5038', light: '#f3ead9' },
  coats: ['#e3d6bf', '#c4a27f', '#d8d8d2'],
  parts: [
    outline('coat', '40,42! 60,42! 68,100! 32,100!'),
    apart(box('dark', 31, 74, 69, 76.4)),
    apart(outline('accent', '37,44! 42,34 50,29 58,34 63,44!')),
    apart(plain(outline('dark', '45,100! 45,88 50,84 55,88 55,100!'))),
    ...windows([47.6], [54, 65], 4.8, 6),
    ...[35, 125, 215, 305].flatMap((turn) => sail(turn)),
    plain(oval('dark', 50, 38, 2.2)),
  ],
};

function sail(degrees: number): Part[] {
  const angle = (degrees * Math.PI) / 180;
  const point = (along: number, across: number): string =>
    `${50 + Math.cos(angle) * along - Math.sin(angle) * across},${38 + Math.sin(angle) * along + Math.cos(angle) * across}`;
  return [
    apart(
      plain(polygon('light', `${point(8, 0.6)} ${point(40, 0.6)} ${point(40, 8)} ${point(8, 8)}`)),
    ),
    rod('dark', 1.3, `${point(0, 0)} ${point(42, 0)}`),
    ...[16, 24, 32].map((along) => rod('accent', 0.5, `${point(along, 0)} ${point(along, 8)}`)),
    rod('accent', 0.5, `${point(8, 4.4)} ${point(40, 4.4)}`),
  ];
}

export const tower: Figure = {
  size: 7,
  home: 'ground',
  material: 'wall',
  tones: { ...tones, coat: '#c4b49c' },
  parts: [
    outline('coat', '38,26! 62,26! 64,100! 36,100!'),
    apart(box('far', 34, 22, 66, 28)),
    apart(polygon('accent', '35,22 50,-6 65,22')),
    rod('dark', 0.8, '50,-5 50,-12'),
    plain(apart(oval('light', 50, 40, 6.4))),
    rod('dark', 0.9, '50,40 50,35.6'),
    rod('dark', 0.9, '50,40 53.4,41.6'),
    ...windows([47.6], [54, 68], 4.8, 8),
    apart(plain(outline('dark', '45,100! 45,88 50,84 55,88 55,100!'))),
  ],
};

export const church: Figure = {
  size: 5.5,
  home: 'ground',
  material: 'wall',
  tones: { ...tones, coat: '#efe6d4', accent: '#5f5a63' },
  coats: ['#efe6d4', '#c9bda9'],
  parts: [
    box('coat', 44, 66, 92, 100),
    apart(polygon('accent', '40,67 50,46 88,46 96,67')),
    apart(box('coat', 22, 44, 46, 100)),
    apart(polygon('accent', '19,45 34,8 49,45')),
    rod('dark', 1.2, '34,9 34,-4'),
    rod('dark', 1.2, '30.4,0.6 37.6,0.6'),
    apart(plain(oval('under', 34, 56, 4.4))),
    apart(plain(outline('dark', '28,100! 28,84 34,77 40,84 40,100!'))),
    ...[54, 67, 80].map((x) =>
      apart(plain(outline('under', `${x},90! ${x},78 ${x + 3},73 ${x + 6},78 ${x + 6},90!`))),
    ),
  ],
};

export const barn: Figure = {
  size: 3.6,
  home: 'ground',
  material: 'wall',
  tones: { ...tones, coat: '#a63f33', accent: '#6d6a6b', light: '#f1e8da' },
  coats: ['#a63f33', '#8f5a3a'],
  parts: [
    apart(polygon('far', '56,50 92,50 92,100 56,100')),
    apart(polygon('coat', '10,100 10,58 18,38 34,26 50,38 58,58 58,100')),
    apart(polygon('accent', '34,23 74,23 88,36 96,56 58,57 50,36')),
    apart(plain(box('light', 22, 70, 46, 100))),
    apart(plain(box('dark', 24, 72, 44, 100))),
    rod('light', 1.4, '24,72 44,100'),
    rod('light', 1.4, '44,72 24,100'),
    ...windows([29], [46], 10, 10),
  ],
};

export const bridge: Figure = {
  size: 2.4,
  home: 'afloat',
  material: 'wall',
  tones: { ...tones, coat: '#b3a18b' },
  parts: [
    outline(
      'coat',
      '-10,100! -10,66! 14,52 34,45 50,43 66,45 86,52 110,66! 110,100! 98,100! 94,82 82,74 70,84 67,100! 64,100! 62,78 50,66 38,78 36,100! 33,100! 30,84 18,74 6,82 2,100!',
    ),
    apart(
      outline(
        'far',
        '-10,64! 14,49 34,42 50,40 66,42 86,49 110,64! 110,68! 86,53 66,46 50,44 34,46 14,53 -10,68!',
      ),
    ),
  ],
};

export const suspensionBridge: Figure = {
  size: 6,
  home: 'afloat',
  material: 'metal',
  tones: { ...tones, coat: '#b5452f', far: '#8f3524' },
  parts: [
    box('coat', 18, 20, 22, 100),
    box('coat', 78, 20, 82, 100),
    box('coat', -30, 70, 130, 74),
    ...[30, 44, 58].flatMap((y) => [
      box('coat', 16.6, y, 23.4, y + 1.6),
      box('coat', 76.6, y, 83.4, y + 1.6),
    ]),
    line('coat', 1.2, '-30,66 0,44 20,21 35,52 50,62 65,52 80,21 100,44 130,66'),
    ...[26, 32, 38, 44, 50, 56, 62, 68, 74].map((x) =>
      rod('coat', 0.5, `${x},70 ${x},${62 - ((x - 50) / 30) ** 2 * 38}`),
    ),
  ],
};

export const pagoda: Figure = {
  size: 6,
  home: 'ground',
  material: 'wall',
  tones: { ...tones, coat: '#b5483a', accent: '#3f4a52', light: '#efe0c4' },
  parts: [
    rod('dark', 1, '50,10 50,-8'),
    ...[0, 1, 2, 3, 4].flatMap((level) => {
      const y = 90 - level * 17;
      const half = 24 - level * 3.2;
      return [
        apart(box('coat', 50 - half * 0.7, y - 6, 50 + half * 0.7, y + 10)),
        ...[-0.4, 0, 0.4].map((share) =>
          plain(apart(box('light', 50 + half * share - 1.8, y, 50 + half * share + 1.8, y + 6))),
        ),
        apart(
          outline(
            'accent',
            `${50 - half - 9},${y - 5}! ${50 - half},${y - 8} ${50 - half * 0.6},${y - 13}! ${50 + half * 0.6},${y - 13}! ${50 + half},${y - 8} ${50 + half + 9},${y - 5}! ${50 + half},${y - 3} ${50 - half},${y - 3}`,
          ),
        ),
      ];
    }),
  ],
};

export const temple: Figure = {
  size: 4.5,
  home: 'ground',
  material: 'wall',
  tones: { ...tones, coat: '#e9dfcc', dark: '#7f7464' },
  parts: [
    plain(box('dark', 14, 50, 86, 88)),
    apart(box('coat', 6, 92, 94, 100)),
    apart(box('coat', 10, 87, 90, 92)),
    ...[13, 27, 41, 55, 69, 83].map((x) => apart(box('coat', x - 2.6, 50, x + 3.6, 87))),
    apart(box('coat', 8, 43, 92, 50)),
    apart(polygon('coat', '6,43 50,22 94,43')),
    apart(polygon('far', '16,41 50,26 84,41')),
  ],
};

export const pyramid: Figure = {
  size: 9,
  home: 'ground',
  material: 'rock',
  tones: { coat: '#d9b878', far: '#a8824c', dark: '#8f6b3c' },
  parts: [
    polygon('coat', '-20,100 44,18 64,100'),
    apart(plain(polygon('far', '44,18 120,100 64,100'))),
  ],
};

export const tent: Figure = {
  size: 1.3,
  home: 'ground',
  material: 'cloth',
  tones: { coat: '#d98a3a', far: '#a8622a', dark: '#3a2a20', light: '#f7d68a', under: '#f7d68a' },
  coats: ['#d98a3a', '#4f7a58', '#c4503a'],
  parts: [
    apart(polygon('far', '40,30 84,34 104,100 74,100')),
    apart(polygon('coat', '40,30 74,100 4,100')),
    apart(plain(polygon('under', '40,42 54,100 28,100'))),
    apart(polygon('coat', '40,30 30,100 20,100')),
  ],
};

export const igloo: Figure = {
  size: 1.6,
  home: 'ground',
  material: 'snow',
  tones: { coat: '#e9f0f5', far: '#b5c6d6', dark: '#3f546b' },
  parts: [
    outline('coat', '6,100! 8,76 22,56 46,48 70,56 84,76 86,100!'),
    apart(outline('coat', '56,100! 57,84 68,74 82,76 92,86 94,100!')),
    plain(outline('dark', '66,100! 67,90 74,84 82,90 83,100!')),
    line('far', 0.8, '9,82 30,79 56,82'),
    line('far', 0.8, '14,66 40,62 76,67'),
    line('far', 0.8, '36,50 33,62 38,62'),
    line('far', 0.8, '22,64 20,80'),
    line('far', 0.8, '54,63 52,81'),
  ],
};
