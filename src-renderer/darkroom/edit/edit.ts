import { assertNever } from '../../../src-shared/assert-never';
import {
  checkSource,
  type EditRequest,
  type SourceRefusal,
} from '../../../src-shared/jobs/edit-request';
import type { ImageRequest } from '../../../src-shared/jobs/image-request';
import type { Bench, Made, Maker } from '../maker';
import { type Painter, paintWith } from '../paint-picture';
import { extend } from './extend';
import { inside } from './inside';
import { readMask } from './mask';
import { restyle } from './restyle';
import type { EditLook, Steps } from './steps';
import { vary } from './vary';

/** Why there is no picture, as a sentence for the person who asked. */
type Refused = Extract<Made, { kind: 'refused' }>;

/** What is done to a canvas of the request's size. */
type Work = (canvas: OffscreenCanvas) => Steps;

/**
 * Makes a picture from a picture (B1): painted anew, varied, changed inside a mask, or extended. The
 * same request gives the same pixels. Refuses a picture or mask that is gone or can't be opened.
 */
export const edit: Maker<EditRequest> = async (request, bench) => {
  const source = await open(request.source, pictureLost, bench);
  if ('kind' in source) return source;
  const mismatch = checkSource(request, source);
  if (mismatch !== null) return refusedSize(mismatch);
  const work = await workOf(request, source, bench);
  if (typeof work !== 'function') return work;
  if (bench.signal.aborted) return { kind: 'cancelled' };
  const painter: Painter = (_, canvas) => work(canvas);
  return paintWith(painter, sheetOf(request), bench);
};

function refusedSize({ expected }: SourceRefusal): Refused {
  const size = `${expected.width} × ${expected.height} pixels`;
  return {
    kind: 'refused',
    message: `This change of the picture makes ${size}. Ask for that size.`,
  };
}

async function workOf(
  { action, tool: _tool, source: _source, ...look }: EditRequest,
  source: ImageBitmap,
  bench: Bench,
): Promise<Work | Refused> {
  switch (action.kind) {
    case 'restyle':
      return (canvas) => restyle(look, action.strength, source, canvas);
    case 'vary':
      return (canvas) => vary(look, action.strength, source, canvas);
    case 'inside': {
      const mask = await open(action.mask, maskLost, bench);
      if ('kind' in mask) return mask;
      return insideOf(look, action.strength, source, mask, bench);
    }
    case 'extend':
      return (canvas) => extend(look, action, source, canvas);
    case 'enlarge':
      throw new Error('a picture is enlarged elsewhere');
    default:
      return assertNever(action);
  }
}

async function insideOf(
  look: EditLook,
  strength: number,
  source: ImageBitmap,
  picture: ImageBitmap,
  bench: Bench,
): Promise<Work | Refused> {
  const reading = readMask(picture, source.width, source.height);
  let step = reading.next();
  while (step.done !== true) {
    await bench.pause();
    step = reading.next();
  }
  const mask = step.value;
  if (mask !== null) return (canvas) => inside(look, strength, source, mask, canvas);
  return {
    kind: 'refused',
    message: 'The mask is empty: nothing of it is white. Paint over what is to change.',
  };
}

/** The sheet as `paintWith` knows it. */
function sheetOf({ action: _action, source: _source, ...look }: EditRequest): ImageRequest {
  return { ...look, tool: 'image' };
}

const pictureLost =
  'The picture to start from could not be opened. Choose it again, or another one.';
const maskLost = 'The mask could not be opened. Paint it again.';

/** The picture of an input's file; refused in these words when there is none. */
async function open(sha256: string, message: string, bench: Bench): Promise<ImageBitmap | Refused> {
  const file = fileOf(sha256, bench);
  const picture =
    file && (await createImageBitmap(new Blob([new Uint8Array(file)])).catch(() => null));
  return picture ?? { kind: 'refused', message };
}

/** The file of an input; null when it did not come with the order. */
function fileOf(sha256: string, bench: Bench): Uint8Array | null {
  try {
    return bench.input(sha256);
  } catch {
    return null;
  }
}
