import { useId } from 'react';
import { draftStore } from '../stores/draft';
import { mostSideOf } from '../stores/fit-draft';
import { useBegun } from '../stores/workspace';
import { Choice, Choices } from '../ui/choice';
import { Field, problemIdOf } from '../ui/field';
import { NumberField } from '../ui/number-field';
import { longSidesUpTo, type Shape, shapeOf, shapes, sizeOf } from './picture-shapes';

/** Shape and size of the picture, in pixels. */
export function SizeField({ problem }: { problem: string | null }) {
  const { card } = useBegun();
  const id = useId();
  const width = draftStore((draft) => draft.width);
  const height = draftStore((draft) => draft.height);
  const most = draftStore((draft) => mostSideOf(draft, card));
  const shape = shapeOf(width, height);
  const longSide = Math.max(width, height);
  const resize = (next: Shape, side: number) => draftStore.getState().change(sizeOf(next, side));
  const chooseShape = (name: string) => {
    const next = shapes.find((candidate) => candidate.name === name);
    if (next !== undefined) resize(next, Math.min(longSide, most));
  };
  return (
    <Field
      label="Size"
      controlId={`${id}-width`}
      problem={problem}
      aside={<PixelFields id={id} width={width} height={height} invalid={problem !== null} />}
    >
      <Choices
        label="Shape"
        value={shape?.name ?? ''}
        onChange={chooseShape}
        className="grid grid-cols-5 gap-1"
      >
        {shapes.map((candidate) => (
          <Choice
            key={candidate.name}
            value={candidate.name}
            className="flex flex-col items-center gap-1 px-0.5 pt-1.5 pb-1 text-xs"
          >
            <ShapeGlyph shape={candidate} />
            {candidate.name}
          </Choice>
        ))}
      </Choices>
      <Choices
        label="Longer side"
        value={shape === null ? '' : String(longSide)}
        onChange={(side) => resize(shape ?? squareOf(width, height), Number(side))}
        className="mt-1 flex gap-1"
      >
        {longSidesUpTo(most).map((side) => (
          <Choice
            key={side}
            value={String(side)}
            label={`${side} pixels`}
            className="flex-1 py-0.5 text-center text-xs"
          >
            {side}
          </Choice>
        ))}
      </Choices>
    </Field>
  );
}

/** A size of one's own keeps its proportion when its longer side is chosen. */
function squareOf(width: number, height: number): Shape {
  return { name: 'Own', across: width, down: height };
}

type PixelFieldsProps = { id: string; width: number; height: number; invalid: boolean };

function PixelFields({ id, width, height, invalid }: PixelFieldsProps) {
  const { change } = draftStore.getState();
  const describedBy = invalid ? problemIdOf(`${id}-width`) : undefined;
  const common = { invalid, describedBy, step: 8, className: 'h-7 w-15 text-sm' };
  return (
    <span className="flex items-center gap-1 text-muted">
      <NumberField
        {...common}
        id={`${id}-width`}
        label="Width in pixels"
        value={width}
        onChange={(next) => change({ width: next })}
      />
      ×
      <NumberField
        {...common}
        id={`${id}-height`}
        label="Height in pixels"
        value={height}
        onChange={(next) => change({ height: next })}
      />
      px
    </span>
  );
}

function ShapeGlyph({ shape }: { shape: Shape }) {
  const scale = 16 / Math.max(shape.across, shape.down);
  const [width, height] = [shape.across * scale, shape.down * scale];
  return (
    <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
      <rect
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx="1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
      />
    </svg>
  );
}
