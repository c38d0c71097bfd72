import type { EditKind } from '../../../src-shared/jobs/edit-request';
import { pictureTools } from '../../../src-shared/jobs/image-request';
import { sketchStyles } from '../../../src-shared/jobs/sketch-styles';
import { type Darkrooms, darkroomWorkplace } from '../darkroom/darkrooms';
import type { Engine } from '../engine';

const edits = ['restyle', 'vary', 'inside', 'extend'] as const satisfies readonly EditKind[];

/** The built-in painter: works with no network and no account, and says what it is. */
export function createSketchEngine(darkrooms: Darkrooms, concurrency: number): Engine {
  return {
    capabilities: {
      id: 'sketch',
      name: 'Sketch',
      description:
        'A procedural painter built into Tally: it reads the prompt word by word and composes a scene by rules. It is no AI model and knows only the words in its lexicon.',
      tools: ['image', 'topic-to-video', 'helper-visual', 'edit'],
      edits,
      styles: sketchStyles,
      qualities: ['basic', 'premium'],
      seeds: true,
      cancel: true,
    },
    makes: (request) => {
      if (request.tool === 'edit') return edits.some((kind) => kind === request.action.kind);
      return pictureTools.some((tool) => tool === request.tool);
    },
    concurrency,
    workplace: darkroomWorkplace,
    // Nothing leaves this machine, and the same order gives the same picture.
    repeatable: true,
    health: () => ({ kind: 'ready' }),
    run: (order, signal) => darkrooms.make(order, signal),
    close: async () => darkrooms.close(),
  };
}
