/** Things that can be said to the guide, as the screen offers them. */
export const examples = [
  'How many credits do I have, and when do they lapse?',
  'What does a 10 second clip cost?',
  'Four watercolour images of a fox, cheap',
  'A 10 second vertical clip of waves at night in 1080p',
  'Storyboard about bees',
  'Which model has the best balance?',
] as const;

const abilities = [
  'I am Tally’s built-in guide, not a language model. I know your credits, lots, plan, prices, forecast and queue, and I can fill in a form with its receipt. Nothing is ever made before you press Generate.',
  'You can ask or say, for example:',
  ...examples.map((example) => `- ${example}`),
];

export function helpAnswer(): string {
  return abilities.join('\n');
}

/** Said when a message was not understood: what the guide can do, with examples. */
export function puzzledAnswer(): string {
  return [`I did not understand that. ${abilities[0]}`, ...abilities.slice(1)].join('\n');
}

export function thanksAnswer(): string {
  return 'You are welcome.';
}
