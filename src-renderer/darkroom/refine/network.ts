import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import {
  add,
  concat,
  env,
  fused,
  image,
  memory,
  setBackend,
  type Tensor,
  type Tensor4D,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { type Factor, readWeights, type Weights } from './weights';

/**
 * Enlarges a small picture: its colours row by row, three numbers from 0 to 255 a pixel. Takes about a tenth of a
 * second for 84 × 84 pixels, during which nothing else is heard.
 */
export type Network = (
  colours: Float32Array,
  size: { readonly width: number; readonly height: number },
) => Float32Array;

const networks = new Map<Factor, Promise<Network>>();

/** The network for a factor, read once and kept as long as the page lives. */
export function openNetwork(factor: Factor): Promise<Network> {
  const known = networks.get(factor);
  if (known !== undefined) return known;
  const opening = open(factor);
  networks.set(factor, opening);
  // One that could not be read is tried anew the next time.
  opening.catch(() => networks.delete(factor));
  return opening;
}

/**
 * How many tensors are held: the same after every picture, or something leaks.
 * @public asked by the test that looks for leaks
 */
export function tensorsHeld(): number {
  return memory().numTensors;
}

async function open(factor: Factor): Promise<Network> {
  // Threads gain nothing here, and every Electron that Tally runs on has SIMD: the other two are never asked for.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': simd,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
  if (!(await setBackend('wasm'))) throw new Error('the network does not start here');
  const weights = await readWeights(factor);
  return (colours, { width, height }) =>
    tidy(() => {
      const enlarged = run(weights, tensor4d(colours, [1, height, width, 3]), factor);
      return Float32Array.from(enlarged.dataSync());
    });
}

/** ESRGAN Slim, a residual dense network of two blocks; the letters are those of its authors. */
function run(weights: Weights, picture: Tensor4D, factor: Factor): Tensor4D {
  const layer = (name: string, x: Tensor4D, activation: 'linear' | 'relu' = 'linear') =>
    fused.conv2d({
      x,
      filter: weightOf<Tensor4D>(weights, `${name}/kernel`),
      bias: weightOf(weights, `${name}/bias`),
      strides: 1,
      pad: 'same',
      activation,
    });
  const shallow = layer('F_m1', picture);
  const block = (x: Tensor4D, number: 1 | 2): Tensor4D => {
    const grown = concat([x, layer(`F_${number}_1`, x, 'relu')], 3);
    return add(layer(`LFF_${number}`, grown), x);
  };
  const first = block(layer('F_0', shallow), 1);
  const second = block(first, 2);
  const joined = layer('GFF_2', layer('GFF_1', concat([first, second], 3)));
  const features: Tensor4D = add(joined, shallow);
  const detail = layer('UPN3', layer('UPN2', layer('UPN1', features, 'relu'), 'relu'));
  const [, height, width] = picture.shape;
  return layer('SR', image.resizeNearestNeighbor(detail, [height * factor, width * factor]));
}

function weightOf<Shape extends Tensor>(weights: Weights, name: string): Shape {
  const weight = weights.get(name);
  if (weight === undefined) throw new Error(`the network has no ${name}`);
  return weight as Shape;
}
