import type { MediaType } from './asset';

/** What a person calls a delivered file. */
export type OutputNoun = 'picture' | 'clip';

export function nounOf(mediaType: MediaType): OutputNoun {
  return mediaType === 'image/png' ? 'picture' : 'clip';
}

/** A number with its noun, in the way of the place where it is shown: «3 pictures». */
type Counted = (count: number, noun: OutputNoun) => string;

/** What so many files are together: «3 pictures and 1 clip», «2 clips», and «0 pictures» of none. */
export function outputsText(mediaTypes: readonly MediaType[], counted: Counted): string {
  const clips = mediaTypes.filter((type) => nounOf(type) === 'clip').length;
  const pictures = mediaTypes.length - clips;
  if (clips === 0) return counted(pictures, 'picture');
  if (pictures === 0) return counted(clips, 'clip');
  return `${counted(pictures, 'picture')} and ${counted(clips, 'clip')}`;
}
