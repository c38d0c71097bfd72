import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { MediaType } from '../../src-shared/jobs/asset';
import type { Job } from '../../src-shared/jobs/job';
import { outputsText } from '../../src-shared/jobs/output-words';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { galleryPage } from '../app/session';
import { draftStore } from '../stores/draft';
import { galleryStore } from '../stores/gallery';
import { screenStore } from '../stores/screen';
import { tellProblem, toastStore } from '../stores/toasts';
import { workspaceStore } from '../stores/workspace';
import { formatNumberOf } from '../ui/figures';
import { clipSizeLike } from '../video/clip-shapes';

/** Reads the next page, once, while there is one. */
export async function loadMore(): Promise<void> {
  const { next, loadingMore, setLoadingMore, append } = galleryStore.getState();
  if (next === null || loadingMore) return;
  setLoadingMore(true);
  const answer = await ask(tally().gallery.list({ after: next, limit: galleryPage }));
  setLoadingMore(false);
  if (answer.kind === 'answered') append(answer.value);
  else tellProblem(sentenceOf(answer));
}

/** Takes pictures and clips out of the gallery and offers to bring them back; charges stay as they are. */
export async function removeAssets(assetIds: readonly string[]): Promise<void> {
  if (assetIds.length === 0) return;
  const ids = [...assetIds];
  const words = outputsText(mediaTypesOf(ids), formatNumberOf);
  const answer = await ask(tally().gallery.remove({ assetIds: ids }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  galleryStore.getState().change(answer.value.assets);
  toastStore.getState().tell({
    severity: 'information',
    text: `${words} deleted.`,
    action: { label: 'Undo', run: () => void restoreAssets(ids) },
  });
}

/** What kinds of file these are; what no page of the gallery has reached is taken for a picture. */
function mediaTypesOf(assetIds: readonly string[]): MediaType[] {
  const { items, visited } = galleryStore.getState();
  const known = visited === null ? items : [visited, ...items];
  return assetIds.map(
    (id) => known.find(({ asset }) => asset.id === id)?.asset.mediaType ?? 'image/png',
  );
}

async function restoreAssets(assetIds: readonly string[]): Promise<void> {
  const answer = await ask(tally().gallery.restore({ assetIds: [...assetIds] }));
  if (answer.kind === 'answered') galleryStore.getState().change(answer.value.assets);
  else tellProblem(sentenceOf(answer));
}

/** Copies a file out of the library, to where the person says. */
export async function saveCopy(assetId: string): Promise<void> {
  const answer = await ask(tally().gallery.saveCopy({ assetId, folder: null }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  const { path } = answer.value;
  if (path === null) return;
  toastStore.getState().tell({ severity: 'information', text: `Saved as ${path}`, action: null });
}

/** Puts a picture's settings, seed and all, back into the form. */
export function reuseSettings(job: Job): void {
  const { workspace } = workspaceStore.getState();
  if (workspace?.kind !== 'begun') return;
  draftStore.getState().reuse(job.request, workspace.card);
  screenStore.getState().show('create');
}

/** Puts a picture into the form of a clip, as what it begins with; nothing is made yet. */
export function makeClipFrom({ asset, job }: GalleryItem): void {
  const { workspace } = workspaceStore.getState();
  if (workspace?.kind !== 'begun') return;
  const { sha256, width, height } = asset;
  const first = { sha256, width, height };
  const { prompt } = job.request;
  const fields = { tool: 'video', clipStart: 'picture', first, last: null, prompt } as const;
  const { clipSize } = draftStore.getState();
  const fitting = clipSizeLike(first, clipSize);
  draftStore.getState().changeAndFit({ ...fields, clipSize: fitting }, workspace.card);
  screenStore.getState().show('create');
}

export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toastStore.getState().tell({ severity: 'information', text: `${what} copied.`, action: null });
  } catch {
    tellProblem(`${what} could not be copied; select the text and copy it by hand.`);
  }
}
