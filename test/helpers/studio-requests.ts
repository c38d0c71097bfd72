import type { AssemblyRequest } from '../../src-shared/jobs/assembly-request';
import type { ClipRequest } from '../../src-shared/jobs/clip-request';
import type { EditRequest } from '../../src-shared/jobs/edit-request';
import { foxRequest } from './test-studio';

const { tool: _image, ...look } = foxRequest;

/** A clip of five seconds on the AI Studios card. */
export const foxClip: ClipRequest = {
  ...look,
  tool: 'video',
  model: 'video-generator',
  width: 1280,
  height: 720,
  seconds: 5,
  format: 'mp4',
  camera: 'auto',
  first: null,
  last: null,
};

/** A picture of `side` pixels, enlarged twice. */
export function enlarged(source: string, side: number): EditRequest {
  const size = { width: side * 2, height: side * 2 };
  return { ...look, tool: 'edit', source, action: { kind: 'enlarge', factor: 2 }, ...size };
}

/** One scene of five seconds for each picture, put together. */
export function assemblyOf(pictures: readonly string[]): AssemblyRequest {
  return {
    ...look,
    tool: 'assembly',
    prompt: 'The fox',
    model: 'helper',
    width: 1280,
    height: 720,
    format: 'mp4',
    scenes: pictures.map((picture, index) => ({
      picture,
      caption: `Scene ${index + 1}`,
      seconds: 5,
      transition: 'dissolve',
    })),
    burnCaptions: true,
  };
}
