import { Scaling } from 'lucide-react';
import { useState } from 'react';
import { inputAddress } from '../../src-shared/contract/media-address';
import { type BringInOutcome, bringIn } from '../app/bring-in';
import { draftStore } from '../stores/draft';
import type { StartPicture } from '../stores/draft-fields';
import { tellProblem } from '../stores/toasts';
import { Button } from '../ui/button';
import { changeSource } from './edit-source';
import { loadPicture } from './load-picture';
import { useLongestSide } from './longest-side';
import { type WorkableCopy, workableCopy } from './workable-size';

/** Says that the model can't make a picture of this size, and offers to work on a copy that it can make. */
export function SizeRemedy({ problem }: { problem: string | null }) {
  const source = draftStore((draft) => draft.source);
  const edit = draftStore((draft) => draft.edit);
  const margins = draftStore((draft) => draft.margins);
  const most = useLongestSide();
  const [busy, setBusy] = useState(false);
  if (problem === null || source === null) return null;
  const copy = workableCopy(source, edit, margins, most);
  const take = async (chosen: WorkableCopy) => {
    setBusy(true);
    const outcome = await copyAt(source, chosen);
    setBusy(false);
    if (outcome.kind === 'refused') return tellProblem(outcome.problem);
    changeSource(outcome.picture);
    if (edit === 'extend') draftStore.getState().change({ margins: chosen.margins });
  };
  return (
    <div className="flex flex-col items-start gap-1.5 text-sm">
      <p className="text-danger">{problem}</p>
      {copy === null ? null : (
        <Button disabled={busy} onClick={() => void take(copy)}>
          <Scaling size={14} aria-hidden />
          {busy ? 'Making the copy…' : `Work on a copy of ${copy.width} × ${copy.height} px`}
        </Button>
      )}
    </div>
  );
}

/** A copy of a picture in another size, brought into the workspace; the picture itself stays. */
async function copyAt(
  { sha256 }: StartPicture,
  { width, height }: WorkableCopy,
): Promise<BringInOutcome> {
  const picture = await loadPicture(inputAddress(sha256));
  if (picture === null) {
    return { kind: 'refused', problem: 'The file of this picture is missing; choose another one.' };
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no drawing context for a copy');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return bringIn(await canvas.convertToBlob({ type: 'image/png' }));
}
