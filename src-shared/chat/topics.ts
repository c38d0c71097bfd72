import { helpAnswer, thanksAnswer } from './answers/about-answers';
import {
  balanceAnswer,
  forecastAnswer,
  lapseAnswer,
  lotsAnswer,
  spentAnswer,
} from './answers/credit-answers';
import {
  billAnswer,
  endingAnswer,
  extraAnswer,
  planAnswer,
  plansAnswer,
  renewalAnswer,
  seatsAnswer,
} from './answers/plan-answers';
import {
  affordAnswer,
  bestModelAnswer,
  chatFreeAnswer,
  freeAnswer,
  modelsAnswer,
  pricesAnswer,
  toolPriceAnswer,
} from './answers/price-answers';
import {
  cardAnswer,
  failureAnswer,
  queueAnswer,
  refundAnswer,
  sizesAnswer,
  stylesAnswer,
  toolsAnswer,
  warningsAnswer,
} from './answers/work-answers';
import type { Facts } from './facts';
import { numberOf, numberPattern } from './numbers';

export type Topic =
  | 'chat-free'
  | 'refunds'
  | 'failures'
  | 'lapses'
  | 'afford'
  | 'forecast'
  | 'lots'
  | 'spent'
  | 'bill'
  | 'extra'
  | 'plans'
  | 'renewal'
  | 'ending'
  | 'seats'
  | 'plan'
  | 'free'
  | 'warnings'
  | 'queue'
  | 'best-model'
  | 'video-price'
  | 'edit-price'
  | 'prices'
  | 'models'
  | 'styles'
  | 'sizes'
  | 'card'
  | 'balance'
  | 'tools'
  | 'help'
  | 'thanks';

/** What a topic's question looks like; the first that fits is answered. */
const patterns: readonly (readonly [topic: Topic, pattern: RegExp])[] = [
  [
    'ending',
    /\b(cancel|end|ends|stop|quit|leave)\b.*\b(plan|subscription)\b|\b(plan|subscription)\b.*\b(ends?|cancell?ed|stops?)\b/,
  ],
  [
    'chat-free',
    /\b(chat|message|messages|talking to you|asking you)\b.*\b(free|cost|costs|charged?|limit|cap|metered|credits?|pay)\b|\b(cost|charged?|pay|limit|cap)\b.*\b(chat|message|messages|talking to you|ask you)\b/,
  ],
  [
    'refunds',
    /\brefunds?\b|\bmoney back\b|\bcredits? back\b|\bget (them|it) back\b|\bundo (a |the )?charge\b/,
  ],
  [
    'failures',
    /\b(fails?|failed|failure|cancel|cancels|cancelled|crash|crashes|breaks?|goes wrong)\b|\b(ugly|bad|poor|wrong)\b.*\b(pictures?|images?|results?|clips?)\b|\bretry\b|\bregenerat/,
  ],
  ['seats', /\bseats?\b|\bteam ?mates?\b|\bmembers?\b/],
  [
    'lapses',
    /\b(laps(e|es|ing)|expir(e|es|y|ing)|roll ?over|rolls over|roll over|carry over|wasted?|unused|lose|lost)\b/,
  ],
  [
    'afford',
    new RegExp(
      String.raw`\b(afford|make|get|buy|do|create)\b.*\b(with|for|from)\b.*\b(${numberPattern}|my|these|remaining)\b.*\bcredits?\b|\bhow many (pictures?|images?|clips?|videos?)\b|\bwhat can i afford\b`,
    ),
  ],
  [
    'forecast',
    /\b(how long)\b.*\b(last|enough)\b|\brun(s|ning)? out\b|\bforecast\b|\bpace\b|\blast until\b|\bwill (they|it|my credits?) last\b/,
  ],
  [
    'lots',
    /\blots?\b(?! of)|\bwhich credits?\b|\bwhere do(es)? my credits?\b|\bpays? first\b|\bburn order\b/,
  ],
  ['spent', /\b(spent|spend so far|used so far|have i used|did i use|usage|statement|charges?)\b/],
  ['bill', /\b(bill|bills|billed|invoice|invoices|next payment|what do i pay|do i pay)\b/],
  [
    'plans',
    /\b(plans|upgrade|downgrade|which plan|other plan|change (my |the )?plan|switch (my |the )?plan|subscriptions?)\b/,
  ],
  ['extra', /\b(units?|packs?|add-?ons?|top ?up|more credits|extra credits|buy)\b/],
  [
    'renewal',
    /\b(renew|renews|renewal|renewed|refresh|refreshes|next grant|grants?|come back|reset|resets|new credits|next credits|get credits|get more)\b/,
  ],
  ['plan', /\bplan\b|\bsubscription\b|\bbilling cycle\b/],
  ['free', /\b(free|not metered|unmetered|without paying|costs? nothing|for nothing)\b/],
  ['warnings', /\bwarn(s|ings?)?\b/],
  [
    'queue',
    /\b(queue|queued|jobs?|waiting|paused?|running|in line)\b|\bhow long (will|does) it take\b/,
  ],
  [
    'best-model',
    /\b(best|cheapest|cheap|finest|recommend(ed)?|better|balance)\b.*\bmodels?\b|\bwhich model\b|\bmodels?\b.*\b(best|cheapest|recommend(ed)?|balance|should i)\b|\bbest balance\b|\b(best|cheapest) (way|option)\b/,
  ],
  [
    'video-price',
    /\b(cost|costs|price|prices|much|charged?|credits?)\b.*\b(videos?|clips?|seconds?|animations?|movies?)\b|\b(videos?|clips?)\b.*\b(cost|costs|price|prices|expensive|charged?)\b/,
  ],
  [
    'edit-price',
    /\b(cost|costs|price|prices|much|charged?|credits?)\b.*\b(edit|edits|editing|enlarg\w+|upscal\w+|restyl\w+|refin\w+)\b|\b(edit|editing|enlarging|upscaling|enlargement)\b.*\b(cost|costs|price|charged?)\b/,
  ],
  ['models', /\bmodels?\b/],
  ['styles', /\bstyles?\b|\bhow can (it|you) (look|paint)\b/],
  [
    'sizes',
    /\b(sizes?|resolutions?|pixels?|how (large|big|long|wide|tall)|dimensions?|1080p|720p|4k|lengths?|durations?)\b/,
  ],
  ['card', /\b(rate card|card|whose prices|documented)\b/],
  [
    'prices',
    /\b(cost|costs|price|prices|pricing|expensive|charged?|metered|how much (is|are|does|do|would|for))\b/,
  ],
  [
    'balance',
    /\b(balance|credits?|how much|have left|is left|'s left|left over|remaining|on hold|held)\b/,
  ],
  [
    'help',
    /\b(help|who are you|what are you|what can you|what do you (know|do)|what can i (ask|say)|how do(es)? (this|you) work|are you (an? )?(ai|human|robot|bot|model))\b|^(hi|hello|hey|good (morning|evening|afternoon))\b/,
  ],
  [
    'tools',
    /\b(tools?|what can (i|we) (make|do|create|generate)|can i (make|create|generate)|storyboards?|videos?|enlarge|upscale)\b/,
  ],
  [
    'thanks',
    /^(thanks?|thank you|thx|great|perfect|cool|nice|ok|okay)\b[\s!.]*(you|very much|a lot)?[\s!.]*$/,
  ],
];

/** What a message is about; null when that can't be told. */
export function topicOf(plain: string): Topic | null {
  const lower = plain.toLowerCase().replaceAll('’', "'");
  return patterns.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}

const answers: Readonly<Record<Topic, (facts: Facts, plain: string) => string>> = {
  'chat-free': chatFreeAnswer,
  refunds: refundAnswer,
  failures: failureAnswer,
  lapses: lapseAnswer,
  afford: (facts, plain) => affordAnswer(facts, creditsIn(plain)),
  forecast: forecastAnswer,
  lots: lotsAnswer,
  spent: spentAnswer,
  bill: billAnswer,
  extra: extraAnswer,
  plans: plansAnswer,
  renewal: renewalAnswer,
  ending: endingAnswer,
  seats: seatsAnswer,
  plan: planAnswer,
  free: freeAnswer,
  warnings: warningsAnswer,
  queue: queueAnswer,
  'best-model': bestModelAnswer,
  'video-price': (facts) => toolPriceAnswer(facts, 'video'),
  'edit-price': (facts) => toolPriceAnswer(facts, 'edit'),
  prices: pricesAnswer,
  models: modelsAnswer,
  styles: stylesAnswer,
  sizes: sizesAnswer,
  card: cardAnswer,
  balance: balanceAnswer,
  tools: toolsAnswer,
  help: helpAnswer,
  thanks: thanksAnswer,
};

/** The answer to a topic from the facts alone. */
export function answerTopic(topic: Topic, facts: Facts, plain = ''): string {
  return answers[topic](facts, plain);
}

/** «with 30 credits»: the amount that a question names; null where it names none. */
function creditsIn(plain: string): number | null {
  const match = new RegExp(String.raw`\b(${numberPattern})\s+credits?\b`, 'i').exec(plain);
  const number = match === null ? null : numberOf(match[1] ?? '');
  return number === null ? null : Math.floor(number);
}
