import type { Darkroom, DarkroomNews } from '../../src-main/engines/darkroom/darkroom';
import { createDarkrooms } from '../../src-main/engines/darkroom/darkrooms';
import type { EngineEvent, EngineOutcome } from '../../src-main/engines/engine';
import { createSketchEngine } from '../../src-main/engines/sketch/sketch-engine';
import type { DarkroomCommand } from '../../src-shared/contract/darkroom';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { greyPng } from './png';

/** A darkroom that says what a test tells it to say. */
export class ScriptedDarkroom implements Darkroom {
  isOpen = true;
  readonly commands: DarkroomCommand[] = [];
  /** Answers each command at once, as far as the test wants it to. */
  answer: (command: DarkroomCommand) => DarkroomNews | null = () => null;
  private listener: ((news: DarkroomNews) => void) | null = null;

  send(command: DarkroomCommand): void {
    this.commands.push(command);
    const news = this.answer(command);
    if (news !== null) this.say(news);
  }

  listen(listener: ((news: DarkroomNews) => void) | null): void {
    this.listener = listener;
  }

  say(news: DarkroomNews): void {
    this.listener?.(news);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.say({ kind: 'lost', reason: 'closed' });
  }
}

export const request: ImageRequest = {
  tool: 'image',
  prompt: 'a fox',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'basic',
  width: 256,
  height: 300,
  seed: 7,
};
export const picture = greyPng(256, 300);
export const order = { jobId: 'job-1', request, inputs: new Map<string, Uint8Array>() };
export const orderId = order.jobId;
export const made = {
  kind: 'made',
  orderId,
  mediaType: 'image/png',
  bytes: picture,
  width: 256,
  height: 300,
  reading: 'a fox',
} as const;
export const patience = { silence: 60_000, cancelling: 80, windingDown: 5_000, reading: 40_000 };

export function painted(command: DarkroomCommand): DarkroomNews | null {
  if (command.kind === 'cancel') return null;
  return { ...made, orderId: command.orderId };
}

export function newDarkrooms(answer: ScriptedDarkroom['answer'] = () => null) {
  const opened: ScriptedDarkroom[] = [];
  const darkrooms = createDarkrooms({
    open: async () => {
      const darkroom = new ScriptedDarkroom();
      darkroom.answer = answer;
      opened.push(darkroom);
      return darkroom;
    },
    idle: 30_000,
    patience,
  });
  const engine = createSketchEngine(darkrooms, 2);
  const start = (signal = new AbortController().signal, jobId = orderId) =>
    finish(engine.run({ ...order, jobId }, signal));
  return { opened, darkrooms, engine, start };
}

type Finished = { readonly events: EngineEvent[]; readonly outcome: EngineOutcome };

export async function finish(
  run: AsyncGenerator<EngineEvent, EngineOutcome, void>,
): Promise<Finished> {
  const events: EngineEvent[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done === true) return { events, outcome: step.value };
    events.push(step.value);
  }
}

export const crashed = { kind: 'refused', code: 'engine-crashed' };
