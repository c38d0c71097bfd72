import { longestScene } from '../jobs/assembly-request';

/** What a viewer reads at ease in a second: words, or characters where no spaces part the words. */
const wordsASecond = 2.5;
const charactersASecond = 14;
/** Until the eye has found the caption, in seconds. */
const settling = 1;
const shortestScene = 3;

/** How long a scene must stay for its caption to be read, in whole seconds. */
export function secondsToRead(caption: string): number {
  const words = caption.split(/\s+/).filter((word) => word !== '').length;
  const reading = Math.max(words / wordsASecond, caption.trim().length / charactersASecond);
  return Math.min(longestScene, Math.max(shortestScene, Math.ceil(settling + reading)));
}
