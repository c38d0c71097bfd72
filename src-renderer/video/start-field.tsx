import { GalleryHorizontalEnd, Image, Type } from 'lucide-react';
import { describeRefusal } from '../../src-shared/refusal';
import { problemAt } from '../create/current-draft';
import { draftStore } from '../stores/draft';
import { type ClipStart, clipStarts, type StartPicture } from '../stores/draft-fields';
import { useBegun } from '../stores/workspace';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';
import { PictureField } from '../ui/picture-field';
import { clipSizeLike } from './clip-shapes';

const names: Record<ClipStart, { readonly name: string; readonly icon: typeof Image }> = {
  words: { name: 'Words', icon: Type },
  picture: { name: 'A picture', icon: Image },
  pictures: { name: 'First and last', icon: GalleryHorizontalEnd },
};

/** What the clip is made from: words alone, one picture, or a first and a last one (B1: two tools of the card). */
export function StartField() {
  const { card } = useBegun();
  const start = draftStore((draft) => draft.clipStart);
  const choose = (id: string) => {
    const clipStart = clipStarts.find((candidate) => candidate === id);
    // A clip from a picture is another tool than one from words, with models and prices of its own.
    if (clipStart !== undefined) draftStore.getState().changeAndFit({ clipStart }, card);
  };
  return (
    <>
      <Field label="Made from">
        <Choices label="Made from" value={start} onChange={choose} className="flex gap-1">
          {clipStarts.map((id) => {
            const { name, icon: Icon } = names[id];
            return (
              <Choice
                key={id}
                value={id}
                className="flex flex-auto items-center justify-center gap-1.5 px-1.5 py-1.5 text-sm whitespace-nowrap"
              >
                <Icon size={14} aria-hidden className="shrink-0" />
                {name}
              </Choice>
            );
          })}
        </Choices>
      </Field>
      {start === 'words' ? null : <FirstField />}
      {start === 'pictures' ? <LastField /> : null}
    </>
  );
}

/**
 * What the main process said of a picture, or what a press found missing; before a press nobody has to be told that
 * nothing was chosen yet.
 */
function useProblem(field: 'first' | 'last'): string | null {
  const refusal = draftStore((draft) => draft.refusal);
  const chosen = draftStore((draft) => draft[field]);
  if (refusal?.code !== 'input-missing') return problemAt(refusal, field);
  return refusal.sha256 === chosen?.sha256 ? describeRefusal(refusal) : null;
}

function FirstField() {
  const first = draftStore((draft) => draft.first);
  const choose = (picture: StartPicture | null) => {
    const { change, clipSize } = draftStore.getState();
    // The clip takes the picture's own proportion, as near as there is one.
    const size = picture === null ? {} : { clipSize: clipSizeLike(picture, clipSize) };
    change({ first: picture, ...size });
  };
  return (
    <PictureField
      label="First picture"
      value={first}
      onChange={choose}
      problem={useProblem('first')}
    />
  );
}

function LastField() {
  const last = draftStore((draft) => draft.last);
  return (
    <PictureField
      label="Last picture"
      value={last}
      onChange={(picture) => draftStore.getState().change({ last: picture })}
      problem={useProblem('last')}
    />
  );
}
