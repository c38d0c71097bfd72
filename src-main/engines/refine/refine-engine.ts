import { type Darkrooms, darkroomWorkplace } from '../darkroom/darkrooms';
import type { Engine } from '../engine';

/** The built-in enlarger: a real neural network, on this machine alone (B1: image to image). */
export function createRefineEngine(darkrooms: Darkrooms, concurrency: number): Engine {
  return {
    capabilities: {
      id: 'refine',
      name: 'Refine',
      description:
        'A neural network (ESRGAN) built into Tally: it enlarges a picture two, three or four times and cleans it, tile by tile, on this machine alone.',
      tools: ['edit'],
      edits: ['enlarge'],
      styles: [],
      qualities: ['basic', 'premium'],
      seeds: false,
      cancel: true,
    },
    makes: (request) => request.tool === 'edit' && request.action.kind === 'enlarge',
    concurrency,
    workplace: darkroomWorkplace,
    repeatable: true,
    health: () => ({ kind: 'ready' }),
    run: (order, signal) => darkrooms.make(order, signal),
    close: async () => darkrooms.close(),
  };
}
