import { useId } from 'react';
import { longestCaption, longestScene, transitions } from '../../src-shared/jobs/assembly-request';
import { longestPrompt } from '../../src-shared/jobs/look';
import type { Scene } from '../../src-shared/storyboard/board';
import { changeScene } from '../../src-shared/storyboard/edit-board';
import { secondsToRead } from '../../src-shared/storyboard/reading-time';
import { NumberField } from '../ui/number-field';
import { Select } from '../ui/select';
import { edit } from './keep-board';

/** What a scene says and shows, for how long, and how it gives way to the next. */
export function SceneFields({ scene, place }: { scene: Scene; place: number }) {
  const { id, caption, prompt } = scene;
  const number = place + 1;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <Words
        label="Caption"
        name={`Caption of scene ${number}`}
        value={caption}
        most={longestCaption}
        onChange={(text) => edit((board) => changeScene(board, id, { caption: text }))}
      />
      <Words
        label="Shows"
        name={`What scene ${number} shows`}
        value={prompt}
        most={longestPrompt}
        onChange={(text) => edit((board) => changeScene(board, id, { prompt: text }))}
      />
      <Timing scene={scene} number={number} />
    </div>
  );
}

type WordsProps = {
  label: string;
  name: string;
  value: string;
  most: number;
  onChange: (text: string) => void;
};

function Words({ label, name, value, most, onChange }: WordsProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <textarea
        id={id}
        aria-label={name}
        dir="auto"
        rows={2}
        value={value}
        maxLength={most}
        onChange={({ target }) => onChange(target.value)}
        className="block w-full resize-y rounded-md border border-edge/60 bg-paper px-2 py-1"
      />
    </div>
  );
}

function Timing({ scene, number }: { scene: Scene; number: number }) {
  const id = useId();
  const { seconds, transition, caption } = scene;
  const needed = secondsToRead(caption);
  const change = (value: number) => {
    const whole = Math.min(longestScene, Math.max(1, Math.round(value)));
    edit((board) => changeScene(board, scene.id, { seconds: whole }));
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="flex items-center gap-1.5">
        <NumberField
          id={id}
          label={`Seconds of scene ${number}`}
          value={seconds}
          onChange={change}
          className="h-8 w-13"
        />
        s
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="text-muted">
          then
        </span>
        <Select
          aria-label={`Transition after scene ${number}`}
          value={transition}
          onChange={({ target }) => {
            const chosen = transitions.find((each) => each.id === target.value);
            if (chosen === undefined) return;
            edit((board) => changeScene(board, scene.id, { transition: chosen.id }));
          }}
        >
          {transitions.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      </span>
      {seconds < needed ? (
        <button
          type="button"
          onClick={() => change(needed)}
          className="rounded-sm text-xs text-caution underline decoration-edge underline-offset-2"
        >
          The caption takes {needed} s to read: use {needed} s
        </button>
      ) : null}
    </div>
  );
}
