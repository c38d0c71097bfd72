import { type ToolSet, tool } from 'ai';
import { z } from 'zod';
import type { Facts } from '../../src-shared/chat/facts';
import { type ChatForm, formTools } from '../../src-shared/chat/form';
import { preparedWords } from '../../src-shared/chat/guide';
import { prepareForm } from '../../src-shared/chat/prepare-form';
import { answerTopic, type Topic } from '../../src-shared/chat/topics';
import { openWish, type Wish } from '../../src-shared/chat/wish';
import { clipFormats } from '../../src-shared/jobs/clip-request';
import { editKinds } from '../../src-shared/jobs/edit-request';
import { longestPrompt, styleIds } from '../../src-shared/jobs/look';

const shapes = {
  square: { across: 1, down: 1 },
  landscape: { across: 3, down: 2 },
  wide: { across: 16, down: 9 },
  portrait: { across: 2, down: 3 },
  tall: { across: 9, down: 16 },
} as const;
type Shape = keyof typeof shapes;
const shapeNames = Object.keys(shapes) as [Shape, ...Shape[]];

/** Models like to fill what they leave open with null. */
const wishInput = z.object({
  tool: z.enum(formTools),
  prompt: z.string().max(longestPrompt).describe('what it shows; the topic of a storyboard'),
  negativePrompt: z.string().max(longestPrompt).nullish(),
  style: z.enum(styleIds as [string, ...string[]]).nullish(),
  count: z.number().int().min(1).max(100).nullish().describe('pictures, clips or scenes'),
  choice: z.enum(['cheap', 'balance', 'best']).nullish().describe('what matters in a model'),
  quality: z.enum(['basic', 'premium']).nullish(),
  model: z.string().max(64).nullish().describe('only a model that the person named'),
  shape: z.enum(shapeNames).nullish(),
  width: z.number().int().min(1).max(4096).nullish(),
  height: z.number().int().min(1).max(4096).nullish(),
  lines: z.literal([720, 1080]).nullish(),
  seconds: z.number().min(1).max(60).nullish(),
  format: z.enum(clipFormats).nullish(),
  edit: z.enum(editKinds).nullish(),
  factor: z.number().int().min(2).max(4).nullish(),
});

const nothing = z.object({});
/** More forms in one answer would only bury the rest. */
const mostForms = 8;
/** So often may one answer use tools, forms and lookups together: there is nothing more to look up. */
const mostUses = 32;
const usedUp = `Nothing was done: tools were used ${mostUses} times for this answer. Answer now.`;

const lookups: readonly (readonly [name: string, description: string, topics: readonly Topic[]])[] =
  [
    [
      'balance',
      'Credits to spend, on hold, lot by lot, and when they lapse.',
      ['balance', 'lots', 'lapses'],
    ],
    [
      'prices',
      'What every tool and model costs, what is free, which model has the best balance.',
      ['prices', 'free', 'best-model'],
    ],
    [
      'plan',
      'The running plan, its renewal, the next bill, units and packs on sale.',
      ['plan', 'renewal', 'bill', 'extra'],
    ],
    ['forecast', 'How long credit lasts at the current pace.', ['forecast']],
    ['queue', 'The jobs that are running or waiting, and why.', ['queue']],
    [
      'rules',
      'Why there are no refunds, what is charged when something fails, what is warned of.',
      ['refunds', 'failures', 'warnings', 'card'],
    ],
    ['abilities', 'The tools, styles and sizes there are.', ['tools', 'styles', 'sizes']],
  ];

/**
 * What a language model may do in one answer: read what the guide reads, and fill a form. There is no tool that
 * submits, buys or changes anything. The facts are gathered once and each lookup is told as it was at first, so that
 * a model that asks a thousand times costs no more than one that asks once.
 */
export function modelTools(facts: () => Facts, onForm: (form: ChatForm) => void): ToolSet {
  const tools: ToolSet = {};
  const factsOnce = once(facts);
  let uses = 0;
  let filled = 0;
  for (const [name, description, topics] of lookups) {
    const told = once(() => topics.map((topic) => answerTopic(topic, factsOnce())).join('\n\n'));
    tools[name] = tool({
      description,
      inputSchema: nothing,
      execute: async () => {
        uses += 1;
        return uses > mostUses ? usedUp : told();
      },
    });
  }
  tools['prepare_form'] = tool({
    description:
      'Fills a form for something to be made, and shows it to the person with its receipt. It makes and charges nothing: the person presses Generate, or does not. Call it once for each thing that is asked for.',
    inputSchema: wishInput,
    execute: async (input) => {
      uses += 1;
      if (uses > mostUses) return usedUp;
      filled += 1;
      if (filled > mostForms) return `No form was filled: ${mostForms} are the most of one answer.`;
      return prepare(factsOnce(), wishOf(input), onForm);
    },
  });
  return tools;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function prepare(facts: Facts, wish: Wish, onForm: (form: ChatForm) => void): string {
  const prepared = prepareForm(facts.card, wish);
  if (prepared.kind === 'impossible') return `No form was filled: ${prepared.reason}`;
  const { form, quote, notes } = prepared;
  onForm(form);
  return [
    'The form is shown. Nothing was made or charged.',
    preparedWords(facts, form, quote),
    ...notes,
  ].join('\n');
}

function wishOf(input: z.output<typeof wishInput>): Wish {
  const { width, height, shape, choice, lines } = input;
  const hasSize = typeof width === 'number' && typeof height === 'number';
  return {
    ...openWish,
    tool: input.tool,
    prompt: input.prompt.trim(),
    negativePrompt: input.negativePrompt ?? '',
    style: input.style ?? null,
    count: input.count ?? null,
    thrift: choice ?? 'balance',
    quality: input.quality ?? null,
    model: input.model ?? null,
    shape: shape === null || shape === undefined ? null : shapes[shape],
    size: hasSize ? { width, height } : null,
    lines: lines ?? null,
    seconds: input.seconds ?? null,
    format: input.format ?? null,
    edit: input.edit ?? null,
    factor: input.factor ?? null,
  };
}
