import { clipTools } from '../../../src-shared/jobs/clip-request';
import { sketchStyles } from '../../../src-shared/jobs/sketch-styles';
import { type Darkrooms, darkroomWorkplace } from '../darkroom/darkrooms';
import type { Engine } from '../engine';

/** The built-in film maker: real clips with no network and no account (A2, B1). */
export function createMotionEngine(darkrooms: Darkrooms, concurrency: number): Engine {
  return {
    capabilities: {
      id: 'motion',
      name: 'Motion',
      description:
        'A film maker built into Tally: it lets the camera, the weather, the water and the light of a painted scene or of your picture move, and writes real H.264 or VP9 video. It is no AI model and makes no sound.',
      tools: [...clipTools, 'assembly'],
      edits: [],
      styles: sketchStyles,
      qualities: ['basic', 'premium'],
      seeds: true,
      cancel: true,
    },
    makes: ({ tool }) => tool === 'assembly' || clipTools.some((id) => id === tool),
    concurrency,
    workplace: darkroomWorkplace,
    repeatable: true,
    health: () => ({ kind: 'ready' }),
    run: (order, signal) => darkrooms.make(order, signal),
    close: async () => darkrooms.close(),
  };
}
