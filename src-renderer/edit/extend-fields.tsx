import { useId } from 'react';
import { draftStore } from '../stores/draft';
import type { Margins, StartPicture } from '../stores/draft-fields';
import { Button } from '../ui/button';
import { Field, problemIdOf } from '../ui/field';
import { NumberField } from '../ui/number-field';
import { framedSize, marginsAround, marginsToRatio, type Side } from './frame-geometry';
import { useLongestSide } from './longest-side';

const sides: readonly { readonly side: Side; readonly name: string }[] = [
  { side: 'left', name: 'Left' },
  { side: 'top', name: 'Top' },
  { side: 'right', name: 'Right' },
  { side: 'bottom', name: 'Bottom' },
];

type Preset = {
  readonly name: string;
  readonly margins: (source: StartPicture, most: number) => Margins | null;
};

function toRatio(across: number, down: number): Preset {
  return {
    name: `to ${across}:${down}`,
    margins: (source, most) => marginsToRatio(source, { across, down }, most),
  };
}

const presets: readonly Preset[] = [
  toRatio(16, 9),
  toRatio(3, 2),
  toRatio(1, 1),
  toRatio(2, 3),
  toRatio(9, 16),
  { name: '25 % around', margins: (source, most) => marginsAround(source, 0.25, most) },
];

/** How much canvas comes on which side, in pixels. */
export function ExtendFields({ problem }: { problem: string | null }) {
  const id = useId();
  const source = draftStore((draft) => draft.source);
  const margins = draftStore((draft) => draft.margins);
  const most = useLongestSide();
  const change = (next: Margins) => draftStore.getState().change({ margins: next });
  const size = source === null ? null : framedSize(source, margins);
  return (
    <Field
      label="New canvas"
      controlId={`${id}-left`}
      problem={problem}
      aside={
        size === null ? null : (
          <output className="text-muted">
            {size.width} × {size.height} px
          </output>
        )
      }
    >
      <div className="grid grid-cols-4 gap-1">
        {sides.map(({ side, name }) => (
          <label key={side} htmlFor={`${id}-${side}`} className="text-xs text-muted">
            {name}
            <NumberField
              id={`${id}-${side}`}
              label={`${name} margin in pixels`}
              value={margins[side]}
              step={8}
              invalid={problem !== null}
              describedBy={problem === null ? undefined : problemIdOf(`${id}-left`)}
              onChange={(value) => change({ ...margins, [side]: value })}
              className="w-full text-sm text-ink"
            />
          </label>
        ))}
      </div>
      {source === null ? null : (
        <fieldset className="mt-1.5 flex flex-wrap gap-1">
          <legend className="sr-only">Usual canvases</legend>
          {presets.map((preset) => (
            <PresetButton
              key={preset.name}
              name={preset.name}
              margins={preset.margins(source, most)}
              onTake={change}
            />
          ))}
        </fieldset>
      )}
    </Field>
  );
}

type PresetButtonProps = {
  name: string;
  margins: Margins | null;
  onTake: (margins: Margins) => void;
};

/** Sets all four margins; it rests where the picture is so already, or the model can't make it. */
function PresetButton({ name, margins, onTake }: PresetButtonProps) {
  return (
    <Button
      className="h-7 px-2"
      disabled={margins === null}
      title={margins === null ? 'It is so already, or too large for this model' : undefined}
      onClick={() => (margins === null ? undefined : onTake(margins))}
    >
      {name}
    </Button>
  );
}
