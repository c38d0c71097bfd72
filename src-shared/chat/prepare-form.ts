import { largestBatch, longestClipSeconds, type Quote, toolOf } from '../billing/card/quote';
import type { RateCard } from '../billing/card/rate-card';
import { enlargeFactors } from '../jobs/edit-request';
import { longestPrompt } from '../jobs/look';
import { checkPrompts } from '../jobs/prompt-alternatives';
import { sketchStyles } from '../jobs/sketch-styles';
import { describeRefusal } from '../refusal';
import { allChoices, type Choice, chooseModel } from './choose-model';
import { type ChatForm, cardToolOf, outputsOfForm, quoteForm } from './form';
import { clipSize, longestWished, pictureSize } from './form-size';
import type { Wish } from './wish';

/** The usual length of a clip, in seconds (A2). */
const usualSeconds = 5;
/** So many scenes has a storyboard of which nobody said how long it is to be. */
const usualScenes = 6;

export type Prepared =
  | {
      readonly kind: 'form';
      readonly form: ChatForm;
      readonly quote: Quote;
      /** What was wished for and could not be had, in sentences. */
      readonly notes: readonly string[];
    }
  /** Why there is no such form on this card, in a sentence. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** Fills a form that can be priced and, once it has its words and pictures, made. */
export function prepareForm(card: RateCard, wish: Wish): Prepared {
  const tool = cardToolOf(card, wish.tool);
  if (toolOf(card, tool) === null) {
    return { kind: 'impossible', reason: `The rate card «${card.name}» has no tool for that.` };
  }
  const notes: string[] = [];
  const seconds = secondsOf(wish, notes);
  const named = namedChoice(card, wish, seconds, notes);
  const { thrift, quality } = wish;
  const longestSide = longestWished(wish);
  const need = { tool, seconds, longestSide, thrift, quality };
  const choice = named ?? chooseModel(card, need);
  if (choice === null) {
    return { kind: 'impossible', reason: `The rate card «${card.name}» has no model for that.` };
  }
  return priced(card, formOf(wish, choice, seconds, notes), notes);
}

function priced(card: RateCard, form: ChatForm, notes: string[]): Prepared {
  const uneven = checkPrompts(form, outputsOfForm(form));
  if (uneven !== null) return { kind: 'impossible', reason: describeRefusal(uneven) };
  const quoted = quoteForm(card, form);
  if (quoted.kind === 'quote') return { kind: 'form', form, quote: quoted.quote, notes };
  if (quoted.refusal.code !== 'count-invalid' || form.count === 1) {
    return { kind: 'impossible', reason: describeRefusal(quoted.refusal) };
  }
  // So many of each alternative that all of them are a batch.
  const each = outputsOfForm({ ...form, count: 1 });
  const count = Math.max(1, Math.floor(largestBatch / each));
  return priced(card, { ...form, count }, [...notes, mostNote]);
}

const mostNote = `At most ${largestBatch} are made at once.`;

function secondsOf({ tool, seconds }: Wish, notes: string[]): number | null {
  if (tool !== 'video' && tool !== 'image-to-video') return null;
  if (seconds === null) return usualSeconds;
  const whole = Math.min(longestClipSeconds, Math.max(1, Math.ceil(seconds)));
  if (whole !== seconds) {
    notes.push(`A clip lasts a whole number of seconds up to ${longestClipSeconds}: ${whole} s.`);
  }
  return whole;
}

/** The model that was asked for by name, in the quality that was asked for where it has it. */
function namedChoice(
  card: RateCard,
  { tool, model: name, quality, thrift }: Wish,
  seconds: number | null,
  notes: string[],
): Choice | null {
  if (name === null) return null;
  const wanted = name.trim().toLowerCase();
  const choices = allChoices(card, {
    tool: cardToolOf(card, tool),
    seconds,
    longestSide: 0,
  }).filter(({ model }) => model.id === wanted || model.name.toLowerCase() === wanted);
  if (choices.length === 0) notes.push(`There is no model «${name}» for that.`);
  const fitting = choices.filter((choice) => choice.quality === (quality ?? choice.quality));
  const order = thrift === 'cheap' ? 1 : -1;
  const ordered = (fitting.length > 0 ? fitting : choices).toSorted(
    (a, b) => order * (a.each - b.each) || Number(b.quality === 'premium') - 1,
  );
  return ordered[0] ?? null;
}

function formOf(
  wish: Wish,
  { model, quality }: Choice,
  seconds: number | null,
  notes: string[],
): ChatForm {
  const isClip = seconds !== null;
  const size = isClip ? clipSize(wish, model.longestSide) : pictureSize(wish, model.longestSide);
  if (size.note !== null && wish.tool !== 'edit') notes.push(size.note);
  const { tool } = wish;
  return {
    tool,
    prompt: wish.prompt.slice(0, longestPrompt),
    negativePrompt: wish.negativePrompt.slice(0, longestPrompt),
    style: sketchStyles.find(({ id }) => id === wish.style)?.id ?? sketchStyles[0].id,
    model: model.id,
    quality,
    count: countOf(wish, notes),
    width: size.width,
    height: size.height,
    seconds,
    format: isClip ? (wish.format ?? 'mp4') : null,
    edit: tool === 'edit' ? (wish.edit ?? 'restyle') : null,
    factor: tool === 'edit' && wish.edit === 'enlarge' ? factorOf(wish, notes) : null,
  };
}

function countOf({ tool, count }: Wish, notes: string[]): number {
  const wanted = count ?? (tool === 'storyboard' ? usualScenes : 1);
  // «A storyboard» is one, whatever its scenes.
  if (tool === 'storyboard' && count === 1) return usualScenes;
  const whole = Math.max(1, Math.floor(wanted));
  if (whole <= largestBatch) return whole;
  notes.push(mostNote);
  return largestBatch;
}

function factorOf({ factor }: Wish, notes: string[]): 2 | 3 | 4 {
  const known = enlargeFactors.find((each) => each === factor);
  if (known !== undefined) return known;
  if (factor === null) return 2;
  notes.push(`Pictures are enlarged ${enlargeFactors.join(', ')} times.`);
  return factor > 4 ? 4 : factor > 2 ? 3 : 2;
}
