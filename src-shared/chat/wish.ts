import type { ClipFormat } from '../jobs/clip-request';
import type { EditKind } from '../jobs/edit-request';
import type { FormTool } from './form';

/** What somebody wants made, as far as they said it; null for everything they left open. */
export type Wish = {
  readonly tool: FormTool;
  /** What it is to show; may be empty. */
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly style: string | null;
  readonly count: number | null;
  /** What matters in the choice of a model: `balance` takes the card's model of best balance (B11). */
  readonly thrift: 'cheap' | 'balance' | 'best';
  readonly quality: 'basic' | 'premium' | null;
  /** A model by the id or the name that the card gives it. */
  readonly model: string | null;
  /** A proportion, width to height. */
  readonly shape: { readonly across: number; readonly down: number } | null;
  /** Pixels. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Lines of a clip, or of a picture of that height. */
  readonly lines: 720 | 1080 | null;
  readonly seconds: number | null;
  readonly format: ClipFormat | null;
  readonly edit: EditKind | null;
  readonly factor: number | null;
};

/** A wish that leaves everything open. */
export const openWish: Wish = {
  tool: 'image',
  prompt: '',
  negativePrompt: '',
  style: null,
  count: null,
  thrift: 'balance',
  quality: null,
  model: null,
  shape: null,
  size: null,
  lines: null,
  seconds: null,
  format: null,
  edit: null,
  factor: null,
};
