import { css } from '../core/colour';
import { type Box, boxOf, type Point } from '../core/geometry';
import type { Group } from '../plan/scene';
import { type Board, chalk, deep } from './blueprint-board';
import type { Context } from './draw-shape';
import { hides } from './tones';

/** Centre lines, circles and dimensions around the subject, and about the sun. */
export function construct(board: Board): void {
  const { scene } = board.easel;
  const subjects = scene.groups.filter((group) => group.plane === 'subject').slice(0, 3);
  for (const group of subjects) measure(board, areaBox(group));
  const disc = scene.groups.find(
    (group) => group.name === 'sun' || group.name === 'moon' || group.name === 'planet',
  );
  if (disc)
    radii(
      board,
      areaBox({
        ...disc,
        shapes: disc.shapes.filter((shape) => shape.kind === 'area' && hides(shape)).slice(0, 1),
      }),
    );
  if (subjects.length === 0 && !disc)
    measure(board, {
      left: scene.frame.width * 0.2,
      right: scene.frame.width * 0.8,
      top: scene.frame.height * 0.2,
      bottom: scene.frame.height * 0.8,
    });
}

function areaBox(group: Group): Box {
  return boxOf(
    group.shapes.flatMap((shape) =>
      shape.kind === 'area' && shape.material !== 'shade' ? shape.rings : [],
    ),
  );
}

function dashed(
  board: Board,
  from: Point,
  to: Point,
  pattern: readonly number[],
  alpha: number,
  weight = 0.7,
): void {
  const { context } = board.easel;
  context.save();
  context.setLineDash(pattern.map((length) => length * board.unit * 0.01));
  context.strokeStyle = css(chalk, alpha);
  context.lineWidth = board.line * weight;
  context.beginPath();
  context.moveTo(from[0], from[1]);
  context.lineTo(to[0], to[1]);
  context.stroke();
  context.restore();
}

function measure(board: Board, box: Box): void {
  const { scale, width, height } = board.easel;
  const left = Math.max(board.unit * 0.07, box.left * scale);
  const right = Math.min(width - board.unit * 0.07, box.right * scale);
  const top = Math.max(board.unit * 0.07, box.top * scale);
  const bottom = Math.min(height - board.unit * 0.07, box.bottom * scale);
  if (!(right > left && bottom > top)) return;
  const over = board.unit * 0.05;
  const centre = [2.4, 0.6, 0.5, 0.6];
  dashed(
    board,
    [(left + right) / 2, top - over],
    [(left + right) / 2, bottom + over],
    centre,
    0.75,
  );
  dashed(board, [left - over, (top + bottom) / 2], [right + over, (top + bottom) / 2], centre, 0.5);
  dimension(board, [left, bottom + over * 0.8], [right, bottom + over * 0.8], over * 0.9);
  dimension(board, [right + over * 0.8, top], [right + over * 0.8, bottom], over * 0.9);
  const { context } = board.easel;
  context.save();
  context.setLineDash([board.unit * 0.008, board.unit * 0.008]);
  context.strokeStyle = css(chalk, 0.42);
  context.lineWidth = board.line * 0.7;
  context.beginPath();
  context.arc(
    (left + right) / 2,
    (top + bottom) / 2,
    Math.max(right - left, bottom - top) * 0.58,
    0,
    Math.PI * 2,
  );
  context.stroke();
  context.restore();
}

/** A dimension line: witness lines, arrows and tick marks where figures would stand. */
function dimension(board: Board, from: Point, to: Point, witness: number): void {
  const { context } = board.easel;
  const flat = from[1] === to[1];
  context.strokeStyle = css(chalk, 0.85);
  context.lineWidth = board.line * 0.75;
  context.beginPath();
  for (const [x, y] of [from, to]) {
    context.moveTo(flat ? x : x - witness, flat ? y - witness : y);
    context.lineTo(flat ? x : x + witness * 0.25, flat ? y + witness * 0.25 : y);
  }
  context.moveTo(from[0], from[1]);
  context.lineTo(to[0], to[1]);
  const length = flat ? to[0] - from[0] : to[1] - from[1];
  for (let tick = 1; tick < 10; tick += 1) {
    const size = board.unit * (tick === 5 ? 0.009 : 0.005);
    const x = flat ? from[0] + (length * tick) / 10 : from[0];
    const y = flat ? from[1] : from[1] + (length * tick) / 10;
    context.moveTo(flat ? x : x - size, flat ? y - size : y);
    context.lineTo(x, y);
  }
  context.stroke();
  arrow(board, from, flat ? 0 : Math.PI / 2);
  arrow(board, to, flat ? Math.PI : -Math.PI / 2);
}

function arrow(board: Board, tip: Point, direction: number): void {
  const { context } = board.easel;
  const size = board.unit * 0.014;
  context.fillStyle = css(chalk, 0.9);
  context.beginPath();
  context.moveTo(tip[0], tip[1]);
  for (const side of [-0.24, 0.24])
    context.lineTo(
      tip[0] + Math.cos(direction + side) * size,
      tip[1] + Math.sin(direction + side) * size,
    );
  context.closePath();
  context.fill();
}

function radii(board: Board, box: Box): void {
  const { context, scale } = board.easel;
  const x = ((box.left + box.right) / 2) * scale;
  const y = ((box.top + box.bottom) / 2) * scale;
  const radius = ((box.right - box.left) / 2) * scale;
  if (!(radius > 2)) return;
  context.strokeStyle = css(chalk, 0.5);
  context.lineWidth = board.line * 0.7;
  for (const reach of [1.35, 1.75, 2.3]) {
    context.beginPath();
    context.arc(x, y, radius * reach, 0, Math.PI * 2);
    context.stroke();
  }
  for (let ray = 0; ray < 8; ray += 1) {
    const angle = (ray / 8) * Math.PI * 2 + 0.2;
    dashed(
      board,
      [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius],
      [x + Math.cos(angle) * radius * 2.7, y + Math.sin(angle) * radius * 2.7],
      [0.8, 0.6],
      0.5,
    );
  }
  dashed(board, [x - radius * 1.5, y], [x + radius * 1.5, y], [2, 0.5, 0.5, 0.5], 0.8);
  dashed(board, [x, y - radius * 1.5], [x, y + radius * 1.5], [2, 0.5, 0.5, 0.5], 0.8);
}

/** The sheet's frame, corner marks, a scale bar and an empty title block. */
export function drawSheet(board: Board): void {
  const { context, width, height } = board.easel;
  const inset = board.unit * 0.028;
  context.strokeStyle = css(chalk, 0.9);
  context.lineWidth = board.line * 1.3;
  context.strokeRect(inset, inset, width - inset * 2, height - inset * 2);
  context.lineWidth = board.line * 0.6;
  context.strokeRect(inset * 0.6, inset * 0.6, width - inset * 1.2, height - inset * 1.2);
  titleBlock(board, context, width - inset, height - inset);
  const bar = board.unit * 0.03;
  for (let cell = 0; cell < 5; cell += 1) {
    const x = inset * 2 + cell * bar;
    const y = height - inset * 2;
    context.strokeRect(x, y - bar * 0.22, bar, bar * 0.22);
    if (cell % 2 === 0) {
      context.fillStyle = css(chalk, 0.85);
      context.fillRect(x, y - bar * 0.22, bar, bar * 0.22);
    }
  }
}

function titleBlock(board: Board, context: Context, right: number, bottom: number): void {
  const wide = board.unit * 0.25;
  const tall = board.unit * 0.085;
  const left = right - wide;
  const top = bottom - tall;
  context.fillStyle = css(deep);
  context.fillRect(left, top, wide, tall);
  context.strokeStyle = css(chalk, 0.9);
  context.lineWidth = board.line;
  context.strokeRect(left, top, wide, tall);
  context.beginPath();
  for (const share of [0.36, 0.68]) {
    context.moveTo(left, top + tall * share);
    context.lineTo(right, top + tall * share);
  }
  context.moveTo(left + wide * 0.62, top);
  context.lineTo(left + wide * 0.62, bottom);
  context.stroke();
  context.beginPath();
  context.arc(left + wide * 0.81, top + tall * 0.18, tall * 0.12, 0, Math.PI * 2);
  context.moveTo(left + wide * 0.81 - tall * 0.18, top + tall * 0.18);
  context.lineTo(left + wide * 0.81 + tall * 0.18, top + tall * 0.18);
  context.stroke();
}
