import { useEffect, useState } from 'react';
import type { AssetDetail } from '../../src-shared/contract/gallery';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';

export type DetailState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly detail: AssetDetail }
  | { readonly kind: 'failed'; readonly problem: string };

/** Reads what is known of a picture, which also checks its file. */
export function useDetail(assetId: string): DetailState {
  const [state, setState] = useState<DetailState & { readonly of: string }>({
    kind: 'loading',
    of: assetId,
  });
  useEffect(() => {
    let current = true;
    void ask(tally().gallery.detail({ assetId })).then((answer) => {
      if (!current) return;
      if (answer.kind === 'answered')
        setState({ kind: 'loaded', detail: answer.value, of: assetId });
      else setState({ kind: 'failed', problem: sentenceOf(answer), of: assetId });
    });
    return () => {
      current = false;
    };
  }, [assetId]);
  return state.of === assetId ? state : { kind: 'loading' };
}
