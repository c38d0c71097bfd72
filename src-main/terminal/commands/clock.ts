import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import type { ClockState } from '../../../src-shared/contract/clock';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { comingForms, parseMoment } from '../moment';
import { clockJson } from '../proof-json';
import { counted, creditsText, dateText, timeZoneOf } from '../text';
import { told } from '../workspace';

/** Shows the workspace's time, and moves a test workspace's clock forward. */
export const clock = defineCommand({
  name: 'clock',
  summary: "show the time, or advance a test workspace's clock",
  usage: ['clock [show]', 'clock advance WHEN | next'],
  words: { kind: 'ordered', names: ['action', 'to'] },
  options: {},
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('show').optional() }),
    z.strictObject({ action: z.literal('advance'), to: z.string().max(64) }),
  ]),
  async run(context, input) {
    switch (input.action) {
      case undefined:
      case 'show':
        return show(context);
      case 'advance':
        return advance(context, input.to);
      default:
        return assertNever(input);
    }
  },
});

async function show({ tally }: CommandContext): Promise<Outcome> {
  const state = await tally.clock.show();
  const timeZone = timeZoneOf(await tally.workspace.state());
  return told(state, clockJson(state), clockLines(state, timeZone));
}

/** Forward to an instant, over a span, or to the next instant at which something falls due. */
async function advance({ tally }: CommandContext, text: string): Promise<Outcome> {
  const { now, nextDue } = await tally.clock.show();
  const timeZone = timeZoneOf(await tally.workspace.state());
  if (text === 'next' && nextDue === null) {
    return { kind: 'refused', refusal: { code: 'plan-not-running' } };
  }
  const to = text === 'next' ? nextDue : parseMoment(text, { now, timeZone });
  if (to === null) {
    return {
      kind: 'usage',
      sentence: `The clock advances to an instant, ${comingForms}, or next.`,
    };
  }
  const { clock: state, crossed, balance } = await tally.clock.advance({ to });
  const { available, held } = balance;
  const result = { ...clockJson(state), crossed, balance: { available, held } };
  return told(state, result, clockLines(state, timeZone), [
    `${counted(crossed, 'due time')} passed; ${creditsText(available)} available.`,
  ]);
}

function clockLines({ now, nextDue }: ClockState, timeZone: string): string[] {
  const next =
    nextDue === null ? 'nothing falls due' : `next due on ${dateText(nextDue, timeZone)}`;
  return [`${dateText(now, timeZone)} (${timeZone}); ${next}`];
}
