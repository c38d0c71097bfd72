import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatFacts } from '../../../src-main/rpc/chat-facts';
import type { Facts } from '../../../src-shared/chat/facts';
import { askGuide } from '../../../src-shared/chat/guide';
import { openTestStudio, removeFolder, type TestStudio } from '../../helpers/test-studio';

type Question = readonly [question: string, answer: RegExp];

/** The facts of a real workspace with one job waiting and one plan running. */
async function open(
  cardId: string,
  planId: string,
  model: string,
  cadence: 'monthly' | 'annual' = 'monthly',
): Promise<TestStudio> {
  const test = await openTestStudio();
  const { client } = test;
  await client.workspace.begin({ cardId, planId, cadence, timeZone: 'Europe/Berlin' });
  await client.jobs.pause();
  const quality = 'basic';
  const look = {
    prompt: 'a lighthouse',
    negativePrompt: '',
    style: 'ink',
    model,
    quality,
  } as const;
  const request = { tool: 'image', ...look, width: 512, height: 512, seed: 7 } as const;
  const { version } = factsOf(test).card;
  const total = cardId === 'chatnow' ? 4 : 1;
  const accepted = { card: { id: cardId, version }, total };
  await client.jobs.submit({ batchId: crypto.randomUUID(), request, count: 1, accepted });
  return test;
}

function factsOf({ studio }: TestStudio): Facts {
  return chatFacts({ studio, caller: 'page' });
}

async function close({ studio, folder }: TestStudio): Promise<void> {
  await studio.close();
  removeFolder(folder);
}

describe('AI Studios, Personal: every answer comes from the workspace as it is', () => {
  let studio: TestStudio;
  beforeAll(async () => {
    studio = await open('ai-studios', 'personal', 'image-generator');
  });
  afterAll(() => close(studio));

  const questions: readonly Question[] = [
    ['How many credits do I have?', /59 credits.*1 credit is on hold.*28 Feb 2026/s],
    ['balance', /59 credits/],
    ['what’s left', /59 credits/],
    ['Which lots pay first?', /59 credits of plan credit, lapses on 28 Feb 2026/],
    ['When do my credits expire?', /59 credits of plan credit on 28 Feb 2026.*Nothing rolls over/s],
    ['Do unused credits roll over?', /Nothing rolls over/],
    ['When do my credits renew?', /60 credits.*28 Feb 2026/s],
    ['What plan am I on?', /Personal.*billed monthly: 60 credits every month/s],
    ['Which plans are there?', /Free:.*16 credits.*Team:.*150 credits a seat/s],
    [
      'How do I cancel my plan?',
      /runs to the end of its cycle, \*\*28 Feb 2026\*\*.*Nothing rolls over/,
    ],
    ['When is the next bill?', /28 Feb 2026.*not on the card/s],
    ['Can I buy more credits?', /Personal add-on unit: 60 credits for \$10.*Cancel at any time/s],
    ['How much is a picture?', /Image: 1 credit a picture/],
    ['What does a video cost?', /Video: 1 credit a second/],
    ['How much is editing a picture?', /Edit: 1 credit a picture/],
    ['What is free?', /Avatar video.*Docs-to-Video.*Topic-to-Video, basic/s],
    ['What can I make with 30 credits?', /Image: 30 pictures/],
    ['How many pictures can I make?', /59 credits.*59 pictures/s],
    [
      'What is in the queue?',
      /1 job is open, 0 of them running; 1 credit on hold.*«a lighthouse» waits: the queue is paused/s,
    ],
    ['Why is my job waiting?', /the queue is paused/],
    ['How long will my credits last?', /seen no whole day of use/],
    ['What have I spent?', /0 credits were spent.*Statement/s],
    ['Which model is best?', /Image generator \(premium, 1 credit\).*best balance/s],
    ['Which models are there?', /Prompt-based video: Short, silent clips/],
    ['What styles do you have?', /Watercolour, Oil, Ink/],
    ['How long can a clip be?', /1 to 60 whole seconds/],
    ['What tools are there?', /Storyboard.*Compare/s],
    ['Who has seats here?', /seat-1 \(this computer\): 59 credits/],
    ['Which rate card is this?', /AI Studios\*\*, version/],
    ['Do you warn me?', /Several variations at once/],
  ];
  test.each(questions)('%s', (question, answer) => {
    const { text, form } = askGuide(question, factsOf(studio));
    expect(text).toMatch(answer);
    expect(form).toBeNull();
  });
  test('B2 chat is free and has no cap', () =>
    expect(askGuide('Does chat cost anything?', factsOf(studio)).text).toMatch(
      /Chat is free.*no cap/,
    ));
  test('B9 why there are no refunds can be asked before spending', () =>
    expect(askGuide('Can I get a refund?', factsOf(studio)).text).toContain(
      factsOf(studio).card.policies.refunds[0],
    ));
  test('B8 what a failed or cancelled job costs', () =>
    expect(askGuide('What if it fails?', factsOf(studio)).text).toMatch(
      /never processed costs nothing.*A retry is a new job/s,
    ));
});

describe('ChatNow, Plus', () => {
  let studio: TestStudio;
  beforeAll(async () => {
    studio = await open('chatnow', 'plus', 'image-studio');
  });
  afterAll(() => close(studio));

  const questions: readonly Question[] = [
    ['How many credits do I have left?', /596 credits/],
    [
      'How much are images?',
      /Swift 2 credits a picture; Studio 4 credits a picture \(basic\), 6 credits a picture \(premium\)/,
    ],
    ['What does a clip cost?', /Swift Motion 15 credits for 2 seconds/],
    ['When do I get new credits?', /600 credits.*28 Feb 2026/s],
    [
      'What packs can I buy?',
      /Small pack: 200 credits for \$5; sold once your plan’s credit is used up/,
    ],
    ['What does Pro cost? Which plans?', /Pro: monthly 2,000 credits a month, \$36/],
    ['whats the cheapest video model', /For clips:.*cheapest is Swift Motion/],
    ['Are these prices documented?', /Tally's own/],
    ['Will unused credits carry over?', /Nothing rolls over unless/],
  ];
  test.each(questions)('%s', (question, answer) =>
    expect(askGuide(question, factsOf(studio)).text).toMatch(answer),
  );
  test('B11 the model of best balance is named, with the cheapest and the finest', () =>
    expect(askGuide('Which model has the best balance?', factsOf(studio)).text).toMatch(
      /For pictures: \*\*Studio \(basic, 4 credits\)\*\* has the best balance; cheapest is Swift \(basic, 2 credits\), finest Grand \(premium, 12 credits\)/,
    ));
  test('B2 by the card’s own word', () =>
    expect(askGuide('is there a limit on messages?', factsOf(studio)).text).toContain(
      'Chat is never metered and has no cap on messages.',
    ));
  test('B9 B7 nobody can add credits back', () =>
    expect(askGuide('I want my money back', factsOf(studio)).text).toContain(
      'Nobody can add credits back by hand',
    ));
  test('a price of something particular comes with its form', () => {
    const { text, form } = askGuide(
      'How much would six images of a red house cost?',
      factsOf(studio),
    );
    expect(text).toMatch(
      /Six watercolour pictures of «a red house».*\*\*24 credits\*\*.*572 would be left/s,
    );
    expect(form).toMatchObject({ tool: 'image', count: 6, prompt: 'a red house' });
  });
  test.each([
    ['What does it cost to make four images of a fox?', 'a fox', 4],
    ['Could I have two pictures of the sea in oil?', 'the sea', 2],
  ])('%s', (question, prompt, count) =>
    expect(askGuide(question, factsOf(studio)).form).toMatchObject({ prompt, count }),
  );
  test('what costs more than there is says how much is missing', () =>
    expect(askGuide('make 100 images of a fox, best quality', factsOf(studio)).text).toMatch(
      /\*\*1,200 credits\*\*.*You have 596 credits, so 604 more are needed/s,
    ));
});

test('B4 a yearly plan of ChatNow: credit comes every month, the cycle ends in a year', async () => {
  const studio = await open('chatnow', 'plus', 'image-studio', 'annual');
  const ask = (question: string) => askGuide(question, factsOf(studio)).text;
  expect(ask('When do my credits renew?')).toMatch(/600 credits.*28 Feb 2026/);
  expect(ask('What plan am I on?')).toMatch(/billed annually.*every month.*ends on 31 Jan 2027/);
  expect(ask('When is the next bill?')).toMatch(/31 Jan 2027: \$120/);
  await close(studio);
});

describe('what is not understood', () => {
  let studio: TestStudio;
  beforeAll(async () => {
    studio = await open('chatnow', 'plus', 'image-studio');
  });
  afterAll(() => close(studio));
  test.each(['', '   ', 'blorp', 'the weather tomorrow', '🦊🦊', '42', 'images are nice'])(
    '«%s» gets what the guide can do, with examples',
    (message) => {
      const { text, form } = askGuide(message, factsOf(studio));
      expect(text).toMatch(/did not understand.*not a language model.*Storyboard about bees/s);
      expect(form).toBeNull();
    },
  );
});
