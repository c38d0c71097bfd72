import { useMemo, useState } from 'react';
import { assertNever } from '../../src-shared/assert-never';
import { Stage } from '../create/stage';
import { draftStore } from '../stores/draft';
import type { StartPicture } from '../stores/draft-fields';
import { jobsOfBatch, queueStore } from '../stores/queue';
import { Choice, Choices } from '../ui/choice';
import { changeSource } from './edit-source';
import { EmptyStage } from './empty-stage';
import { FrameView } from './frame-view';
import { MaskView } from './mask-view';
import { editJobOf, ResultView } from './result-view';
import { SourceView } from './source-view';
import { DropVeil, useWindowFiles } from './window-files';

type View = 'picture' | 'result';

/** The picture that is edited, to paint on it and draw its frame; and what came of it, beside the former one. */
export function EditStage() {
  const source = draftStore((draft) => draft.source);
  const { over, busy, failure, take } = useWindowFiles(changeSource);
  const jobs = queueStore((store) => store.jobs);
  const shown = queueStore((store) => store.shownBatch);
  const batch = useMemo(() => jobsOfBatch(jobs, shown), [jobs, shown]);
  const isMadeOfIt = source !== null && editJobOf(batch[0])?.request.source === source.sha256;
  const [view, setView] = useView(shown, isMadeOfIt ? 'result' : 'picture');
  const first = batch[0];
  return (
    <section aria-label="Picture and result" className="relative flex min-w-0 flex-1 flex-col">
      {first === undefined || source === null ? null : (
        <ViewChoice view={view} onChange={setView} />
      )}
      {failure === null ? null : (
        <p
          role="alert"
          className="mx-5 mt-3 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger"
        >
          {failure}
        </p>
      )}
      {first !== undefined && view === 'result' ? (
        editJobOf(first) === null ? (
          <Stage />
        ) : (
          <ResultView key={shown} batch={batch} />
        )
      ) : source === null ? (
        <EmptyStage busy={busy} onFile={take} />
      ) : (
        <Picture key={source.sha256} source={source} />
      )}
      <DropVeil over={over} busy={busy && source !== null} />
    </section>
  );
}

/** A new batch shows itself; another picture, or another thing to do with it, shows the picture. */
function useView(shown: string | null, first: View): [View, (view: View) => void] {
  const source = draftStore((draft) => draft.source?.sha256);
  const edit = draftStore((draft) => draft.edit);
  const [view, setView] = useState<View>(first);
  const [seen, setSeen] = useState({ shown, source, edit });
  if (seen.shown !== shown || seen.source !== source || seen.edit !== edit) {
    setSeen({ shown, source, edit });
    setView(seen.shown === shown ? 'picture' : 'result');
  }
  return [view, setView];
}

type ViewChoiceProps = { view: View; onChange: (view: View) => void };

function ViewChoice({ view, onChange }: ViewChoiceProps) {
  return (
    <Choices
      label="What is shown"
      value={view}
      onChange={(id) => onChange(id === 'result' ? 'result' : 'picture')}
      className="flex gap-1 px-5 pt-3"
    >
      <Choice value="picture" className="h-7 px-3 text-sm">
        Picture
      </Choice>
      <Choice value="result" className="h-7 px-3 text-sm">
        Result
      </Choice>
    </Choices>
  );
}

/** The picture, with whatever one draws on it for what is to be done. */
function Picture({ source }: { source: StartPicture }) {
  const edit = draftStore((draft) => draft.edit);
  switch (edit) {
    case 'restyle':
    case 'vary':
    case 'enlarge':
      return <SourceView source={source} />;
    case 'inside':
      return <MaskView source={source} />;
    case 'extend':
      return <FrameView source={source} />;
    default:
      return assertNever(edit);
  }
}
