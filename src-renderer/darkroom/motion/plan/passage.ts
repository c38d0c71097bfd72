import { type CameraPath, gently, since, type View, viewAt } from './camera';

/** The span in which one picture gives way to the other, as shares of the clip. */
const span = { from: 0.1, to: 0.88 };
/** How far the camera goes into the first while it gives way, and from where it comes into the last. */
const through = { into: 0.3, from: 0.11 };
/** How gradual the change is in one place, as a share of the whole change. */
const softness = 0.5;

/** How far the first picture has given way at a share of the clip: 0 to 1. */
export function passed(share: number): number {
  return gently((share - span.from) / (span.to - span.from));
}

/** Where the camera stands before each of the two. At 0 it rests before the first, at 1 before the last. */
export function viewsAt(path: CameraPath, share: number): { first: View; last: View } {
  const here = viewAt(path, share * path.seconds);
  const first = since(here, viewAt(path, 0));
  const last = since(here, viewAt(path, path.seconds));
  const gone = passed(share);
  const outwards = path.move === 'pull-out';
  const into = outwards ? 1 / (1 + 0.12 * gone * gone) : 1 + through.into * gone * gone;
  const coming = (1 - gone) * (1 - gone);
  const from = outwards ? 1 + through.into * coming : 1 - through.from * coming;
  return {
    first: { ...first, zoom: first.zoom * into },
    last: { ...last, zoom: last.zoom * from },
  };
}

/** How opaque the last picture is where its turn is `order`, 0 first to 1 last. */
export function opacityAt(gone: number, order: number): number {
  const over = gone * (1 + softness) - order;
  const share = Math.min(1, Math.max(0, over / softness));
  return share * share * (3 - 2 * share);
}

/**
 * The turns in which the places of a picture give way, 0 to 1 and evenly spread: where the two differ least first,
 * far before near, so that forms run over into forms. All fields are row by row.
 */
export function turnsOf(
  first: Float32Array,
  last: Float32Array,
  nearness: Float32Array,
): Float32Array {
  const cost = Float32Array.from(
    first,
    (light, at) => Math.abs(light - (last[at] ?? 0)) + 0.9 * (nearness[at] ?? 0),
  );
  const ranked = Array.from(cost.keys()).sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0));
  const turns = new Float32Array(cost.length);
  for (const [rank, at] of ranked.entries()) turns[at] = rank / Math.max(1, cost.length - 1);
  return turns;
}
