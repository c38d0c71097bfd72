/** How bright a light is at a moment, about 1: a flame's quick and slow unrest. */
export function flickerAt(phase: number, seconds: number): number {
  const swing = (rate: number, offset: number) => Math.sin(rate * seconds + phase * offset);
  return 1 + 0.16 * swing(5.3, 1) * swing(1.9, 2.3) + 0.1 * swing(11.7, 3.1) + 0.08 * swing(0.8, 5);
}

/** How much a star twinkles, 0 to 1. */
export function twinkleAt(phase: number, seconds: number): number {
  return (0.5 + 0.5 * Math.sin(3.1 * seconds + phase * 7.7)) ** 2;
}

/** How strong a flash of lightning is, 0 to 1; one in some three seconds, each a double stroke. */
export function flashAt(phase: number, seconds: number): number {
  const every = 3.1;
  const turn = Math.floor((seconds + phase) / every);
  // The golden ratio spreads the strokes over their spans without a pattern one could hear.
  const begins = turn * every - phase + every * ((turn * 0.618 + phase) % 1) * 0.7;
  const since = seconds - begins;
  const stroke = (start: number, fade: number) =>
    since < start ? 0 : Math.exp(-(since - start) / fade);
  return Math.min(1, 0.8 * stroke(0, 0.09) + 0.6 * stroke(0.16, 0.16));
}

/** Where a patch of light or shade that travels over the scene is, in shares of the frame. */
export function patchAt(phase: number, seconds: number, pace: number): { x: number; y: number } {
  const whole = 2.2;
  const way = (phase + pace * seconds) % whole;
  return { x: way - 0.6, y: 0.5 + 0.12 * Math.sin(0.5 * seconds + phase) };
}

/** The direction of a beacon's beam: how long it looks from here, -1 to 1, and how much of it shines at us. */
export function beaconAt(phase: number, seconds: number): { reach: number; glare: number } {
  const turn = 1.05 * seconds + phase;
  return { reach: Math.cos(turn), glare: Math.max(0, Math.sin(turn)) ** 8 };
}
