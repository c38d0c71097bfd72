import { draftStore } from '../stores/draft';
import { RangeField } from '../ui/range-field';

/** How far the result may leave the picture, in per cent. */
export function StrengthField({ problem }: { problem: string | null }) {
  const strength = draftStore((draft) => draft.strength);
  return (
    <RangeField
      label="Strength"
      value={strength}
      onChange={(value) => draftStore.getState().change({ strength: value })}
      least={0}
      most={100}
      step={5}
      words={`${strength} %`}
      ends={['close to the picture', 'free']}
      problem={problem}
    />
  );
}
