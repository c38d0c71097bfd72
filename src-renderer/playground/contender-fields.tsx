import { Plus, X } from 'lucide-react';
import { modelsFor, type Quote } from '../../src-shared/billing/card/quote';
import { qualities } from '../../src-shared/billing/card/rate-card';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import { draftStore } from '../stores/draft';
import { type Contender, leastContenders, mostContenders } from '../stores/draft-fields';
import { nextContender } from '../stores/fit-contenders';
import { useBegun } from '../stores/workspace';
import { Button, IconButton } from '../ui/button';
import { Field } from '../ui/field';
import { formatCount, formatCredits } from '../ui/figures';
import { Select } from '../ui/select';
import { letterOf } from './letters';

type ContenderFieldsProps = { problem: string | null; quotes: readonly Quote[] };

/** Those that are compared: model, quality and style of each, with what it costs. */
export function ContenderFields({ problem, quotes }: ContenderFieldsProps) {
  const { card } = useBegun();
  const draft = draftStore();
  const { contenders } = draft;
  const set = (next: readonly Contender[]) => draft.changeAndFit({ contenders: next }, card);
  const change = (place: number, parts: Partial<Contender>) =>
    set(contenders.map((each, index) => (index === place ? { ...each, ...parts } : each)));
  const further = contenders.length < mostContenders ? nextContender(draft, card) : null;
  const lines = contenders.map((contender, place) => ({ contender, letter: letterOf(place) }));
  return (
    <Field
      label="Side by side"
      problem={problem}
      aside={
        <span className="text-xs text-muted">
          {formatCount(contenders.length)} of at most {mostContenders}
        </span>
      }
    >
      <ul aria-label="Contenders" className="flex flex-col gap-1.5">
        {lines.map(({ contender, letter }, place) => (
          <li key={letter}>
            <ContenderCard
              contender={contender}
              letter={letter}
              price={quotes[place]?.total ?? null}
              onChange={(parts) => change(place, parts)}
              onRemove={
                contenders.length > leastContenders
                  ? () => set(contenders.filter((_, index) => index !== place))
                  : null
              }
            />
          </li>
        ))}
      </ul>
      {further === null ? null : (
        <Button className="mt-1.5 w-full" onClick={() => set([...contenders, further])}>
          <Plus size={14} aria-hidden />
          Add another
        </Button>
      )}
    </Field>
  );
}

type ContenderCardProps = {
  contender: Contender;
  letter: string;
  /** Credits; null while the form has no price. */
  price: number | null;
  onChange: (parts: Partial<Contender>) => void;
  /** Null where two are left. */
  onRemove: (() => void) | null;
};

function ContenderCard({ contender, letter, price, onChange, onRemove }: ContenderCardProps) {
  const { card } = useBegun();
  const models = modelsFor(card, 'image');
  const { model, quality, style } = contender;
  const supported = models.find(({ id }) => id === model)?.qualities ?? [];
  const changeQuality = (value: string) => {
    const next = qualities.find((each) => each === value);
    if (next !== undefined) onChange({ quality: next });
  };
  return (
    <fieldset className="rounded-md border border-edge/50 bg-paper p-2">
      <legend className="sr-only">Contender {letter}</legend>
      <div className="mb-1.5 flex items-center justify-between gap-2 text-sm">
        <span className="font-semibold" aria-hidden>
          {letter}
        </span>
        <span className="ml-auto text-xs text-muted">
          {price === null ? '' : formatCredits(price)}
        </span>
        {onRemove === null ? null : (
          <IconButton label={`Take ${letter} out`} className="-my-1.5 -mr-1" onClick={onRemove}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="grid grid-cols-[1.2fr_1fr_1.2fr] gap-1">
        <Select
          aria-label={`Model of ${letter}`}
          value={model}
          onChange={(event) => onChange({ model: event.target.value })}
        >
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          aria-label={`Quality of ${letter}`}
          value={quality}
          onChange={(event) => changeQuality(event.target.value)}
        >
          {supported.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
        <Select
          aria-label={`Style of ${letter}`}
          value={style}
          onChange={(event) => onChange({ style: event.target.value })}
        >
          {sketchStyles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
    </fieldset>
  );
}
