import type { Rollover } from '../../../src-shared/billing/card/rate-card';
import type { DraftRollover } from '../card-draft';
import { Box, Faults, Options } from './fields';

const kinds: readonly { readonly id: Rollover['kind']; readonly name: string }[] = [
  { id: 'none', name: 'lapses' },
  { id: 'all', name: 'rolls over' },
  { id: 'capped', name: 'rolls over up to' },
  { id: 'cycles', name: 'rolls over for' },
];

type RolloverFieldsProps = {
  place: string;
  /** Whose credit it is, for the names of the fields. */
  name: string;
  rollover: DraftRollover;
  onChange: (rollover: DraftRollover) => void;
};

/** What becomes of credit that is left when its time is over (A8, B6). */
export function RolloverFields({ place, name, rollover, onChange }: RolloverFieldsProps) {
  const { kind, credits, cycles } = rollover;
  return (
    <div>
      <span className="flex flex-wrap items-center gap-2 text-sm">
        What is left
        <Options
          place={place}
          name={`What is left of ${name}`}
          value={kind}
          options={kinds}
          onChange={(next) => onChange({ ...rollover, kind: next })}
        />
        {kind === 'capped' ? (
          <>
            <Box
              place={`${place}.credits`}
              name={`Most credits of ${name} that roll over`}
              value={credits}
              onChange={(next) => onChange({ ...rollover, credits: next })}
              figures
              className="w-24"
            />
            credits
          </>
        ) : null}
        {kind === 'cycles' ? (
          <>
            <Box
              place={`${place}.cycles`}
              name={`How many more grants what is left of ${name} lasts`}
              value={cycles}
              onChange={(next) => onChange({ ...rollover, cycles: next })}
              figures
              className="w-16"
            />
            more grants
          </>
        ) : null}
      </span>
      <Faults at={place} named />
    </div>
  );
}
