import { describeRefusal, type Refusal } from '../../src-shared/refusal';
import { program } from './text';

/** A refusal in words for somebody at a terminal: what is wrong and which command helps. */
export function refusalSentence(refusal: Refusal): string {
  const sentence = describeRefusal(refusal);
  if (refusal.code !== 'workspace-not-begun') return sentence;
  return `${sentence} «${program} cards» lists them; then for example «${program} begin --card ai-studios --plan free».`;
}
