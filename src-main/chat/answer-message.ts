import type { ModelMessage } from 'ai';
import type { Facts } from '../../src-shared/chat/facts';
import type { ChatForm } from '../../src-shared/chat/form';
import { askGuide } from '../../src-shared/chat/guide';
import type { Answerer, ChatMessage } from '../../src-shared/contract/chat';
import type { AnswerEnd, LanguageModel } from './language-model';
import { modelTools } from './model-tools';
import { describeTrouble } from './model-trouble';

/** What comes of an answer on its way. */
export type AnswerPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'form'; readonly form: ChatForm };

/** Who answers, and with what. */
export type Answering =
  | { readonly by: Extract<Answerer, { kind: 'guide' }> }
  | { readonly by: Extract<Answerer, { kind: 'model' }>; readonly model: LanguageModel };

type Asked = {
  /** The chat so far; the last message is the one to answer. */
  readonly messages: readonly ChatMessage[];
  readonly facts: () => Facts;
  readonly signal: AbortSignal | undefined;
};

/** So much of a chat is told to a language model: the newest messages, and characters of them. */
const mostMessages = 40;
const mostCharacters = 40_000;

const instructions = `You are the assistant inside Tally, a desktop studio for generating pictures and clips that treats credits as money.
Everything about credits, prices, plan, queue and rules comes from your tools: look it up, never guess a figure.
When something is to be made, call prepare_form; the person sees the form with its receipt and decides. You can't make, buy or charge anything, and never say that you did.
Chat is free and has no cap. Answer in the person's language, briefly, in plain text: no HTML, no links, no headings; lists with «- ».`;

/** An answer as it comes, by the guide or by a language model; a problem is told as its end, nothing is thrown. */
export async function* answerMessage(
  answering: Answering,
  asked: Asked,
): AsyncGenerator<AnswerPart, AnswerEnd, void> {
  if (!('model' in answering)) return yield* guideParts(asked);
  return yield* modelParts(answering.model, asked);
}

async function* guideParts({
  messages,
  facts,
}: Asked): AsyncGenerator<AnswerPart, AnswerEnd, void> {
  const { text, form } = askGuide(messages.at(-1)?.text ?? '', facts());
  yield { kind: 'words', text };
  if (form !== null) yield { kind: 'form', form };
  return { kind: 'whole' };
}

async function* modelParts(
  model: LanguageModel,
  { messages, facts, signal }: Asked,
): AsyncGenerator<AnswerPart, AnswerEnd, void> {
  const forms: ChatForm[] = [];
  let hasAnswered = false;
  const tools = modelTools(facts, (form) => forms.push(form));
  const question = { instructions, messages: told(messages), tools, signal };
  const stream = model.answer(question);
  try {
    for (;;) {
      const { done, value } = await stream.next();
      for (const form of forms.splice(0)) {
        hasAnswered = true;
        yield { kind: 'form', form };
      }
      if (done) return hasAnswered || value.kind !== 'whole' ? value : silence(model);
      hasAnswered = true;
      yield { kind: 'words', text: value };
    }
  } finally {
    await stream.return({ kind: 'stopped' });
  }
}

/** It looked things up and then said nothing. */
function silence({ host }: LanguageModel): AnswerEnd {
  return { kind: 'failed', problem: describeTrouble({ kind: 'empty' }, host) };
}

/** The newest messages that fit, oldest first; of those without a word, none. */
function told(messages: readonly ChatMessage[]): ModelMessage[] {
  let left = mostCharacters;
  const newest: ModelMessage[] = [];
  for (const { role, text } of messages.slice(-mostMessages).toReversed()) {
    left -= text.length;
    if (left < 0 && newest.length > 0) break;
    if (text.trim() === '') continue;
    newest.push({ role: role === 'person' ? 'user' : 'assistant', content: text });
  }
  return newest.toReversed();
}
