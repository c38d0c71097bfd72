import { Blend, Expand, type LucideIcon, Maximize2, Paintbrush, Palette } from 'lucide-react';
import type { EditKind } from '../../src-shared/jobs/edit-request';

type ActionWords = {
  readonly name: string;
  /** As a deed, on a button. */
  readonly deed: string;
  readonly icon: LucideIcon;
  /** What it does, in a sentence. */
  readonly does: string;
  /** What an empty prompt asks for; null where no words are heeded. */
  readonly placeholder: string | null;
};

/** What can be done to a picture, in a person's words. */
export const actionWords: Record<EditKind, ActionWords> = {
  restyle: {
    name: 'Restyle',
    deed: 'Restyle',
    icon: Palette,
    does: 'Paints it anew in a style and by your words. Composition and colours stay.',
    placeholder: 'What should change? It may stay empty.',
  },
  vary: {
    name: 'Vary',
    deed: 'Vary',
    icon: Blend,
    does: 'Makes relatives of it: same subject and colours, arranged a little differently.',
    placeholder: 'What should it lean to? It may stay empty.',
  },
  inside: {
    name: 'Inside',
    deed: 'Paint inside',
    icon: Paintbrush,
    does: 'Paints by your words only where you brush over it. Every other pixel stays.',
    placeholder: 'What should be painted inside?',
  },
  extend: {
    name: 'Extend',
    deed: 'Extend',
    icon: Expand,
    does: 'Gives it more canvas and goes on painting there. The picture itself stays.',
    placeholder: 'What should be around it? It may stay empty.',
  },
  enlarge: {
    name: 'Refine',
    deed: 'Refine',
    icon: Maximize2,
    does: 'A neural network on this computer enlarges and cleans it. No words are needed.',
    placeholder: null,
  },
};
