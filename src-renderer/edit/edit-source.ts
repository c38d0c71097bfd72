import { create } from 'zustand';
import type { Asset } from '../../src-shared/jobs/asset';
import { draftStore } from '../stores/draft';
import type { StartPicture } from '../stores/draft-fields';
import { screenStore } from '../stores/screen';
import { workspaceStore } from '../stores/workspace';

type TrailStore = {
  /** The pictures that were edited before this one, oldest first. */
  readonly former: readonly StartPicture[];
};

/** The way back from a picture to those that it was made of. */
export const trailStore = create<TrailStore>()(() => ({ former: [] }));

/** Makes another picture the one that is edited; the former one can be come back to. */
export function changeSource(source: StartPicture | null): void {
  const { source: before, change } = draftStore.getState();
  if (before?.sha256 === source?.sha256) return;
  if (before !== null) trailStore.setState(({ former }) => ({ former: [...former, before] }));
  change({ source, mask: null });
}

/** Back to the picture that was edited before. */
export function backToFormer(): void {
  const { former } = trailStore.getState();
  const source = former.at(-1);
  if (source === undefined) return;
  trailStore.setState({ former: former.slice(0, -1) });
  draftStore.getState().change({ source, mask: null });
}

/** Opens a delivered picture in the Edit tool. */
export function editAsset({ sha256, width, height }: Asset): void {
  const { workspace } = workspaceStore.getState();
  if (workspace?.kind !== 'begun') return;
  changeSource({ sha256, width, height });
  draftStore.getState().changeAndFit({ tool: 'edit' }, workspace.card);
  screenStore.getState().show('create');
}

/** Corrects the size of the picture in the form where it is told by the picture itself. */
export function correctSize(sha256: string, width: number, height: number): void {
  const { source, change } = draftStore.getState();
  if (source?.sha256 !== sha256 || (source.width === width && source.height === height)) return;
  change({ source: { sha256, width, height } });
}
