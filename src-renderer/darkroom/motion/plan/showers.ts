import type { Colour } from '../../sketch/core/colour';
import { createRandom } from '../../sketch/core/random';

export type ShowerKind = 'rain' | 'snow' | 'petals' | 'fireflies' | 'bubbles' | 'dust';

/** Many small things in the air between the camera and the scene. */
export type Shower = {
  readonly kind: ShowerKind;
  readonly colours: readonly [Colour, ...Colour[]];
  /** Driven by a storm or the wind. */
  readonly driven: boolean;
  readonly motes: readonly Mote[];
};

/** One of them: places are shares of the frame's width and height, sizes of its shorter side. */
type Mote = {
  readonly x: number;
  readonly y: number;
  /** 0 far to 1 near. */
  readonly near: number;
  readonly phase: number;
  readonly tone: number;
};

export type SeenMote = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Radians; of rain, how far it leans for its length. */
  readonly turn: number;
  readonly alpha: number;
  readonly near: number;
  readonly tone: number;
};

const counts: Readonly<Record<ShowerKind, number>> = {
  rain: 190,
  snow: 210,
  petals: 46,
  fireflies: 34,
  bubbles: 40,
  dust: 42,
};
const tones = 3;
/** Beyond the frame on each side, where a mote leaves and comes in again unseen. */
const outside = 0.12;

export function planShower(
  kind: ShowerKind,
  colours: readonly [Colour, ...Colour[]],
  options: { readonly driven: boolean; readonly seed: number; readonly fine: boolean },
): Shower {
  const random = createRandom(options.seed, `shower ${kind}`);
  const count = Math.round(counts[kind] * (options.driven ? 1.4 : 1) * (options.fine ? 1 : 0.6));
  const motes = Array.from(
    { length: count },
    (): Mote => ({
      x: random.next(),
      y: random.next(),
      near: random.next() ** 2.2,
      phase: random.between(0, 2 * Math.PI),
      tone: random.whole(0, tones - 1),
    }),
  );
  return { kind, colours, driven: options.driven, motes };
}

/** Where a mote is after `seconds`. Between two frames it moves a little, or comes in anew outside the frame. */
export function moteAt(shower: Shower, mote: Mote, seconds: number): SeenMote {
  const { near, phase, tone } = mote;
  const wind = shower.driven ? 1 : 0.3;
  const swing = (rate: number, offset = 0) => Math.sin(rate * seconds + phase + offset);
  const seen = { near, tone, turn: 0, alpha: 1 };
  switch (shower.kind) {
    case 'rain': {
      const fall = (0.9 + 1.1 * near) * seconds;
      return {
        ...seen,
        x: around(mote.x - fall * 0.22 * wind),
        y: around(mote.y + fall),
        size: 0.026 + 0.075 * near,
        turn: 0.22 * wind,
        alpha: 0.3 + 0.32 * near,
      };
    }
    case 'snow':
      return {
        ...seen,
        x: around(mote.x - wind * (0.05 + 0.12 * near) * seconds + 0.012 * swing(1.4)),
        y: around(mote.y + (0.06 + 0.16 * near) * seconds),
        size: 0.0018 + 0.008 * near,
        alpha: 0.92,
      };
    case 'petals':
      return {
        ...seen,
        x: around(mote.x - wind * (0.1 + 0.16 * near) * seconds + 0.03 * swing(1.1)),
        y: around(mote.y + (0.05 + 0.1 * near) * seconds + 0.014 * swing(1.9, 1)),
        size: 0.006 + 0.011 * near,
        turn: phase + 1.3 * seconds + swing(1.7),
      };
    case 'fireflies':
      return {
        ...seen,
        x: around(mote.x + 0.04 * swing(0.6) + 0.015 * swing(1.7, 2)),
        y: around(0.3 + 0.7 * mote.y + 0.035 * swing(0.8, 1) + 0.012 * swing(2.1)),
        size: 0.009 + 0.012 * near,
        alpha: Math.max(0, swing(1.6, 3)) ** 0.7,
      };
    case 'bubbles':
      return {
        ...seen,
        x: around(mote.x + 0.01 * swing(1.8)),
        y: around(mote.y - (0.06 + 0.12 * near) * seconds),
        size: 0.003 + 0.009 * near,
        alpha: 0.75,
      };
    case 'dust':
      return {
        ...seen,
        x: around(mote.x + 0.012 * seconds + 0.03 * swing(0.5)),
        y: around(mote.y - 0.014 * seconds + 0.03 * swing(0.4, 2)),
        size: 0.003 + 0.006 * near,
        alpha: 0.18 + 0.3 * (0.5 + 0.5 * swing(0.9, 1)),
      };
  }
}

/** A place that has gone out on one side comes in on the other, both outside the frame. */
function around(place: number): number {
  const whole = 1 + 2 * outside;
  const turned = (place + outside) % whole;
  return (turned < 0 ? turned + whole : turned) - outside;
}
