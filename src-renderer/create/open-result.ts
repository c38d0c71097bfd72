import type { Asset } from '../../src-shared/jobs/asset';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { galleryStore } from '../stores/gallery';
import { screenStore } from '../stores/screen';
import { tellProblem } from '../stores/toasts';

/** Opens what was delivered before, also where the gallery was not read back to it. */
export async function openResult({ id }: Pick<Asset, 'id'>): Promise<void> {
  const answer = await ask(tally().gallery.detail({ assetId: id }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  galleryStore.getState().visit(answer.value);
  screenStore.getState().showAsset(id);
}
