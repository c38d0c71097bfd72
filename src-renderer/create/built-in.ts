import type { Preset, Template } from '../stores/presets';

/** The presets that come with Tally; sizes in pixels. */
export const builtInPresets: readonly Preset[] = [
  {
    id: 'storybook',
    name: 'Storybook',
    style: 'watercolour',
    words: 'soft morning light, gentle colours',
    without: '',
    width: 1024,
    height: 1024,
  },
  {
    id: 'travel-poster',
    name: 'Travel poster',
    style: 'flat',
    words: 'bold shapes, few colours',
    without: '',
    width: 680,
    height: 1024,
  },
  {
    id: 'game-tile',
    name: 'Game tile',
    style: 'pixel',
    words: 'bright daylight',
    without: '',
    width: 512,
    height: 512,
  },
  {
    id: 'church-window',
    name: 'Church window',
    style: 'stained-glass',
    words: 'golden evening light',
    without: '',
    width: 576,
    height: 1024,
  },
  {
    id: 'field-notes',
    name: 'Field notes',
    style: 'ink',
    words: 'calm, much empty space',
    without: 'people',
    width: 1024,
    height: 680,
  },
];

/** The templates that come with Tally. */
export const builtInTemplates: readonly Template[] = [
  { id: 'place', name: 'Subject in a place', prompt: 'A [subject] in [place]' },
  { id: 'seasons', name: 'Four seasons', prompt: '[place] in {spring|summer|autumn|winter}' },
  { id: 'times', name: 'Through the day', prompt: '[subject] at {dawn|noon|dusk|night}' },
  { id: 'weather', name: 'In all weathers', prompt: 'A [subject] in {rain|snow|fog|sunshine}' },
];
