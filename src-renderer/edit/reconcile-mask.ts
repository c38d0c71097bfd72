import { useEffect } from 'react';
import { draftStore } from '../stores/draft';
import type { StartPicture } from '../stores/draft-fields';
import { reconcileMask } from './mask-store';

/** Keeps the mask on the sheet and the one in the form the same, while the picture is painted on. */
export function useReconciledMask(source: StartPicture): void {
  const mask = draftStore((draft) => draft.mask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is reconciled for
  useEffect(reconcileMask, [mask, source.sha256]);
}
