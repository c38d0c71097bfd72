import {
  Brush,
  CircleSlash2,
  Contrast,
  Eraser,
  Maximize,
  Redo2,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { StartPicture } from '../stores/draft-fields';
import { IconButton } from '../ui/button';
import { Choice, Choices } from '../ui/choice';
import { workOnMask } from './keep-mask';
import { maskStore, sheetOf } from './mask-store';
import { addStep, brushes, redoStep, undoStep } from './mask-work';

type Zoom = {
  /** Of the picture's own pixels. */
  readonly percent: number;
  readonly isLeast: boolean;
  readonly isMost: boolean;
  readonly by: (steps: 1 | -1) => void;
  readonly fit: () => void;
};

/** The brush, and everything else that can be done to a mask. */
export function MaskToolbar({ source, zoom }: { source: StartPicture; zoom: Zoom }) {
  const { work } = maskStore((store) => sheetOf(store.sheets, source.sha256));
  const change = (next: typeof work) => workOnMask(source, next);
  return (
    <fieldset className="flex flex-wrap items-center gap-x-2 gap-y-1 px-5 pt-3">
      <legend className="sr-only">Mask</legend>
      <BrushChoice />
      <BrushSize />
      <span className="flex">
        <IconButton
          label="Undo the last stroke"
          disabled={work.steps.length === 0}
          onClick={() => change(undoStep(work))}
        >
          <Undo2 size={15} aria-hidden />
        </IconButton>
        <IconButton
          label="Redo"
          disabled={work.undone.length === 0}
          onClick={() => change(redoStep(work))}
        >
          <Redo2 size={15} aria-hidden />
        </IconButton>
        <IconButton
          label="Invert the mask"
          onClick={() => change(addStep(work, { kind: 'invert' }))}
        >
          <Contrast size={15} aria-hidden />
        </IconButton>
        <IconButton label="Clear the mask" onClick={() => change(addStep(work, { kind: 'clear' }))}>
          <CircleSlash2 size={15} aria-hidden />
        </IconButton>
      </span>
      <span className="flex items-center">
        <IconButton label="Smaller view" disabled={zoom.isLeast} onClick={() => zoom.by(-1)}>
          <ZoomOut size={15} aria-hidden />
        </IconButton>
        <span className="w-11 text-center text-xs text-muted">{zoom.percent} %</span>
        <IconButton label="Larger view" disabled={zoom.isMost} onClick={() => zoom.by(1)}>
          <ZoomIn size={15} aria-hidden />
        </IconButton>
        <IconButton label="Fit the view" disabled={zoom.isLeast} onClick={zoom.fit}>
          <Maximize size={15} aria-hidden />
        </IconButton>
      </span>
    </fieldset>
  );
}

function BrushChoice() {
  const erases = maskStore((store) => store.erases);
  return (
    <Choices
      label="Brush"
      value={erases ? 'erase' : 'paint'}
      onChange={(id) => maskStore.getState().setErases(id === 'erase')}
      className="flex gap-1"
    >
      <Choice
        value="paint"
        title="Paint (E)"
        className="flex h-8 items-center gap-1.5 px-2.5 text-sm"
      >
        <Brush size={14} aria-hidden />
        <span className="max-[1100px]:sr-only">Paint</span>
      </Choice>
      <Choice
        value="erase"
        title="Erase (E)"
        className="flex h-8 items-center gap-1.5 px-2.5 text-sm"
      >
        <Eraser size={14} aria-hidden />
        <span className="max-[1100px]:sr-only">Erase</span>
      </Choice>
    </Choices>
  );
}

/** The brush's diameter; small ones differ more than large ones. */
function BrushSize() {
  const brush = maskStore((store) => store.brush);
  return (
    <label className="flex items-center gap-2 text-sm">
      <span className="sr-only">Brush size</span>
      <input
        type="range"
        min={Math.log(brushes.least)}
        max={Math.log(brushes.most)}
        step="any"
        value={Math.log(brush)}
        aria-valuetext={`${brush} pixels`}
        onChange={(event) =>
          maskStore.getState().setBrush(Math.round(Math.exp(Number(event.target.value))))
        }
        className="w-20"
      />
      <span className="w-13 text-xs text-muted">{brush} px</span>
    </label>
  );
}
