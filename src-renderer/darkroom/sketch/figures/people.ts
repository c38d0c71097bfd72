import { apart, type Figure, limb, line, mark, outline, oval, plain } from './notation';

/** In people `coat` is the outer garment, `under` skin, `dark` hair and shoes, `accent` a second garment. */
const tones = {
  coat: '#b4493f',
  under: '#d9a27e',
  dark: '#3a2a22',
  light: '#f2e6d2',
  accent: '#3d4a63',
  eye: '#1a1310',
};
const coats = ['#b4493f', '#3f6b8a', '#d9a441', '#4f7a58', '#7a4f7f', '#c97b4a'];

export const standing: Figure = {
  size: 1,
  home: 'ground',
  material: 'cloth',
  tones,
  coats,
  parts: [
    limb('far', '47,30,3.4 43,42,2.6 42,53,2'),
    limb('accent', '53,54,5 54.6,74,3.6 55,93,2.6'),
    limb('accent', '47,54,5 45.4,74,3.6 45,93,2.6'),
    limb('dark', '55,96.4,2.4 59,97.4,1.8'),
    limb('dark', '45,96.4,2.4 49,97.4,1.8'),
    outline('coat', '50,22 57,25 59,34 58,48 59,58 50,60 41,58 42,48 41,34 43,25'),
    limb('under', '50,22,2.2 50,17,2.2'),
    oval('under', 50.4, 12, 4.7, 5.6),
    outline('dark', '45,14! 44.4,8 48,5 53,5.4 55.8,9! 51,9.4 47.6,12!'),
    apart(limb('coat', '57,29,3.3 60,41,2.6 58.6,51,2.2')),
    limb('under', '58.6,52,1.8 58.6,55,1.7'),
  ],
};

export const walking: Figure = {
  size: 1,
  home: 'ground',
  material: 'cloth',
  tones,
  coats,
  parts: [
    limb('far', '49,31,3.2 55,41,2.6 60,49,2'),
    limb('far', '48,56,4.6 44,72,3.6 35,86,2.6 31,93,2.2'),
    limb('dark', '30,94,2 34,97.4,1.6'),
    limb('accent', '51,56,5 57,73,3.6 60,93,2.4'),
    limb('dark', '60,96.4,2.2 65,97.4,1.7'),
    outline('coat', '52,22 58,26 59,36 58,50 60,62 50,64 41,62 43,48 42,34 45,25'),
    limb('under', '52,22,2.1 53,17,2.1'),
    oval('under', 54, 12.4, 4.6, 5.5),
    outline('dark', '48.6,15! 48,8.4 52,5.4 57,6 59.4,9.4! 54,9.6 51,13!'),
    apart(limb('coat', '50,29,3.4 44,40,2.8 41,49,2.3')),
    limb('under', '40.6,50.4,1.7 40.4,53,1.6'),
  ],
};

export const dress: Figure = {
  size: 0.96,
  home: 'ground',
  material: 'cloth',
  tones,
  coats,
  parts: [
    limb('under', '47.4,78,2.2 47,95,1.6'),
    limb('under', '53,78,2.2 53.6,95,1.6'),
    limb('dark', '47,97,1.6 50,98,1.2'),
    limb('dark', '53.6,97,1.6 57,98,1.2'),
    limb('under', '44.6,28,2.3 40,40,1.9 38,52,1.6'),
    outline(
      'coat',
      '50,23 56,25 57,36 54.6,44 60,62 66,82! 58,85 50,84 42,86 34,82! 40,62 45.4,44 43,36 44,25',
    ),
    limb('under', '50,22,1.9 50,17,1.9'),
    outline('dark', '44,9 50,4 56.6,8 58,17 57,27 53,31! 47,31! 43,26 42.6,16'),
    oval('under', 50.8, 12.4, 4.4, 5.4),
    outline('dark', '45.6,15! 45.4,8 50,5.6 55.6,8.4! 51,10 48,12!'),
    apart(limb('under', '55.6,28,2.3 60,40,1.9 62,52,1.6')),
  ],
};

export const child: Figure = {
  size: 0.62,
  home: 'ground',
  material: 'cloth',
  tones,
  coats: ['#d9a441', '#c9503f', '#4a86c9'],
  parts: [
    limb('far', '44,44,4 34,50,3.2 28,44,2.6'),
    limb('accent', '44,70,6 43,92,3.8'),
    limb('accent', '56,70,6 57,92,3.8'),
    limb('dark', '43,96,3 48,97.4,2.2'),
    limb('dark', '57,96,3 63,97.4,2.2'),
    outline('coat', '50,36 60,39 63,56 64,76 50,78 36,76 37,56 40,39'),
    oval('under', 51, 22, 10.6, 12),
    outline('dark', '40,26! 39,14 47,8 58,9 62.6,18! 52,15 44,19!'),
    apart(limb('coat', '58,44,4 67,50,3.4 73,43,2.8')),
    plain(oval('under', 74.4, 40.6, 2.8)),
  ],
};

export const umbrellaPerson: Figure = {
  ...walking,
  size: 1.12,
  parts: [
    ...walking.parts,
    line('dark', 1, '62,48 62,8'),
    apart(
      outline(
        'light',
        '32,10! 38,-4 52,-12 64,-13 78,-10 90,-2 95,10! 88,6 82,10! 74,6 64,10! 54,6 46,10! 38,6',
      ),
    ),
    line('dark', 0.8, '62,-13 62,-17'),
  ],
};

export const robed: Figure = {
  size: 1.05,
  home: 'ground',
  material: 'cloth',
  tones: { ...tones, coat: '#3f3a6b', accent: '#d9b24a', light: '#e6e0d2' },
  coats: ['#3f3a6b', '#5c2a3a', '#2f4f4a'],
  parts: [
    line('dark', 1.6, '68,99 67,20'),
    plain(oval('accent', 67, 17, 3.2)),
    outline('coat', '50,24 58,28 62,48 66,74 70,98! 50,99! 32,98! 36,72 40,46 43,28'),
    outline('light', '47,18! 46,30 50,46! 56,30 56,18!'),
    oval('under', 51, 16, 4.6, 5),
    outline('coat', '38,14! 47,9 47,4 46,-14! 54,2 56,9 64,14! 51,12'),
    apart(limb('coat', '56,32,4 63,40,4 68,42,3')),
    plain(oval('under', 68, 42, 2)),
  ],
};

export const astronaut: Figure = {
  size: 1.05,
  home: 'ground',
  material: 'cloth',
  tones: {
    coat: '#eceae4',
    under: '#c9ccd2',
    dark: '#39404d',
    light: '#ffffff',
    accent: '#d9772e',
    eye: '#15181f',
  },
  coats: ['#eceae4'],
  parts: [
    outline('under', '34,30! 33,58! 44,60! 44,28!'),
    limb('far', '42,38,5 34,50,4.4 31,60,4'),
    limb('coat', '44,64,6.6 42,80,5.4 41,93,5'),
    limb('coat', '57,64,6.6 59,80,5.4 60,93,5'),
    limb('dark', '41,97,4 46,98,2.8'),
    limb('dark', '60,97,4 66,98,2.8'),
    outline('coat', '50,28 61,32 63,48 61,66 50,68 40,66 38,48 40,32'),
    plain(mark(outline('accent', '36,58! 66,58! 66,61.4! 36,61.4!'))),
    plain(outline('under', '45,42! 57,42! 57,52! 45,52!')),
    oval('coat', 51, 17, 12.4, 13),
    plain(outline('dark', '46,9 54,8 61,13 61.6,20 56,25 47,24.6 43,17')),
    plain(outline('accent', '49,11 54,10.6 57.6,13! 53,13 49,14.6!')),
    apart(limb('coat', '60,37,5 66,49,4.4 68,60,4')),
    plain(oval('dark', 68.4, 63, 3.6)),
  ],
};

export const knight: Figure = {
  ...standing,
  size: 1.02,
  material: 'metal',
  tones: {
    coat: '#9aa3ad',
    under: '#b9c0c8',
    dark: '#363b45',
    light: '#e3e6ea',
    accent: '#6d7681',
    eye: '#15181c',
  },
  coats: ['#9aa3ad', '#b39a62'],
  parts: [
    ...standing.parts.slice(0, 6),
    outline('coat', '44,22 43,10 50,4 57,9 57.6,16 55,23'),
    plain(outline('eye', '49,12! 58,11! 58,13.4! 49,14!')),
    outline('dark', '49,5! 44,-6 36,-5 33,4! 40,0 46,8!'),
    rodSword(),
    apart(outline('dark', '36,34! 52,34! 52,48 44,60! 36,48')),
    plain(mark(outline('light', '42.4,36! 45.6,36! 45.6,56! 42.4,56!'))),
    apart(limb('coat', '57,29,3.6 61,41,3 65,48,2.6')),
  ],
};

function rodSword() {
  return line('light', 1.8, '65,48 72,18');
}

/** Head and shoulders: fills the box, for portraits. */
export const bust: Figure = {
  size: 1,
  home: 'ground',
  material: 'cloth',
  tones: {
    coat: '#46597a',
    under: '#dba885',
    dark: '#3a2720',
    light: '#f3e3d2',
    accent: '#c4705c',
    eye: '#2a1d18',
  },
  coats: ['#46597a', '#8a3f3a', '#4f6b52', '#c9a04a', '#6b4f73'],
  parts: [
    outline('dark', '30,30 34,12 48,5 62,8 71,20 73,40 74,58 70,66! 34,68! 28,54'),
    outline('coat', '4,101! 8,86 22,78 40,74 60,74 78,78 92,86 96,101!'),
    outline('under', '41,58! 40,76 50,84 60,76 59,58!'),
    plain(mark(outline('accent', '41,60! 50,70 59,62! 59,72! 50,76 41,70!'))),
    apart(outline('under', '33,34 36,20 50,14 64,20 67,34 66,48 60,60 50,66.6 40,60 34,48')),
    plain(mark(outline('accent', '60,16! 63,34 62,48 52,66! 68,62 72,30'))),
    plain(outline('light', '39,38! 43,35.6 47,38! 43,40!')),
    plain(outline('light', '53,38! 57,35.6 61,38! 57,40!')),
    plain(oval('eye', 43.4, 37.7, 1.8)),
    plain(oval('eye', 57.2, 37.7, 1.8)),
    line('dark', 1.2, '38,33.4 42,31.2 47,32.6'),
    line('dark', 1.2, '53,32.6 58,31.2 62,33.4'),
    line('accent', 1, '50.6,38 52.4,46 49.4,48'),
    plain(outline('accent', '45.4,54! 49,52.8 50,53.4 51,52.8 55,54! 50,57')),
    outline('dark', '32,40! 30,26 37,12 50,8 63,12 69,24 69,42! 65,30 60,22! 52,24 42,22 36,30'),
    plain(outline('coat', '40,74! 50,86 60,74! 66,76! 51,96! 49,96! 34,76!')),
  ],
};
