import type { DocumentText } from './document-text';
import { weighWords } from './key-phrases';
import { fewestScenes, type Outline, usualMostScenes } from './outline';
import { pictureWordsIn } from './picture-words';
import { likeness, rankSentences } from './rank-sentences';
import { sentencesOf, shortened } from './sentences';
import { type Theme, visualPrompt } from './visual-prompt';
import { tellingWords } from './words';

/** A caption is no longer than can be read at a glance, in characters. */
const longestSpoken = 150;
const longestHeadline = 90;
/** So many sentences are held against each other; of a longer text, as many from its beginning to its end. */
const mostCompared = 400;
/** Sentences that share more of their words say the same. */
const tooAlike = 0.5;
const nearlyTheSame = 0.9;
const shortestSentence = 3;

/**
 * The scenes of a document, from its own sentences: the title first, then those that the rest of the text agrees with
 * most, in their order. Null for a text without a sentence.
 */
export function outlineDocument(document: DocumentText): Outline | null {
  const texts = document.parts.map(({ text }) => text);
  const paragraphs = document.parts.filter(({ kind }) => kind === 'paragraph');
  const sentences = evenly(paragraphs.flatMap(({ text }) => sentencesOf(text)).filter(saysEnough));
  if (sentences.length === 0 && texts.length === 0) return null;
  const title = shortened(document.title || sentences[0] || (texts[0] ?? ''), longestHeadline);
  const theme = themeOf(texts);
  const told = best(sentences, scenesFor(sentences.length) - 1, title);
  const captions = [title, ...told.map((sentence) => shortened(sentence, longestSpoken))];
  const sources = [`${title}. ${told[0] ?? ''}`, ...told];
  return {
    title,
    scenes: captions.map((caption, index) => ({
      caption,
      prompt: visualPrompt(sources[index] ?? caption, theme, index),
    })),
  };
}

/** Longer texts make more scenes, ever more slowly. */
function scenesFor(sentences: number): number {
  const wished = Math.round(2 + Math.sqrt(sentences));
  return Math.min(usualMostScenes, Math.max(fewestScenes, wished));
}

/**
 * The best sentences in the order in which they stand. None says what another, or the title, said, unless the text
 * says hardly anything else.
 */
function best(sentences: readonly string[], most: number, title: string): string[] {
  const ranks = rankSentences(sentences);
  const byRank = [...sentences.keys()].sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || a - b);
  const chosen = new Set<number>();
  const choose = (upTo: number, alike: number) => {
    for (const index of byRank) {
      if (chosen.size >= upTo) return;
      const sentence = sentences[index] ?? '';
      const said = [title, ...[...chosen].map((other) => sentences[other] ?? '')];
      if (said.every((other) => likeness(sentence, other) <= alike)) chosen.add(index);
    }
  };
  choose(most, tooAlike);
  choose(fewestScenes - 1, nearlyTheSame);
  return [...chosen].sort((a, b) => a - b).map((index) => sentences[index] ?? '');
}

function saysEnough(sentence: string): boolean {
  const words = tellingWords(sentence).length;
  // Scripts that part no words are judged by their length.
  return words >= shortestSentence || (words > 0 && sentence.length >= 12);
}

function evenly(sentences: readonly string[]): string[] {
  const step = Math.max(1, sentences.length / mostCompared);
  const kept = Math.min(sentences.length, mostCompared);
  return Array.from({ length: kept }, (_, index) => sentences[Math.floor(index * step)] ?? '');
}

/** What a whole text is about. */
export function themeOf(texts: readonly string[]): Theme {
  const counts = new Map<string, number>();
  for (const thing of texts.flatMap(pictureWordsIn))
    counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const things = [...counts].sort(([, a], [, b]) => b - a).map(([thing]) => thing);
  return { weights: weighWords(texts), things };
}
