/** A smooth field over the plane, about -1..1, with features about one unit wide. */
export type Noise = (x: number, y: number) => number;

function lattice(seed: number, x: number, y: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2147483648 - 1;
}

/** Value noise with a quintic blend: cheap, seeded, and the same everywhere. */
export function createNoise(seed: number): Noise {
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const u = x - left;
    const v = y - top;
    const blendX = u * u * u * (u * (u * 6 - 15) + 10);
    const blendY = v * v * v * (v * (v * 6 - 15) + 10);
    const a = lattice(seed, left, top);
    const b = lattice(seed, left + 1, top);
    const c = lattice(seed, left, top + 1);
    const d = lattice(seed, left + 1, top + 1);
    const upper = a + (b - a) * blendX;
    const lower = c + (d - c) * blendX;
    return upper + (lower - upper) * blendY;
  };
}

/** Several octaves of `noise` summed, each twice as fine and half as strong; about -1..1. */
export function layered(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let weight = 0;
  let strength = 1;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += strength * noise(x * scale + octave * 17.3, y * scale - octave * 9.1);
    weight += strength;
    strength *= 0.5;
    scale *= 2.03;
  }
  return sum / weight;
}

/**
 * A square tile of layered noise, `size` × `size`, that repeats without a seam: styles look
 * texture up in it instead of computing it for each pixel.
 */
export function noiseTile(
  seed: number,
  size: number,
  cells: number,
  octaves: number,
): Float32Array {
  const tile = new Float32Array(size * size);
  let strength = 1;
  let weight = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    addOctave(tile, seed + octave * 7919, size, cells << octave, strength);
    weight += strength;
    strength *= 0.55;
  }
  return tile.map((value) => value / weight);
}

function addOctave(
  tile: Float32Array,
  seed: number,
  size: number,
  cells: number,
  strength: number,
): void {
  const nodes = new Float32Array(cells * cells);
  for (let node = 0; node < nodes.length; node += 1) {
    nodes[node] = lattice(seed, node % cells, Math.floor(node / cells)) * strength;
  }
  const columns = blends(size, cells);
  for (let y = 0; y < size; y += 1) {
    const cellY = (y / size) * cells;
    const v = cellY - Math.floor(cellY);
    const blendY = v * v * (3 - 2 * v);
    const upperRow = Math.floor(cellY) * cells;
    const lowerRow = ((Math.floor(cellY) + 1) % cells) * cells;
    for (let x = 0; x < size; x += 1) {
      const left = columns.left[x] ?? 0;
      const right = left + 1 === cells ? 0 : left + 1;
      const blendX = columns.blend[x] ?? 0;
      const a = nodes[upperRow + left] ?? 0;
      const c = nodes[lowerRow + left] ?? 0;
      const upper = a + ((nodes[upperRow + right] ?? 0) - a) * blendX;
      const lower = c + ((nodes[lowerRow + right] ?? 0) - c) * blendX;
      const index = y * size + x;
      tile[index] = (tile[index] ?? 0) + upper + (lower - upper) * blendY;
    }
  }
}

/** For each column of a tile: the node to its left and how far it is on the way to the next. */
function blends(size: number, cells: number): { left: Int32Array; blend: Float32Array } {
  const left = new Int32Array(size);
  const blend = new Float32Array(size);
  for (let x = 0; x < size; x += 1) {
    const cell = (x / size) * cells;
    left[x] = Math.floor(cell);
    const u = cell - Math.floor(cell);
    blend[x] = u * u * (3 - 2 * u);
  }
  return { left, blend };
}
