import type { KeyboardEvent } from 'react';
import type { Clip } from './use-clip';

/** Steps of the slider, in seconds: fine enough for any frame. */
const fine = 0.01;
const coarse = 1;

/**
 * Where a clip stands, as a slider: arrow keys go a frame, Page keys a second, Home and End to its ends. Commas and
 * full stops step a frame anywhere in the player.
 */
export function ClipScrubber({ clip }: { clip: Clip }) {
  const { time, length, broken } = clip;
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => clip.step(-1),
    ArrowDown: () => clip.step(-1),
    ArrowRight: () => clip.step(1),
    ArrowUp: () => clip.step(1),
    PageDown: () => clip.seek(time - coarse),
    PageUp: () => clip.seek(time + coarse),
    Home: () => clip.seek(0),
    End: () => clip.seek(length),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    // What lies around the player has arrow keys of its own.
    event.stopPropagation();
    move();
  };
  return (
    <>
      <input
        type="range"
        aria-label="Place in the clip"
        aria-valuetext={`${timeWords(time)} of ${timeWords(length)}`}
        min={0}
        max={length}
        step={fine}
        value={time}
        disabled={broken}
        onKeyDown={onKeyDown}
        onChange={(event) => clip.seek(Number(event.target.value))}
        className="min-w-12 flex-1"
      />
      <span className="px-1 text-xs whitespace-nowrap text-muted" aria-hidden>
        {clockTime(time)} / {clockTime(length)}
      </span>
    </>
  );
}

function timeWords(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

/** «0:04.2»: minutes, seconds and tenths. */
function clockTime(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 0.001);
  const rest = String(Math.floor(tenths / 10) % 60).padStart(2, '0');
  return `${Math.floor(tenths / 600)}:${rest}.${tenths % 10}`;
}
