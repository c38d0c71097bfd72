import { type ClipFormat, clipFormats } from '../../src-shared/jobs/clip-request';
import { draftStore } from '../stores/draft';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';

const words: Record<ClipFormat, { readonly name: string; readonly fitsFor: string }> = {
  mp4: { name: 'MP4', fitsFor: 'plays everywhere' },
  webm: { name: 'WebM', fitsFor: 'open, for the web' },
};

/** The kind of file. */
export function FormatField() {
  const chosen = draftStore((draft) => draft.format);
  const choose = (value: string) => {
    const format = clipFormats.find((candidate) => candidate === value);
    if (format !== undefined) draftStore.getState().change({ format });
  };
  return (
    <Field label="File">
      <Choices label="File" value={chosen} onChange={choose} className="grid grid-cols-2 gap-1">
        {clipFormats.map((format) => (
          <Choice key={format} value={format} className="px-2.5 py-1 text-left">
            <span className="font-medium">{words[format].name}</span>
            <span className="block text-xs text-muted">{words[format].fitsFor}</span>
          </Choice>
        ))}
      </Choices>
    </Field>
  );
}
