import { FileUp, ImageOff, Images, X } from 'lucide-react';
import {
  type ClipboardEvent,
  type DragEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { inputAddress } from '../../src-shared/contract/media-address';
import { fileIn, pictureTypes } from '../app/bring-in';
import { useBringIn } from '../app/use-bring-in';
import { PicturePicker } from '../gallery/picture-picker';
import type { StartPicture } from '../stores/draft-fields';
import { Button, IconButton } from './button';
import { Field, problemIdOf } from './field';

type PictureFieldProps = {
  label: string;
  value: StartPicture | null;
  onChange: (picture: StartPicture | null) => void;
  problem: string | null;
  /** What an empty field asks for. */
  hint?: string;
};

/**
 * A picture to start from: a file dropped, pasted or chosen, or one of the gallery. A file that is no picture leaves
 * what was chosen before, and says so.
 */
export function PictureField({ label, value, onChange, problem, hint }: PictureFieldProps) {
  const id = useId();
  const { busy, failure, take, forget } = useBringIn(onChange);
  const [picking, setPicking] = useState(false);
  const said = failure ?? problem;
  const choose = (picture: StartPicture | null) => {
    forget();
    onChange(picture);
  };
  return (
    <Field
      label={label}
      controlId={id}
      problem={said}
      aside={
        value === null ? null : (
          <span className="text-xs text-muted">
            {value.width} × {value.height} px
          </span>
        )
      }
    >
      <DropPlace label={label} onFile={take} invalid={said !== null}>
        <Shown key={value?.sha256 ?? ''} value={value} busy={busy} hint={hint} />
        <span className="flex min-w-0 flex-1 flex-wrap gap-1">
          <FileButton
            id={id}
            label={label}
            describedBy={said === null ? undefined : problemIdOf(id)}
            onFile={take}
          />
          <Button onClick={() => setPicking(true)} aria-haspopup="dialog">
            <Images size={14} aria-hidden />
            Gallery…
          </Button>
        </span>
        {value === null ? null : (
          <IconButton label={`Remove ${label.toLowerCase()}`} onClick={() => choose(null)}>
            <X size={15} aria-hidden />
          </IconButton>
        )}
      </DropPlace>
      <p role="status" className="sr-only">
        {busy ? 'The picture is being read.' : ''}
      </p>
      <PicturePicker
        title={label}
        open={picking}
        onClose={() => setPicking(false)}
        onPick={choose}
      />
    </Field>
  );
}

type DropPlaceProps = {
  label: string;
  onFile: (file: File) => void;
  invalid: boolean;
  children: ReactNode;
};

/** Takes files that are dropped on it, and those that are pasted while the focus is inside. */
function DropPlace({ label, onFile, invalid, children }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    // The screen around it may take dropped files too.
    event.stopPropagation();
    setOver(false);
    const file = fileIn(event.dataTransfer);
    if (file !== null) onFile(file);
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = fileIn(event.clipboardData);
    if (file === null) return;
    event.preventDefault();
    event.stopPropagation();
    onFile(file);
  };
  const look = over
    ? 'border-accent bg-accent-soft'
    : invalid
      ? 'border-danger'
      : 'border-edge/60 bg-paper';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row everywhere
    <div
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onPaste={onPaste}
      className={`flex items-center gap-2 rounded-md border border-dashed p-1.5 ${look}`}
    >
      {children}
    </div>
  );
}

type ShownProps = { value: StartPicture | null; busy: boolean; hint: string | undefined };

/** The chosen picture, small; where its file is gone, the sign of that. */
function Shown({ value, busy, hint = 'Drop a picture' }: ShownProps) {
  const [missing, setMissing] = useState(false);
  const frame = 'flex size-14 shrink-0 items-center justify-center overflow-hidden rounded-sm';
  if (busy) {
    return <span className={`${frame} animate-breathe bg-well text-xs text-muted`}>Reading…</span>;
  }
  if (value === null) {
    return (
      <span className={`${frame} bg-well p-1 text-center text-xs leading-tight text-muted`}>
        {hint}
      </span>
    );
  }
  if (missing) {
    return (
      <span className={`${frame} bg-well text-muted`}>
        <ImageOff size={18} aria-hidden />
        <span className="sr-only">The file is missing</span>
      </span>
    );
  }
  return (
    <span className={frame}>
      <img
        src={inputAddress(value.sha256)}
        alt="Chosen"
        draggable={false}
        onError={() => setMissing(true)}
        className="size-full bg-well object-contain"
      />
    </span>
  );
}

type FileButtonProps = {
  id: string;
  label: string;
  describedBy: string | undefined;
  onFile: (file: File) => void;
};

function FileButton({ id, label, describedBy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={pictureTypes}
        aria-label={`File for ${label.toLowerCase()}`}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen again once it was mended.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button id={id} aria-describedby={describedBy} onClick={() => input.current?.click()}>
        <FileUp size={14} aria-hidden />
        File…
      </Button>
    </>
  );
}
