/** How something in the set moves of its own accord. */
export type Stir = {
  readonly kind: StirKind;
  /** Differs from one to the next, so that they don't move in step; radians. */
  readonly phase: number;
  /** How strongly, 1 as usual. */
  readonly strength: number;
};

export type StirKind =
  /** Rock, walls, ground. */
  | 'still'
  /** Clouds and mist, carried along. */
  | 'drift'
  /** The sun or the moon, where the hour changes. */
  | 'climb'
  /** Open water: its rows glide over each other. */
  | 'ripple'
  /** A crest that runs and heaves. */
  | 'swell'
  /** What floats. */
  | 'rock'
  /** What flies or swims. */
  | 'hover'
  /** Who stands and breathes. */
  | 'breathe'
  /** Leaves, grass, flowers in the wind. */
  | 'sway'
  /** Lightning, seen only while it strikes. */
  | 'flash';

/** Where something is for its stirring: shares of the set's width and height, radians and a stretch about its foot. */
export type Pose = {
  readonly x: number;
  readonly y: number;
  /** About its foot, clockwise. */
  readonly turn: number;
  /** How much its top leans to the right, as a share of its height. */
  readonly lean: number;
  /** Of its height, about its foot. */
  readonly stretch: number;
};

const rest: Pose = { x: 0, y: 0, turn: 0, lean: 0, stretch: 1 };

/** Clouds go no further than this in a whole clip: beyond it their cut edges would show. */
const farthestDrift = 0.085;
const driftPerSecond = 0.012;

/** The pose after `seconds` of a clip of `duration` seconds; `climb` is how far the sun has risen, -1 to 1. */
export function poseAt(stir: Stir, seconds: number, duration: number, climb: number): Pose {
  const { kind, phase, strength } = stir;
  const swing = (rate: number, offset = 0) => strength * Math.sin(rate * seconds + phase + offset);
  switch (kind) {
    case 'still':
    case 'ripple':
    case 'flash':
      return rest;
    case 'drift': {
      const whole = Math.min(farthestDrift, driftPerSecond * strength * duration);
      return { ...rest, x: whole * (seconds / duration - 0.5), y: 0.0012 * swing(0.5) };
    }
    case 'climb':
      return { ...rest, y: -0.07 * climb };
    case 'swell':
      return { ...rest, x: 0.013 * swing(1.1), y: 0.0065 * swing(1.7, 1) };
    case 'rock':
      return {
        ...rest,
        x: 0.004 * swing(0.6, 2),
        y: 0.0055 * swing(1.5),
        turn: 0.022 * swing(1.15, 0.7),
      };
    case 'hover':
      return {
        ...rest,
        x: 0.016 * swing(0.7),
        y: 0.013 * swing(1.1, 1.3),
        turn: 0.018 * swing(0.9, 2.1),
      };
    case 'breathe':
      return { ...rest, stretch: 1 + 0.011 * swing(2.1), lean: 0.008 * swing(0.9, 1) };
    case 'sway':
      return { ...rest, lean: 0.011 * swing(1.3) + 0.004 * swing(3.1, 2) };
  }
}

/** How far a row of open water has slid sideways, as a share of the set's width; `near` is 0 far to 1 near. */
export function slideAt(phase: number, near: number, seconds: number): number {
  const fine = Math.sin(46 * near ** 0.6 + 2.3 * seconds + phase);
  const broad = Math.sin(13 * near - 1.1 * seconds + phase * 2);
  return (0.0007 + 0.0042 * near) * (0.6 * fine + 0.4 * broad);
}
