import { ArrowLeft } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Quality } from '../../src-shared/billing/card/rate-card';
import { transitions } from '../../src-shared/jobs/assembly-request';
import { clipFormats, clipSizes } from '../../src-shared/jobs/clip-request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import { longestTopic } from '../../src-shared/storyboard/board';
import { changeScenes } from '../../src-shared/storyboard/edit-board';
import { priceScene } from '../../src-shared/storyboard/price-board';
import { qualityOf, visualQualities } from '../../src-shared/storyboard/visual-request';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { edit } from './keep-board';
import { priceWords, qualityNames } from './quality-words';
import { closeBoard } from './storyboard-actions';
import { storyboardStore } from './storyboard-store';
import { useBoard } from './use-board';

/** What holds for the whole film: its title, its size, and what every scene can be set to at once. */
export function BoardPanel() {
  const board = useBoard();
  const kept = storyboardStore((store) => store.kept);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto px-4 py-3">
      <div className="flex items-center justify-between gap-2">
        <Button look="plain" onClick={() => void closeBoard()} className="-ml-2">
          <ArrowLeft size={15} aria-hidden />
          All storyboards
        </Button>
        <span className="text-xs text-muted">{kept ? 'Saved' : 'Saving…'}</span>
      </div>
      <TitleField />
      <QualityForAll />
      <div className="grid grid-cols-2 gap-x-3 gap-y-3.5">
        <SelectField
          label="Style"
          value={shared(board.scenes.map(({ style }) => style))}
          options={sketchStyles}
          onChange={(style) => edit((each) => changeScenes(each, { style }))}
        />
        <SelectField
          label="Transitions"
          value={shared(board.scenes.map(({ transition }) => transition))}
          options={transitions}
          onChange={(transition) => edit((each) => changeScenes(each, { transition }))}
        />
        <SelectField
          label="Size"
          value={board.size}
          options={clipSizes.map((size) => ({ id: size.id, name: `${size.name} ${size.ratio}` }))}
          onChange={(size) => edit((each) => ({ ...each, size }))}
        />
        <SelectField
          label="File"
          value={board.format}
          options={clipFormats.map((format) => ({ id: format, name: format.toUpperCase() }))}
          onChange={(format) => edit((each) => ({ ...each, format }))}
        />
      </div>
      <CaptionsTick />
    </div>
  );
}

/** The title, which has the focus when a board is opened. */
function TitleField() {
  const board = useBoard();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another board is opened
  useEffect(() => field.current?.focus(), [board.id]);
  return (
    <Field label="Title" controlId={id}>
      <input
        ref={field}
        id={id}
        type="text"
        dir="auto"
        value={board.title}
        maxLength={longestTopic}
        onChange={({ target }) => edit((each) => ({ ...each, title: target.value }))}
        className="h-8 w-full rounded-md border border-edge/60 bg-paper px-2"
      />
    </Field>
  );
}

/** Whether captions are painted into the film. */
function CaptionsTick() {
  const { burnCaptions } = useBoard();
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        checked={burnCaptions}
        onChange={({ target }) => edit((each) => ({ ...each, burnCaptions: target.checked }))}
        className="mt-0.5 size-4"
      />
      <span>
        Captions in the picture
        <span className="block text-xs text-muted">
          Saved beside the film as SRT and VTT in any case.
        </span>
      </span>
    </label>
  );
}

/** The quality of every scene at once; a card that has only one leaves nothing to choose. */
function QualityForAll() {
  const board = useBoard();
  const { card } = useBegun();
  const [first] = board.scenes;
  const offered = visualQualities(card, board.source);
  if (first === undefined || offered.length < 2) return null;
  const chosen = shared(board.scenes.map((scene) => qualityOf(card, board.source, scene)));
  const priceOf = (quality: Quality) => priceScene(card, board, { ...first, quality });
  const choose = (value: string) => {
    const quality = offered.find((each) => each === value);
    if (quality !== undefined) edit((each) => changeScenes(each, { quality }));
  };
  return (
    <Field
      label="Pictures of all scenes"
      aside={chosen === null ? <span className="text-xs text-muted">mixed</span> : null}
    >
      <Choices
        label="Pictures of all scenes"
        value={chosen ?? ''}
        onChange={choose}
        className="grid grid-cols-2 gap-1"
      >
        {offered.map((quality) => (
          <Choice key={quality} value={quality} className="px-2.5 py-1.5 text-left">
            <span className="block font-medium">{qualityNames[quality]}</span>
            <span className="block text-xs text-muted">{priceWords(priceOf(quality))} each</span>
          </Choice>
        ))}
      </Choices>
    </Field>
  );
}

type SelectFieldProps<Id extends string> = {
  label: string;
  /** Null where the scenes differ. */
  value: Id | null;
  options: readonly { readonly id: Id; readonly name: string }[];
  onChange: (id: Id) => void;
};

function SelectField<Id extends string>(props: SelectFieldProps<Id>) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <Field label={label} controlId={id}>
      <Select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => {
          const option = options.find((each) => each.id === target.value);
          if (option !== undefined) onChange(option.id);
        }}
        className="w-full"
      >
        {value === null ? <option value="">Mixed</option> : null}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What all have; null where they differ. */
function shared<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
