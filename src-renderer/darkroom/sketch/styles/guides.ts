import type { Scene } from '../plan/scene';
import {
  type Context,
  clipped,
  createSurface,
  settle,
  tracePoints,
  traceRings,
} from './draw-shape';
import type { Easel, Guides } from './easel';
import { at } from './pixels';

const longestSide = 512;

/** Directions and importance: those of the likeness, else drawn as colours, shape by shape as the picture is. */
export function* drawGuides(easel: Easel): Generator<number, Guides> {
  if (easel.likeness?.guides) return easel.likeness.guides;
  const ratio = Math.min(1, longestSide / Math.max(easel.width, easel.height));
  const context = createSurface(easel.width * ratio, easel.height * ratio);
  const { width, height } = context.canvas;
  const scale = easel.scale * ratio;
  const total = easel.scene.groups.length;
  for (const [index, group] of easel.scene.groups.entries()) {
    drawGroup(context, group, scale);
    settle(context);
    yield index / total;
  }
  return { width, height, ratio, data: context.getImageData(0, 0, width, height).data };
}

function drawGroup(context: Context, group: Scene['groups'][number], scale: number): void {
  const weight = importance(group.plane);
  for (const shape of group.shapes) {
    if (shape.kind === 'stroke') {
      const [first, last] = [shape.points[0], shape.points[shape.points.length - 1]];
      if (!first || !last) continue;
      context.strokeStyle = guideColour(Math.atan2(last[1] - first[1], last[0] - first[0]), weight);
      context.lineWidth = Math.max(1, shape.width * scale);
      context.beginPath();
      tracePoints(context, shape.points, scale);
      context.stroke();
      continue;
    }
    if (shape.material === 'glow' || shape.material === 'mist') continue;
    clipped(context, shape, scale, () => {
      traceRings(context, shape.rings, scale);
      context.fillStyle = guideColour(shape.flow, weight);
      context.fill(shape.rule);
    });
  }
}

function importance(plane: Scene['groups'][number]['plane']): number {
  switch (plane) {
    case 'backdrop':
      return 0;
    case 'far':
      return 0.35;
    case 'middle':
      return 0.5;
    case 'near':
      return 0.6;
    case 'weather':
      return 0.6;
    case 'subject':
      return 1;
  }
}

function guideColour(angle: number, weight: number): string {
  const cos = Math.round(127.5 + 127.5 * Math.cos(angle * 2));
  const sin = Math.round(127.5 + 127.5 * Math.sin(angle * 2));
  return `rgb(${cos} ${sin} ${Math.round(weight * 255)})`;
}

/** The brush direction at a pixel of the picture. */
export function flowAt(guides: Guides, x: number, y: number): number {
  const index = cell(guides, x, y);
  return Math.atan2(at(guides.data, index + 1) - 127.5, at(guides.data, index) - 127.5) / 2;
}

/** 0 for the backdrop to 1 for the subject. */
export function importanceAt(guides: Guides, x: number, y: number): number {
  return at(guides.data, cell(guides, x, y) + 2) / 255;
}

function cell(guides: Guides, x: number, y: number): number {
  const column = Math.min(guides.width - 1, Math.max(0, Math.floor(x * guides.ratio)));
  const row = Math.min(guides.height - 1, Math.max(0, Math.floor(y * guides.ratio)));
  return (row * guides.width + column) * 4;
}
