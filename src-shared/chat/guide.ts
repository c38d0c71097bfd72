import type { Quote } from '../billing/card/quote';
import { receipt } from '../billing/card/receipt';
import { creditsText } from '../billing/credits-text';
import { puzzledAnswer } from './answers/about-answers';
import type { Facts } from './facts';
import type { ChatForm } from './form';
import { formWords } from './form-words';
import { plainText } from './plain-text';
import { prepareForm } from './prepare-form';
import { readWish } from './read-wish';
import { answerTopic, topicOf } from './topics';
import type { Wish } from './wish';

/** What the guide says, and the form that it filled; null where none was asked for. */
export type GuideAnswer = { readonly text: string; readonly form: ChatForm | null };

const asks =
  /^(?:and |so |but |ok(?:ay)?,? |please,? )*(?:how|what(?:['’]?s)?|when|why|which|who|whose|where|is|are|was|were|am|do|does|did|will|should|tell me|explain|(?:can|could) i(?!(?: please)? (?:have|get)\b)|can we|have i|has|if)\b/i;
/** «how much would … cost»: what stands between is priced like a wish. */
const priceQuestion =
  /^(?:how much|what)(?:['’]s| (?:is|are|would|will|does|do|for))?(?: the)?(?: (?:price|cost)s?(?: of| for)?)?(?: it cost (?:to make|for|me to make))?\s+(.+?)(?:\s+(?:cost|be|costs))?(?:\s+me)?\s*\?*$/i;

const costs = /\b(?:costs?|prices?|much)\b/i;
/** Edits have one price for all of them, which is told as a price. */
const edits = /\b(?:edit|enlarg|upscal|restyl|refin)\w*/i;

/**
 * The built-in guide: answers from the facts, or fills a form for what is asked to be made. It knows no more than
 * that, says so when it does not understand, and never submits.
 */
export function askGuide(message: string, facts: Facts): GuideAnswer {
  const plain = plainText(message);
  if (asks.test(plain)) return answerQuestion(plain, facts);
  const wish = readWish(plain);
  if (wish !== null) return answerWish(wish, facts);
  return answerQuestion(plain, facts);
}

function answerQuestion(plain: string, facts: Facts): GuideAnswer {
  const priced =
    costs.test(plain) && !edits.test(plain) ? priceQuestion.exec(plain)?.[1] : undefined;
  const wish = priced === undefined ? null : readWish(priced);
  if (wish !== null && isParticular(wish)) return answerWish(wish, facts);
  const topic = topicOf(plain);
  if (topic === null) return { text: puzzledAnswer(), form: null };
  return { text: answerTopic(topic, facts, plain), form: null };
}

/** A price is asked of something particular, not of pictures or clips as such. */
function isParticular(wish: Wish): boolean {
  return (
    wish.prompt !== '' ||
    (wish.count ?? 1) > 1 ||
    wish.seconds !== null ||
    wish.tool === 'edit' ||
    wish.tool === 'storyboard'
  );
}

function answerWish(wish: Wish, facts: Facts): GuideAnswer {
  const prepared = prepareForm(facts.card, wish);
  if (prepared.kind === 'impossible') return { text: prepared.reason, form: null };
  const { form, quote, notes } = prepared;
  const text = [preparedWords(facts, form, quote), ...notes, ...nextStep(form)].join('\n');
  return { text, form };
}

/** A prepared form and what it would do to the balance, in words. */
export function preparedWords(facts: Facts, form: ChatForm, quote: Quote): string {
  return `${formWords(facts.card, form)}: **${creditsText(quote.total)}**. ${balanceWords(facts, quote)}`;
}

function balanceWords({ balance, at }: Facts, quote: Quote): string {
  if (quote.total === 0) return 'It is free.';
  const slip = receipt(quote, balance.lots, at);
  if (slip.kind === 'short') {
    return `You have ${creditsText(slip.before)}, so ${slip.missing.toLocaleString('en')} more ${slip.missing === 1 ? 'is' : 'are'} needed.`;
  }
  return `You have ${creditsText(slip.before)}; ${slip.after.toLocaleString('en')} would be left.`;
}

function nextStep({ tool, prompt, count }: ChatForm): string[] {
  if (tool === 'edit' || tool === 'image-to-video') {
    return ['Open it in Create and choose the picture to start from.'];
  }
  if (tool === 'storyboard') {
    return [
      `Open it in Storyboard to write and arrange the scenes; the price is for ${count} visuals.`,
    ];
  }
  return prompt === ''
    ? ['What should it show? Write it in the form.']
    : ['Nothing is made before you press Generate.'];
}
