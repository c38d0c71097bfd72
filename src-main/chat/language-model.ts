import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { isStepCount, type ModelMessage, streamText, type ToolSet } from 'ai';
import { z } from 'zod';
import { guardedFetch, type Patience, usualPatience } from './guarded-fetch';
import { jsonIn } from './json-in';
import { describeTrouble, type ModelTrouble, TroubleError } from './model-trouble';
import { toolsWithoutKey } from './tools-without-key';
import { withoutKey } from './without-key';

/** Where a language model is, and what opens it. */
export type Connection = {
  readonly address: string;
  readonly model: string;
  readonly key: string | null;
};

/** How an answer ended. */
export type AnswerEnd =
  | { readonly kind: 'whole' }
  | { readonly kind: 'stopped' }
  /** Why, in a sentence. */
  | { readonly kind: 'failed'; readonly problem: string };

export type Question = {
  readonly instructions: string;
  readonly messages: readonly ModelMessage[];
  readonly tools: ToolSet;
  readonly signal: AbortSignal | undefined;
};

export type JsonAnswer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: string };

export type LanguageModel = {
  /** Where it is, as it is named in sentences. */
  readonly host: string;
  /** The words of an answer as they come; what tools do happens on the way. Nothing is thrown. */
  answer(question: Question): AsyncGenerator<string, AnswerEnd, void>;
  /** Asks for data of a shape; what does not fit it is a failure, told in a sentence. Nothing is thrown. */
  askForJson<Value>(
    prompt: string,
    schema: z.ZodType<Value>,
    signal?: AbortSignal,
  ): Promise<JsonAnswer<Value>>;
};

/** So many times a model may use tools before it has to answer. */
const mostSteps = 6;
/** Characters of one answer. */
const longestAnswer = 60_000;
/** Calls of tools in one answer, useful or not, and the characters of all that they are called with. */
const mostCalls = 64;
const longestInputs = 40_000;

/** A language model at an OpenAI-compatible address. Each question is sent once: nothing is retried behind the back. */
export function openLanguageModel(
  connection: Connection,
  patience: Patience = usualPatience,
): LanguageModel {
  const host = new URL(connection.address).host;
  async function* answer(question: Question): AsyncGenerator<string, AnswerEnd, void> {
    const guard = guardedFetch(patience);
    const clean = withoutKey(connection.key);
    let length = 0;
    try {
      for await (const piece of pieces(connection, guard.fetch, question)) {
        length += piece.length;
        if (length > longestAnswer) throw new TroubleError({ kind: 'too-long' });
        const words = clean.next(piece);
        if (words !== '') yield words;
      }
      const rest = clean.rest();
      if (rest !== '') yield rest;
      if (question.signal?.aborted === true) return { kind: 'stopped' };
      return { kind: 'whole' };
    } catch (error) {
      if (question.signal?.aborted === true) return { kind: 'stopped' };
      const trouble = guard.trouble() ?? troubleIn(error, length > 0);
      return { kind: 'failed', problem: describeTrouble(trouble, host) };
    }
  }
  return {
    host,
    answer,
    askForJson: (prompt, schema, signal) =>
      askForJson({ answer, host, key: connection.key }, prompt, schema, signal),
  };
}

/** The text of an answer piece by piece; throws when it does not come to its proper end. */
async function* pieces(
  { address, model, key }: Connection,
  fetch: typeof globalThis.fetch,
  { instructions, messages, tools, signal }: Question,
): AsyncGenerator<string, void, void> {
  const apiKey = key === null ? {} : { apiKey: key };
  const provider = createOpenAICompatible({
    name: 'language-model',
    baseURL: address,
    fetch,
    ...apiKey,
  });
  const { stream } = streamText({
    model: provider.chatModel(model),
    instructions,
    messages: [...messages],
    tools: toolsWithoutKey(tools, key),
    stopWhen: isStepCount(mostSteps),
    maxRetries: 0,
    // Whatever goes wrong arrives in the stream and is told there.
    onError: () => undefined,
    ...(signal === undefined ? {} : { abortSignal: signal }),
  });
  let isEnded = false;
  let hasAnswered = false;
  let calls = 0;
  let inputs = 0;
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'tool-input-start') calls += 1;
    if (part.type === 'tool-input-delta') inputs += part.delta.length;
    if (calls > mostCalls || inputs > longestInputs) throw new TroubleError({ kind: 'too-long' });
    if (part.type === 'text-delta' && part.text !== '') {
      hasAnswered = true;
      yield part.text;
    }
    if (part.type === 'tool-result') hasAnswered = true;
    if (part.type === 'finish-step') isEnded = part.rawFinishReason !== undefined;
  }
  if (signal?.aborted === true) return;
  if (!isEnded) throw new TroubleError({ kind: 'cut-off' });
  if (!hasAnswered) throw new TroubleError({ kind: 'empty' });
}

/** What a thrown error tells; an answer that was readable at first was cut off, any other is none of a language model. */
function troubleIn(error: unknown, wasReadable: boolean): ModelTrouble {
  if (error instanceof TroubleError) return error.trouble;
  return { kind: wasReadable ? 'cut-off' : 'not-a-model' };
}

type Asking = Pick<LanguageModel, 'answer' | 'host'> & Pick<Connection, 'key'>;

async function askForJson<Value>(
  { answer, host, key }: Asking,
  prompt: string,
  schema: z.ZodType<Value>,
  signal: AbortSignal | undefined,
): Promise<JsonAnswer<Value>> {
  const shape = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const instructions = `Answer with one JSON value and nothing else: no words before or after it, no code fence. It fits this JSON schema: ${shape}`;
  const messages: ModelMessage[] = [{ role: 'user', content: prompt }];
  const stream = answer({ instructions, messages, tools: {}, signal });
  let text = '';
  for (;;) {
    const { done, value } = await stream.next();
    if (!done) {
      text += value;
      continue;
    }
    if (value.kind !== 'whole') return value;
    const parsed = schema.safeParse(jsonIn(text, key));
    if (parsed.success) return { kind: 'answered', value: parsed.data };
    return { kind: 'failed', problem: describeTrouble({ kind: 'not-json' }, host) };
  }
}
