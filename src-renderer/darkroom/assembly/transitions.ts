import { assertNever } from '../../../src-shared/assert-never';
import type { Transition } from '../../../src-shared/jobs/assembly-request';

type Draw = () => void;

/** Draws two scenes while the second takes the place of the first; `share` is how far that is, 0 to 1. */
export function drawTransition(
  context: OffscreenCanvasRenderingContext2D,
  transition: Exclude<Transition, 'cut'>,
  share: number,
  { from, to }: { readonly from: Draw; readonly to: Draw },
): void {
  const { width, height } = context.canvas;
  const way = share * share * (3 - 2 * share);
  switch (transition) {
    case 'dissolve':
      from();
      within(context, () => {
        context.globalAlpha = way;
        to();
      });
      return;
    case 'fade':
      if (share < 0.5) from();
      else to();
      within(context, () => {
        context.fillStyle = `rgb(0 0 0 / ${1 - Math.abs(2 * way - 1)})`;
        context.fillRect(0, 0, width, height);
      });
      return;
    case 'slide':
      shifted(context, -way * width, from);
      shifted(context, (1 - way) * width, to);
      return;
    case 'wipe':
      from();
      within(context, () => {
        context.beginPath();
        context.rect(0, 0, way * width, height);
        context.clip();
        to();
      });
      return;
    default:
      assertNever(transition);
  }
}

function shifted(context: OffscreenCanvasRenderingContext2D, by: number, draw: Draw): void {
  within(context, () => {
    context.translate(by, 0);
    draw();
  });
}

function within(context: OffscreenCanvasRenderingContext2D, draw: Draw): void {
  context.save();
  draw();
  context.restore();
}
