import { expect, test } from 'vitest';
import { EventHub } from '../../../src-main/rpc/event-hub';

async function take(stream: AsyncGenerator<number>, count: number): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const step = await stream.next();
    if (step.done === true) break;
    taken.push(step.value);
  }
  return taken;
}

test('every listener hears every event in order, however slowly it listens', async () => {
  const hub = new EventHub<number>();
  const quick = hub.subscribe(undefined);
  const slow = hub.subscribe(undefined);
  const heard = take(quick, 3);
  for (const event of [1, 2, 3]) hub.publish(event);
  expect(await heard).toEqual([1, 2, 3]);
  expect(await take(slow, 3)).toEqual([1, 2, 3]);
});

test('a listener hears nothing from before it came', async () => {
  const hub = new EventHub<number>();
  hub.publish(1);
  const late = hub.subscribe(undefined);
  hub.publish(2);
  expect(await take(late, 1)).toEqual([2]);
});

test('a listener that waits ends when its signal is aborted', async () => {
  const hub = new EventHub<number>();
  const stop = new AbortController();
  const stream = hub.subscribe(stop.signal);
  const next = stream.next();
  stop.abort();
  expect(await next).toEqual({ done: true, value: undefined });
  hub.publish(1);
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('a listener that stopped half way leaves the others alone', async () => {
  const hub = new EventHub<number>();
  const leaver = hub.subscribe(undefined);
  const stayer = hub.subscribe(undefined);
  hub.publish(1);
  for await (const event of leaver) {
    expect(event).toBe(1);
    break;
  }
  hub.publish(2);
  expect(await take(stayer, 2)).toEqual([1, 2]);
});

test('closing ends every listener', async () => {
  const hub = new EventHub<number>();
  const waiting = [hub.subscribe(undefined), hub.subscribe(undefined)].map((each) => each.next());
  hub.close();
  expect(await Promise.all(waiting)).toEqual(Array(2).fill({ done: true, value: undefined }));
});
