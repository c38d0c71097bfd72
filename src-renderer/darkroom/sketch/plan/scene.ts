import type { Colour } from '../core/colour';
import type { Point, Ring } from '../core/geometry';

/** What a shape is made of; styles choose strokes, texture and line by it. */
export type Material =
  | 'air'
  | 'glow'
  | 'cloud'
  | 'mist'
  | 'water'
  | 'ground'
  | 'rock'
  | 'snow'
  | 'foliage'
  | 'bark'
  | 'wall'
  | 'roof'
  | 'window'
  | 'coat'
  | 'cloth'
  | 'metal'
  | 'petal'
  | 'object'
  | 'shade'
  | 'spark';

export type Stop = { readonly at: number; readonly colour: Colour; readonly alpha: number };

export type Fill =
  | { readonly kind: 'flat'; readonly colour: Colour }
  | {
      readonly kind: 'linear';
      readonly from: Point;
      readonly to: Point;
      readonly stops: readonly Stop[];
    }
  | {
      readonly kind: 'radial';
      readonly centre: Point;
      readonly radius: number;
      readonly stops: readonly Stop[];
    };

/** A filled outline. */
export type Area = {
  readonly kind: 'area';
  readonly rings: readonly Ring[];
  readonly rule: 'nonzero' | 'evenodd';
  readonly fill: Fill;
  readonly material: Material;
  /** Direction in which a brush would follow the form, radians. */
  readonly flow: number;
  /** Whether its edge is a contour that a line drawing would show. */
  readonly contour: boolean;
  /** Neighbouring areas of one body share a number: lines between them are not contours. */
  readonly body: number;
  /** Shows only inside these outlines. */
  readonly clip: readonly Ring[] | undefined;
};

/** A drawn line such as a mast, a stem or a streak of rain. */
export type Stroke = {
  readonly kind: 'stroke';
  readonly points: readonly Point[];
  readonly width: number;
  readonly colour: Colour;
  readonly alpha: number;
  readonly material: Material;
};

export type Shape = Area | Stroke;

/** How near a group is: styles treat backdrop washes, the subject and the weather differently. */
export type Plane = 'backdrop' | 'far' | 'middle' | 'subject' | 'near' | 'weather';

/** Shapes that belong together, painted in order. */
export type Group = {
  readonly name: string;
  readonly plane: Plane;
  /** 0 is the farthest, 1 the nearest. */
  readonly depth: number;
  readonly shapes: readonly Shape[];
};

/** The picture's extent in scene units: width × height = 1. */
export type Frame = { readonly width: number; readonly height: number };

export type SceneKind =
  | 'landscape'
  | 'mountains'
  | 'sea'
  | 'underwater'
  | 'forest'
  | 'city'
  | 'sky'
  | 'space'
  | 'flowers'
  | 'still life'
  | 'portrait'
  | 'abstract';

export type Scene = {
  readonly kind: SceneKind;
  readonly frame: Frame;
  readonly groups: readonly Group[];
  /** Where the light comes from: towards the light, length 1. */
  readonly light: Point;
  /** Colours that carry the picture, the dominant first. */
  readonly palette: readonly [Colour, ...Colour[]];
  readonly dark: boolean;
  /** What was placed, in words, for the summary. */
  readonly drawn: readonly string[];
};

const flat = (colour: Colour): Fill => ({ kind: 'flat', colour });

/** A stop as it is written down: place, colour, and alpha unless it is 1. */
type StopNote = readonly [at: number, colour: Colour, alpha?: number];

const stopsOf = (notes: readonly StopNote[]): Stop[] =>
  notes.map(([at, colour, alpha = 1]) => ({ at, colour, alpha }));

export function linear(from: Point, to: Point, ...notes: readonly StopNote[]): Fill {
  return { kind: 'linear', from, to, stops: stopsOf(notes) };
}

export function radial(centre: Point, radius: number, ...notes: readonly StopNote[]): Fill {
  return { kind: 'radial', centre, radius, stops: stopsOf(notes) };
}

export type AreaOptions = {
  readonly flow?: number;
  readonly contour?: boolean;
  readonly body?: number;
  readonly clip?: readonly Ring[];
  readonly rule?: 'nonzero' | 'evenodd';
};

export function area(
  rings: readonly Ring[],
  fill: Fill | Colour,
  material: Material,
  options: AreaOptions = {},
): Area {
  return {
    kind: 'area',
    rings,
    rule: options.rule ?? 'nonzero',
    fill: 'kind' in fill ? fill : flat(fill),
    material,
    flow: options.flow ?? 0,
    contour: options.contour ?? true,
    body: options.body ?? 0,
    clip: options.clip,
  };
}

export function stroke(
  points: readonly Point[],
  width: number,
  colour: Colour,
  material: Material,
  alpha = 1,
): Stroke {
  return { kind: 'stroke', points, width, colour, alpha, material };
}
