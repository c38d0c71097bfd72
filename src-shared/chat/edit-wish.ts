import type { EditKind } from '../jobs/edit-request';
import { modifiers } from './modifiers';
import { numberOf, numberPattern } from './numbers';
import { openWish, type Wish } from './wish';

const thing = String.raw`(?:this|that|it|these|my|the|a|an|one)\b[^.!?]{0,60}`;
const picture = '(?:picture|image|photo|photograph|drawing|painting|it|this)';

const edits: readonly (readonly [pattern: RegExp, edit: EditKind])[] = [
  [
    /\b(?:enlarge|upscale|upsize|blow up|refine)\b|\bmake (?:it|this|the \w+) (?:bigger|larger|sharper)\b/i,
    'enlarge',
  ],
  [/\b(?:outpaint|extend)\b[^.!?]{0,40}\b(?:picture|image|photo|canvas|it|this)\b/i, 'extend'],
  [new RegExp(String.raw`\b(?:restyle|repaint|redo)\b\s+${thing}`, 'i'), 'restyle'],
  [new RegExp(String.raw`\bturn\s+${thing}\binto\b`, 'i'), 'restyle'],
  [/\b(?:vary|variations? of (?:this|that|my|the|it))\b[^.!?]{0,60}/i, 'vary'],
  [
    new RegExp(
      String.raw`\b(?:remove|replace|erase|inpaint|change)\b[^.!?]{1,80}\b(?:in|from|on) (?:this|that|my|the) ${picture}\b`,
      'i',
    ),
    'inside',
  ],
];

const animated =
  /\banimate\s+(?:this|that|my|the|it)\b|\b(?:clip|video|animation|movie)\b[^.!?]{0,40}\b(?:from|of|out of) (?:this|that|my|one of my|a) (?:own )?(?:picture|image|photo|photograph|drawing|painting)s?\b/i;
const question =
  /^(?:how|what|when|why|which|who|where|is|are|do|does|did|can i|could i|should)\b/i;
const times = new RegExp(
  String.raw`\b(${numberPattern})\s*(?:x|×|times|-?fold)(?![\p{L}\d])|\b[x×]\s*(\d)\b`,
  'iu',
);

/** A wish about a picture that exists already; null for any other. The picture is chosen by the person. */
export function readEditWish(plain: string): Wish | null {
  if (question.test(plain)) return null;
  if (animated.test(plain)) return { ...openWish, ...mentioned(plain), tool: 'image-to-video' };
  const edit = edits.find(([pattern]) => pattern.test(plain))?.[1];
  if (edit === undefined) return null;
  const wish: Wish = { ...openWish, ...mentioned(plain), tool: 'edit', edit };
  if (edit === 'enlarge') return { ...wish, factor: factorIn(plain) };
  return edit === 'inside'
    ? { ...wish, prompt: /\bwith\s+([^.!?]{1,200})/i.exec(plain)?.[1] ?? '' }
    : wish;
}

function factorIn(plain: string): number | null {
  const match = times.exec(plain);
  if (match !== null) return numberOf(match[1] ?? match[2] ?? '');
  if (/\b(?:double|twice)\b/i.test(plain)) return 2;
  return /\btriple\b/i.test(plain) ? 3 : null;
}

/** Every style, length and size that the sentence names: here no subject is described. */
function mentioned(plain: string): Partial<Wish> {
  let told: Partial<Wish> = {};
  for (const { pattern, meaning } of modifiers) {
    const match = new RegExp(String.raw`(?<![\p{L}\d])(?:${pattern})(?![\p{L}\d])`, 'iu').exec(
      plain,
    );
    const meant = match === null ? null : meaning(match.slice(1));
    if (meant !== null) told = { ...meant, ...told };
  }
  return told;
}
