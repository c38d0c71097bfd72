import { sketchStyles } from '../../../src-shared/jobs/sketch-styles';
import type { Darkrooms } from '../darkroom/darkrooms';
import type { Engine } from '../engine';

/** The built-in painter: works with no network and no account, and says what it is. */
export function createSketchEngine(darkrooms: Darkrooms, concurrency: number): Engine {
  return {
    capabilities: {
      id: 'sketch',
      name: 'Sketch',
      description:
        'A procedural painter built into Tally: it reads the prompt word by word and composes a scene by rules. It is no AI model and knows only the words in its lexicon.',
      tools: ['image'],
      styles: sketchStyles,
      qualities: ['basic', 'premium'],
      seeds: true,
      cancel: true,
    },
    concurrency,
    // Nothing leaves this machine, and the same order gives the same picture.
    repeatable: true,
    health: () => ({ kind: 'ready' }),
    run: (order, signal) => darkrooms.paint(order, signal),
    close: async () => darkrooms.close(),
  };
}
