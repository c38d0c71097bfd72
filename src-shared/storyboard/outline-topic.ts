import { longestTopic } from './board';
import { keyPhrases } from './key-phrases';
import type { Outline } from './outline';
import { themeOf } from './outline-document';
import { pictureWordsIn } from './picture-words';
import { shortened } from './sentences';

/**
 * A frame for a topic, to be filled in by whoever knows it: opening, what it is, where, a detail, change, closing. It
 * claims nothing about the topic, for nothing here knows anything about it. Null for a topic without a word.
 */
export function outlineTopic(topic: string): Outline | null {
  const told = topic
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.!?…]+$/, '');
  if (!/[\p{L}\p{N}]/u.test(told)) return null;
  const title = shortened(capitalised(told), longestTopic);
  const subject = subjectOf(told);
  const detail = keyPhrases(told, themeOf([told]).weights, 1)[0] ?? told;
  const scene = (caption: string, ...seen: readonly string[]) => ({
    caption,
    prompt: [subject, ...seen].join(', '),
  });
  return {
    title,
    scenes: [
      scene(title, 'wide view', 'dawn'),
      scene('What it is, in a few words', 'in the middle', 'day'),
      scene('Where it is found', 'landscape', 'from above'),
      scene(`A closer look: ${detail}`, 'close up', 'detailed'),
      scene('How it changes', 'autumn', 'storm'),
      scene('What stays with us', 'in the distance', 'sunset'),
    ],
  };
}

/** What all its pictures show: the topic's own words; where none can be seen, what stands for them. */
function subjectOf(topic: string): string {
  const words = topic.toLowerCase();
  const things = pictureWordsIn(topic);
  const isSeen = things.some((thing) => words.includes(thing));
  return isSeen ? topic : [topic, ...things].join(', ');
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
