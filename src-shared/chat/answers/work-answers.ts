import { assertNever } from '../../assert-never';
import { toolOf } from '../../billing/card/quote';
import { creditsText } from '../../billing/credits-text';
import { hasEnded, type Job, type WaitReason } from '../../jobs/job';
import { largestSide } from '../../jobs/look';
import { sketchStyles } from '../../jobs/sketch-styles';
import type { Facts } from '../facts';

/** What is in the queue, what it holds and why it waits. */
export function queueAnswer({ queue: { jobs, paused, waitReasons } }: Facts): string {
  const open = jobs.filter(({ state }) => !hasEnded(state.kind));
  if (open.length === 0) {
    return `The queue is empty${paused ? ', and it is paused' : ''}.`;
  }
  const running = open.filter(({ state }) => state.kind === 'running').length;
  const held = open.reduce((total, job) => total + (job.held ? job.price : 0), 0);
  const lines = open.slice(0, 5).map((job) => jobLine(job, waitReasons[job.id]));
  const more = open.length > 5 ? [`- and ${open.length - 5} more`] : [];
  const pausedWords = paused ? ' The queue is paused: nothing else starts.' : '';
  return [
    `${open.length} ${open.length === 1 ? 'job is' : 'jobs are'} open, ${running} of them running; ${creditsText(held)} on hold for them.${pausedWords}`,
    ...lines,
    ...more,
  ].join('\n');
}

function jobLine({ request, state }: Job, reason: WaitReason | undefined): string {
  const subject = request.prompt.slice(0, 60) || request.tool;
  if (state.kind === 'running') return `- «${subject}» is running`;
  if (state.kind === 'unknown') return `- «${subject}»: whether it was made is being looked into`;
  return `- «${subject}» waits${reason === undefined ? '' : `: ${reasonText(reason)}`}`;
}

function reasonText(reason: WaitReason): string {
  switch (reason.kind) {
    case 'its-turn':
      return reason.ahead === 0 ? 'it is next' : `${reason.ahead} before it`;
    case 'paused':
      return 'the queue is paused';
    case 'needs-credit':
      return `it needs ${creditsText(reason.credits)}`;
    case 'engine-missing':
    case 'library-unwritable':
      return reason.message;
    default:
      return assertNever(reason);
  }
}

/** Why there are no refunds, readable before spending (B8, B9). */
export function refundAnswer({ card }: Facts): string {
  return [
    'There are no refunds, and this is why:',
    ...card.policies.refunds.map((reason) => `- ${reason}`),
  ].join('\n');
}

/** What is charged and what is not when something goes wrong or is cancelled (B8). */
export function failureAnswer({ card }: Facts): string {
  return [
    'A job that was never processed costs nothing: cancelled in the queue, an engine out of reach, refused before work began. Its hold goes back to the lot it came from, and its card says «not charged».',
    'Once it was made, it is charged, whatever you think of it. A retry is a new job and is charged again.',
    ...card.policies.refunds.slice(0, 1),
  ].join('\n');
}

/** What can be made, and which of it is metered. */
export function toolsAnswer({ card }: Facts): string {
  const names: readonly (readonly [Parameters<typeof toolOf>[1], string])[] = [
    ['image', 'Image: pictures from words, with styles, negative prompt and variations'],
    ['edit', 'Edit: restyle, vary, paint inside a mask, extend, or enlarge a picture 2 to 4 times'],
    ['video', 'Video: clips from words, 1 to 60 s, 720p or 1080p, MP4 or WebM'],
    ['image-to-video', 'Picture to video: a clip that begins with one of your pictures'],
  ];
  const lines = names.filter(([id]) => toolOf(card, id) !== null).map(([, text]) => `- ${text}`);
  return [
    'You can make:',
    ...lines,
    '- Storyboard: a topic or a document becomes scenes, put together into one video',
    '- Compare: one prompt across several models or styles, side by side',
    'Tell me what you want, and I fill in the form.',
  ].join('\n');
}

export function stylesAnswer(): string {
  const names = sketchStyles.map(({ name }) => name).join(', ');
  return `The styles are ${names}. Say «in ink» or «as a woodcut», and I fill it in.`;
}

/** How large and how long things can be. */
export function sizesAnswer({ card }: Facts): string {
  const lines = card.models.map(
    ({ name, longestSide }) =>
      `- ${name}: up to ${Math.min(longestSide, largestSide).toLocaleString('en')} pixels on the longer side`,
  );
  return [
    ...lines,
    'Clips last 1 to 60 whole seconds, in 720p or 1080p, as 16:9, 9:16 or 1:1. A picture can be enlarged to 4,096 pixels.',
  ].join('\n');
}

/** What Tally warns of before credit is spent (B12). */
export function warningsAnswer({ card }: Facts): string {
  if (card.warnings.length === 0) return 'This card has no warnings.';
  return [
    'The receipt warns you before you press, and blocks nothing:',
    ...card.warnings.map(({ text }) => `- ${text}`),
  ].join('\n');
}

/** Which card prices go by, and where its figures come from (B10). */
export function cardAnswer({ card }: Facts): string {
  return `Prices go by the rate card **${card.name}**, version ${card.version}. ${card.origin}`;
}
