import { type Colour, mix } from '../core/colour';
import type { Area, Fill } from '../plan/scene';

/** One colour that stands for a fill: its stops weighed by how much they cover. */
export function meanColour(fill: Fill): Colour {
  if (fill.kind === 'flat') return fill.colour;
  const [first, ...rest] = fill.stops;
  if (!first) return [128, 128, 128];
  let colour = first.colour;
  let weight = first.alpha + 0.001;
  for (const stop of rest) {
    const more = stop.alpha + 0.001;
    colour = mix(colour, stop.colour, more / (weight + more));
    weight += more;
  }
  return colour;
}

/** Whether an area hides what is behind it. */
export function hides(shape: Area): boolean {
  return shape.fill.kind === 'flat' || shape.fill.stops.every((stop) => stop.alpha > 0.95);
}

/** The same fill with each of its colours changed. */
export function recolour(fill: Fill, change: (colour: Colour) => Colour): Fill {
  if (fill.kind === 'flat') return { kind: 'flat', colour: change(fill.colour) };
  return { ...fill, stops: fill.stops.map((stop) => ({ ...stop, colour: change(stop.colour) })) };
}

/** A gradient's colour and alpha at a share of its way. */
export function colourAt(
  fill: Exclude<Fill, { kind: 'flat' }>,
  share: number,
): { colour: Colour; alpha: number } {
  const stops = fill.stops;
  const next = stops.findIndex((stop) => stop.at >= share);
  const to = stops[next] ?? stops[stops.length - 1];
  const from = stops[Math.max(0, next - 1)] ?? to;
  if (!from || !to) return { colour: [128, 128, 128], alpha: 0 };
  const span = to.at - from.at;
  const part = span > 0 ? (share - from.at) / span : 0;
  return {
    colour: mix(from.colour, to.colour, part),
    alpha: from.alpha + (to.alpha - from.alpha) * part,
  };
}
