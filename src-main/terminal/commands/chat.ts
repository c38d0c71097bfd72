import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Receipt, receipt } from '../../../src-shared/billing/card/receipt';
import { type ChatForm, quoteForm } from '../../../src-shared/chat/form';
import { type ChatMessage, longestMessage } from '../../../src-shared/contract/chat';
import type { Balance } from '../../../src-shared/contract/credits';
import { answererJson, formJson, listedChatJson } from '../chat-json';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { commandOfForm } from '../form-command';
import type { JsonObject } from '../json';
import { quoteJson, receiptJson } from '../receipt-json';
import { receiptLines } from '../receipt-text';
import { dateText, shortened, table } from '../text';
import { type BegunWorkspace, begunWorkspace, told } from '../workspace';

const input = z.strictObject({
  question: z.string().max(longestMessage).optional(),
  list: z.boolean().optional(),
  search: z.string().max(200).optional(),
  chat: z.uuid('must be the id of a chat').optional(),
  guide: z.boolean().optional(),
});

type Input = z.output<typeof input>;

/** So many chats are listed. */
const mostListed = 100;

/** Asks the guide or the connected language model; free and without a cap (B2), and never submits what was prepared. */
export const chat = defineCommand({
  name: 'chat',
  summary: 'ask about credits and plans, or say what to make; free',
  usage: ['chat QUESTION [--chat CHAT] [--guide]', 'chat --list', 'chat --search WORDS'],
  words: { kind: 'joined', name: 'question' },
  options: {
    list: { kind: 'flag', value: '', summary: 'list the chats, newest first' },
    search: { kind: 'text', value: 'WORDS', summary: 'find the chats in which these words stand' },
    chat: { kind: 'text', value: 'CHAT', summary: 'go on with a chat (a new one)' },
    guide: { kind: 'flag', value: '', summary: 'ask the guide, not the language model' },
  },
  input,
  async run(context, input) {
    const contradiction = contradictionIn(input);
    if (contradiction !== null) return { kind: 'usage', sentence: contradiction };
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    if (input.question === undefined) return list(context, workspace, input.search ?? '');
    return ask(context, workspace, { ...input, question: input.question });
  },
});

/** What is wrong with the combination of words and options, in a sentence; null when nothing is. */
function contradictionIn({ question, list, search, chat, guide }: Input): string | null {
  const deeds = [question !== undefined, list === true, search !== undefined];
  if (deeds.filter(Boolean).length !== 1) {
    return 'Ask a question, or use --list, or --search WORDS.';
  }
  const aside = chat !== undefined || guide === true;
  return question === undefined && aside ? '--chat and --guide belong to a question.' : null;
}

async function list(
  { tally }: CommandContext,
  workspace: BegunWorkspace,
  words: string,
): Promise<Outcome> {
  const { chats } = await tally.chat.list({ words, limit: mostListed });
  const rows = chats.map(({ id, title, changedAt, found }) => [
    id,
    dateText(changedAt, workspace.timeZone),
    shortened(title),
    found === null ? '' : shortened(found.excerpt),
  ]);
  const none = words === '' ? 'There are no chats yet.' : 'No chat has these words.';
  return told(
    workspace,
    { chats: chats.map(listedChatJson) },
    rows.length === 0 ? [none] : table(rows),
  );
}

async function ask(
  { tally, signal, progress }: CommandContext,
  workspace: BegunWorkspace,
  { question, chat: chatId = randomUUID(), guide }: Input & { readonly question: string },
): Promise<Outcome> {
  const by = guide === true ? 'guide' : 'usual';
  const events = await tally.chat.send({ chatId, text: question, by }, { signal });
  let answer: ChatMessage | null = null;
  for await (const event of events) {
    if (event.kind === 'words') progress.tick('An answer is coming …');
    if (event.kind === 'answered') answer = event.message;
  }
  if (answer === null)
    return {
      kind: 'failed',
      failure: 'Stopped.',
      result: { chat: chatId },
      lines: [],
      status: 130,
    };
  const balance = await tally.credits.balance();
  return answered(workspace, chatId, answer, balance);
}

function answered(
  workspace: BegunWorkspace,
  chatId: string,
  { text, by, forms, problem, stopped }: ChatMessage,
  balance: Balance,
): Outcome {
  const prepared = forms.map((form) => priceForm(workspace, form, balance));
  const result = {
    chat: chatId,
    by: by === null ? null : answererJson(by),
    text,
    forms: prepared.map(({ json }) => json),
  };
  const lines = [
    ...text.split('\n').filter((line) => line !== ''),
    ...prepared.flatMap((form) => form.lines),
  ];
  if (problem !== null) return { kind: 'failed', failure: problem, result, lines, status: 1 };
  if (stopped) return { kind: 'failed', failure: 'Stopped.', result, lines, status: 130 };
  return told(workspace, result, lines);
}

type PricedForm = { readonly json: JsonObject; readonly lines: readonly string[] };

/** A prepared form with its receipt and the command that would make it. */
function priceForm(workspace: BegunWorkspace, form: ChatForm, balance: Balance): PricedForm {
  const command = commandOfForm(form);
  const priced = quoteForm(workspace.card, form);
  if (priced.kind === 'refused') {
    return {
      json: { form: formJson(form), command, quote: null, receipt: null },
      lines: ['', command],
    };
  }
  const slip: Receipt = receipt(priced.quote, balance.lots, balance.at);
  const json = {
    form: formJson(form),
    command,
    quote: quoteJson(priced.quote),
    receipt: receiptJson(slip, []),
  };
  const slipLines = receiptLines(workspace, slip, []);
  return { json, lines: ['', ...slipLines, '', 'Nothing was made. To make it:', command] };
}
