import { Undo2 } from 'lucide-react';
import { draftStore } from '../stores/draft';
import { Button } from '../ui/button';
import { PictureField } from '../ui/picture-field';
import { backToFormer, changeSource, trailStore } from './edit-source';

/** The picture that is edited, and the way back to the one before. */
export function SourceField({ problem }: { problem: string | null }) {
  const source = draftStore((draft) => draft.source);
  const hasFormer = trailStore((trail) => trail.former.length > 0);
  return (
    <div>
      <PictureField label="Picture" value={source} onChange={changeSource} problem={problem} />
      {hasFormer ? (
        <Button look="plain" className="mt-1 -ml-2 px-2" onClick={backToFormer}>
          <Undo2 size={14} aria-hidden />
          Back to the picture before
        </Button>
      ) : null}
    </div>
  );
}
