import type { Stir } from '../plan/stir';

/** A rectangle in pixels of the set, whole numbers. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Something cut out of a picture, with what is hidden behind others filled in. */
export type Layer = {
  readonly image: OffscreenCanvas;
  /** Where it lies in the set. */
  readonly box: Box;
  /** Depth at its top and at its foot, 0 far to 1 near. */
  readonly depth: { readonly top: number; readonly foot: number };
  readonly stir: Stir;
};

/** Layers one behind the other, somewhat larger than what the camera shows of them. */
export type FilmSet = {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The share of its width and of its height that is shown while the camera rests. */
  readonly shown: number;
  /** What must not be seen on each side, as shares of width and height: a painted margin, say. */
  readonly edge: { readonly x: number; readonly y: number };
  /** Far to near. */
  readonly layers: readonly Layer[];
  /** False for pictures whose pixels are to stay squares. */
  readonly smooth: boolean;
};
