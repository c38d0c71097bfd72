import type { Colour } from '../core/colour';
import type { Easel } from './easel';
import type { Pen } from './pen';

export const deep: Colour = [17, 56, 116];

export const pale: Colour = [58, 118, 190];

export const chalk: Colour = [228, 240, 250];

export type Board = {
  readonly easel: Easel;
  readonly unit: number;
  readonly line: number;
  readonly noise: Pen['noise'];
};
