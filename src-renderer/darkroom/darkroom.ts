import { assertNever } from '../../src-shared/assert-never';
import { connectChannel } from '../../src-shared/contract/connect-channel';
import {
  type DarkroomEnding,
  type DarkroomOrder,
  type DarkroomReport,
  darkroomCommandSchema,
} from '../../src-shared/contract/darkroom';
import { setUpBench } from './bench';
import { bringIn } from './bring-in';
import type { ReadDocument } from './documents/read-document';
import { make } from './make';
import type { Made } from './maker';

const { port1: port, port2: portForMain } = new MessageChannel();

/** The order being worked on; a darkroom works on one at a time. */
let current: { readonly orderId: string; readonly cancellation: AbortController } | null = null;

function tell(report: DarkroomReport): void {
  port.postMessage(report);
}

async function work(order: DarkroomOrder): Promise<void> {
  const { orderId } = order;
  if (current !== null) {
    tell({ kind: 'failed', orderId, message: 'something else is being made here' });
    return;
  }
  const cancellation = new AbortController();
  current = { orderId, cancellation };
  const ending = await workOn(order, cancellation.signal).then(
    (made): DarkroomEnding => ({ ...made, orderId }),
    (error: unknown): DarkroomEnding => ({ kind: 'failed', orderId, message: sentenceOf(error) }),
  );
  current = null;
  tell(ending);
}

async function workOn(order: DarkroomOrder, signal: AbortSignal): Promise<Made | ReadDocument> {
  switch (order.kind) {
    case 'make':
      return make(order, setUpBench(order, signal, tell));
    case 'bring-in':
      return bringIn(order.file);
    case 'read-document': {
      const { readDocument } = await import('./documents/read-document');
      const { progress } = setUpBench({ ...order, inputs: [] }, signal, tell);
      return readDocument(order.file, order.name, progress);
    }
    default:
      return assertNever(order);
  }
}

function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 500);
}

port.onmessage = ({ data }) => {
  const command = darkroomCommandSchema.parse(data);
  if (command.kind !== 'cancel') void work(command);
  else if (current?.orderId === command.orderId) current.cancellation.abort();
};

window.postMessage(connectChannel, location.origin, [portForMain]);
tell({ kind: 'ready' });
