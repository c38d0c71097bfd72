import { clipSizes } from '../../src-shared/jobs/clip-request';
import { draftStore } from '../stores/draft';
import { useBegun } from '../stores/workspace';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';
import { formatCount } from '../ui/figures';
import { changedSize, clipShapes, clipSizeOf, fitsModel, resolutions } from './clip-shapes';

/** Proportion and height of the clip; what the model can't do can't be chosen, and it is said why. */
export function ClipSizeField({ problem }: { problem: string | null }) {
  const { card } = useBegun();
  const chosen = draftStore((draft) => draft.clipSize);
  const modelId = draftStore((draft) => draft.model);
  const model = card.models.find(({ id }) => id === modelId);
  const most = model?.longestSide ?? 0;
  const size = clipSizeOf(chosen);
  const choose = (change: { ratio?: string; name?: string }) =>
    draftStore.getState().change({ clipSize: changedSize(chosen, change) });
  const isPossible = (name: string) => fitsModel(clipSizeOf(changedSize(chosen, { name })), most);
  const impossible = resolutions.filter((name) => !isPossible(name));
  const able = card.models.find(
    ({ tools, longestSide }) =>
      model?.tools.some((tool) => tools.includes(tool)) === true &&
      clipSizes.every((each) => fitsModel(each, longestSide)),
  );
  return (
    <Field
      label="Size"
      problem={problem}
      aside={
        <span className="text-xs text-muted">
          {formatCount(size.width)} × {formatCount(size.height)} px
        </span>
      }
    >
      <Choices
        label="Shape"
        value={size.ratio}
        onChange={(ratio) => choose({ ratio })}
        className="grid grid-cols-3 gap-1"
      >
        {clipShapes.map(({ ratio, name }) => (
          <Choice
            key={ratio}
            value={ratio}
            className="flex items-center justify-center gap-1.5 px-1 py-1 text-xs"
          >
            <ShapeGlyph ratio={ratio} />
            {name} <span className="text-muted">{ratio}</span>
          </Choice>
        ))}
      </Choices>
      <Choices
        label="Resolution"
        value={size.name}
        onChange={(name) => choose({ name })}
        className="mt-1 grid grid-cols-2 gap-1"
      >
        {resolutions.map((name) => (
          <Choice
            key={name}
            value={name}
            disabled={!isPossible(name)}
            className="py-0.5 text-center text-xs"
          >
            {name}
          </Choice>
        ))}
      </Choices>
      {impossible.length === 0 || model === undefined ? null : (
        <p className="mt-1 text-xs text-muted">
          {model.name} makes clips up to {formatCount(most)} px, so {impossible.join(' and ')} can’t
          be chosen{able === undefined ? '' : `; ${able.name} can`}.
        </p>
      )}
    </Field>
  );
}

function ShapeGlyph({ ratio }: { ratio: string }) {
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  const scale = 14 / Math.max(across, down);
  const [width, height] = [across * scale, down * scale];
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
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
