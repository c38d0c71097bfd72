import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { z } from 'zod';
import doubleData from '../../../node_modules/@upscalerjs/esrgan-slim/models/x2/group1-shard1of1.bin?url';
import doubleModel from '../../../node_modules/@upscalerjs/esrgan-slim/models/x2/model.json?url';
import tripleData from '../../../node_modules/@upscalerjs/esrgan-slim/models/x3/group1-shard1of1.bin?url';
import tripleModel from '../../../node_modules/@upscalerjs/esrgan-slim/models/x3/model.json?url';
import quadrupleData from '../../../node_modules/@upscalerjs/esrgan-slim/models/x4/group1-shard1of1.bin?url';
import quadrupleModel from '../../../node_modules/@upscalerjs/esrgan-slim/models/x4/model.json?url';
import type { enlargeFactors } from '../../../src-shared/jobs/edit-request';

export type Factor = (typeof enlargeFactors)[number];

/** What a network has learned: its kernels and biases, by name. */
export type Weights = ReadonlyMap<string, Tensor>;

// The package hides its models behind `exports`; the build copies them beside the page.
const files: Record<Factor, { readonly model: string; readonly data: string }> = {
  2: { model: doubleModel, data: doubleData },
  3: { model: tripleModel, data: tripleData },
  4: { model: quadrupleModel, data: quadrupleData },
};

const modelSchema = z.object({
  weightsManifest: z.tuple([
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.number().int().min(1)),
          dtype: z.literal('float32'),
        }),
      ),
    }),
  ]),
});

/** Reads the weights of ESRGAN for a factor from Tally's own files. */
export async function readWeights(factor: Factor): Promise<Weights> {
  const { model, data } = files[factor];
  const [described, bytes] = await Promise.all([
    fetchFile(model).then((response) => response.json()),
    fetchFile(data).then((response) => response.arrayBuffer()),
  ]);
  const [{ weights }] = modelSchema.parse(described).weightsManifest;
  const values = new Float32Array(bytes);
  const read = new Map<string, Tensor>();
  let at = 0;
  for (const { name, shape } of weights) {
    const length = shape.reduce((product, side) => product * side, 1);
    read.set(name, tensor(values.slice(at, at + length), shape, 'float32'));
    at += length;
  }
  if (at !== values.length) throw new Error('the weights of the network are not as described');
  return read;
}

async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`a file of the network is missing (${response.status})`);
  return response;
}
