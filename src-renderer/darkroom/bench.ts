import type { DarkroomReport } from '../../src-shared/contract/darkroom';
import { previewOf } from './encode';
import type { Bench, MakeOrder } from './maker';
import { pause } from './pause';

const betweenProgress = 100;
const betweenPreviews = 250;
/** Working takes at least so many times longer than looking at it. */
const previewShare = 8;

/** The bench on which one order is made: what it shows is sent no more often than anybody looks. */
export function setUpBench(
  { orderId, inputs }: Pick<MakeOrder, 'orderId' | 'inputs'>,
  signal: AbortSignal,
  tell: (report: DarkroomReport) => void,
): Bench {
  let progressDue = performance.now();
  let previewDue = progressDue + betweenPreviews;
  const files = new Map(inputs.map(({ sha256, bytes }) => [sha256, bytes]));
  const send = async (canvas: OffscreenCanvas) => {
    const bytes = await previewOf(canvas);
    if (!signal.aborted) tell({ kind: 'preview', orderId, mediaType: 'image/webp', bytes });
  };
  return {
    signal,
    pause,
    progress: (fraction) => {
      if (performance.now() < progressDue) return;
      tell({ kind: 'progress', orderId, fraction: Math.min(1, Math.max(0, fraction)) });
      progressDue = performance.now() + betweenProgress;
    },
    preview: async (canvas) => {
      const looked = performance.now();
      if (looked < previewDue) return;
      await send(canvas);
      const cost = performance.now() - looked;
      previewDue = performance.now() + Math.max(betweenPreviews, cost * previewShare);
    },
    lastPreview: send,
    input: (sha256) => {
      const file = files.get(sha256);
      if (file === undefined) throw new Error('the request names no such picture');
      return file;
    },
  };
}
