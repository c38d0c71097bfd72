import { sketchStyles } from '../jobs/sketch-styles';
import { numberOf, numberPattern } from './numbers';
import type { Wish } from './wish';

/** Words that say how something is made, not what it shows. */
export type Modifier = {
  /** Without anchors; its groups are handed to `meaning`. */
  readonly pattern: string;
  /**
   * What leads over to it after the subject. Words that may be part of a subject («a flat landscape», «best
   * friends») need a comma or such words before them; what can mean nothing else needs none.
   */
  readonly lead: string;
  meaning(groups: readonly (string | undefined)[]): Partial<Wish> | null;
};

const free = String.raw`(?:\s*[,;]\s*|\s+)(?:and\s+)?(?:(?:in|at|as|for|of|with|lasting|about|on|an?|size)\s+){0,2}`;
const marked = String.raw`(?:\s*[,;]\s*(?:and\s+)?(?:(?:in|at|as|with)\s+)?|\s+(?:in|at|as|and|but)\s+)(?:(?:the|an?)\s+)?(?:style\s+of\s+)?`;

const styleWords: Readonly<Record<string, string>> = {
  watercolour: String.raw`water[\s-]?colou?rs?`,
  oil: String.raw`oils?(?:[\s-]paint(?:ing)?)?`,
  ink: String.raw`ink(?:[\s-]drawing)?`,
  flat: String.raw`flat(?:[\s-]poster)?|poster`,
  pixel: String.raw`pixel(?:[\s-]?art)?|pixelated`,
  'low-poly': String.raw`low[\s-]?poly`,
  risograph: 'riso(?:graph)?',
  blueprint: 'blueprint',
  'paper-cut': String.raw`paper[\s-]?cut(?:[\s-]?out)?`,
  'stained-glass': String.raw`stained[\s-]glass`,
  charcoal: 'charcoal',
  woodcut: String.raw`wood[\s-]?cut`,
};

const styles: readonly Modifier[] = sketchStyles.map(({ id, name }) => ({
  pattern: String.raw`(?:${styleWords[id] ?? name})(?:[\s-]style|\s+look)?`,
  lead: marked,
  meaning: () => ({ style: id }),
}));

const shapes: readonly (readonly [pattern: string, across: number, down: number])[] = [
  ['square', 1, 1],
  ['vertical|upright|tall', 9, 16],
  ['portrait(?:\\s+format|\\s+orientation)?', 2, 3],
  ['landscape(?:\\s+format|\\s+orientation)?|horizontal', 3, 2],
  ['wide(?:[\\s-]?screen)?', 16, 9],
];

const qualityWords: readonly Modifier[] = [
  {
    pattern: String.raw`(?:as\s+)?cheap(?:ly|est|er)?(?:\s+as\s+possible|\s+(?:model|one|ones|way))?|inexpensive(?:ly)?|low[\s-]cost|on\s+a\s+budget|affordabl[ey]|for\s+little`,
    lead: marked,
    meaning: () => ({ thrift: 'cheap' }),
  },
  {
    pattern: '(?:quick|fast|draft|rough)(?:ly)?',
    lead: marked,
    meaning: () => ({ thrift: 'cheap' }),
  },
  {
    pattern: String.raw`(?:best|finest|highest|top|high)(?:[\s-](?:quality|model|possible))*`,
    lead: marked,
    meaning: () => ({ thrift: 'best' }),
  },
  {
    pattern: String.raw`(premium|basic|free)(?:[\s-]quality)?`,
    lead: marked,
    meaning: ([word]) => ({ quality: word?.toLowerCase() === 'premium' ? 'premium' : 'basic' }),
  },
];

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60 };

const measures: readonly Modifier[] = [
  {
    pattern: String.raw`half\s+a\s+minute`,
    lead: free,
    meaning: () => ({ seconds: 30 }),
  },
  {
    pattern: String.raw`(${numberPattern})[\s-]*(seconds?|secs?|s|minutes?|mins?)(?:[\s-]+long)?`,
    lead: free,
    meaning: ([amount = '', unit = '']) => {
      const number = numberOf(amount);
      if (number === null) return null;
      return { seconds: number * (secondsOf[unit.charAt(0).toLowerCase()] ?? 1) };
    },
  },
  {
    pattern: String.raw`(720p|1080p|full[\s-]?hd|hd)`,
    lead: free,
    meaning: ([word = '']) => ({ lines: /^(720|hd)/i.test(word) ? 720 : 1080 }),
  },
  {
    pattern: String.raw`(\d{2,5})\s*[x×]\s*(\d{2,5})(?:\s*(?:pixels|px))?`,
    lead: free,
    meaning: ([width, height]) => ({ size: { width: Number(width), height: Number(height) } }),
  },
  {
    pattern: String.raw`(\d{1,2}):(\d{1,2})`,
    lead: free,
    meaning: ([across, down]) => {
      const shape = { across: Number(across), down: Number(down) };
      return shape.across > 0 && shape.down > 0 ? { shape } : null;
    },
  },
  {
    pattern: '(mp4|webm)(?:\\s+(?:file|video|format))?',
    lead: free,
    meaning: ([format = '']) => ({ format: format.toLowerCase() === 'webm' ? 'webm' : 'mp4' }),
  },
];

/** Every way of saying how something is made, the particular ones first. */
export const modifiers: readonly Modifier[] = [
  ...measures,
  ...qualityWords,
  ...styles,
  ...shapes.map(
    ([pattern, across, down]): Modifier => ({
      pattern: `(?:${pattern})`,
      lead: marked,
      meaning: () => ({ shape: { across, down } }),
    }),
  ),
];
