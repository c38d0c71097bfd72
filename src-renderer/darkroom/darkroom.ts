import { connectChannel } from '../../src-shared/contract/connect-channel';
import { type DarkroomReport, darkroomCommandSchema } from '../../src-shared/contract/darkroom';
import { type Ending, type Painter, type PaintOrder, paintOrder } from './paint-order';
import { paint } from './sketch/paint';

const { port1: port, port2: portForMain } = new MessageChannel();

const sketch: Painter = function* (request, canvas) {
  const { reading } = yield* paint(request, canvas);
  return { reading };
};

/** The order being painted; a darkroom works on one at a time. */
let current: { readonly orderId: string; readonly cancellation: AbortController } | null = null;

function tell(report: DarkroomReport): void {
  port.postMessage(report);
}

async function work(order: PaintOrder): Promise<void> {
  const { orderId } = order;
  if (current !== null) {
    tell({ kind: 'failed', orderId, message: 'another picture is being painted here' });
    return;
  }
  const cancellation = new AbortController();
  current = { orderId, cancellation };
  const ending = await paintOrder(sketch, order, cancellation.signal, tell).catch(
    (error: unknown): Ending => ({ kind: 'failed', orderId, message: sentenceOf(error) }),
  );
  current = null;
  tell(ending);
}

function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 500);
}

port.onmessage = ({ data }) => {
  const command = darkroomCommandSchema.parse(data);
  if (command.kind === 'paint') void work(command);
  else if (current?.orderId === command.orderId) current.cancellation.abort();
};

window.postMessage(connectChannel, location.origin, [portForMain]);
tell({ kind: 'ready' });
