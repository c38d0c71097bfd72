import { FileX, Maximize, Pause, Play, Repeat } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from './button';
import { ClipScrubber } from './clip-scrubber';
import { useMediaQuery } from './media-query';
import { type Clip, play, useClip } from './use-clip';

type ClipPlayerProps = {
  /** The clip's address; its content never changes. */
  source: string;
  poster: string;
  label: string;
  /** Its length by what was asked for, until the file tells. */
  seconds: number;
  frameRate: number;
  /** More to do with it, at the end of its bar. */
  actions?: ReactNode;
};

/** Pixels that the bar below the clip takes. */
export const playerBarHeight = 40;

/**
 * A silent clip that is played, stopped and searched by mouse and keyboard. It begins by itself and goes round, unless
 * the person asked for less motion. It fills the place around it.
 */
export function ClipPlayer(props: ClipPlayerProps) {
  const { source, poster, label, seconds, frameRate, actions } = props;
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [loops, setLoops] = useState(true);
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)');
  const clip = useClip(video, { seconds, frameRate });
  useEffect(() => {
    if (video.current !== null && !calm) play(video.current);
  }, [calm]);
  const fillScreen = () => void toggleFullScreen(frame.current);
  const keys: Readonly<Record<string, () => void>> = {
    ' ': clip.toggle,
    k: clip.toggle,
    ',': () => clip.step(-1),
    '.': () => clip.step(1),
    l: () => setLoops(!loops),
    f: fillScreen,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key.toLowerCase()];
    const hasModifier = event.altKey || event.ctrlKey || event.metaKey;
    // A button that has the focus is pressed by the space bar itself.
    const isPress = event.key === ' ' && event.target instanceof HTMLButtonElement;
    if (act === undefined || hasModifier || isPress) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div
      ref={frame}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
      className="flex size-full flex-col overflow-hidden rounded-sm bg-well"
    >
      <div className="relative min-h-0 flex-1">
        <video
          ref={video}
          src={source}
          poster={poster}
          muted
          loop={loops}
          playsInline
          preload="auto"
          tabIndex={-1}
          aria-hidden
          onClick={clip.toggle}
          className={`absolute inset-0 size-full object-contain ${clip.broken ? 'invisible' : ''}`}
        />
        {clip.broken ? <Broken /> : null}
      </div>
      <PlayerBar
        clip={clip}
        loops={loops}
        onLoop={setLoops}
        onFill={fillScreen}
        actions={actions}
      />
    </div>
  );
}

type PlayerBarProps = {
  clip: Clip;
  loops: boolean;
  onLoop: (loops: boolean) => void;
  onFill: () => void;
  actions: ReactNode;
};

function PlayerBar({ clip, loops, onLoop, onFill, actions }: PlayerBarProps) {
  const PlayIcon = clip.playing ? Pause : Play;
  return (
    <div
      className="flex shrink-0 items-center gap-1 bg-panel px-1.5"
      style={{ height: playerBarHeight }}
    >
      <IconButton
        label={clip.playing ? 'Pause' : 'Play'}
        disabled={clip.broken}
        aria-keyshortcuts="k"
        onClick={clip.toggle}
      >
        <PlayIcon size={16} aria-hidden />
      </IconButton>
      <ClipScrubber clip={clip} />
      <IconButton
        label="Play it over and over"
        aria-pressed={loops}
        aria-keyshortcuts="l"
        onClick={() => onLoop(!loops)}
        className="aria-pressed:bg-accent-soft aria-pressed:text-ink"
      >
        <Repeat size={15} aria-hidden />
      </IconButton>
      <IconButton label="Full screen" aria-keyshortcuts="f" onClick={onFill}>
        <Maximize size={15} aria-hidden />
      </IconButton>
      {actions}
    </div>
  );
}

function Broken() {
  return (
    <p className="absolute inset-0 flex flex-col items-center justify-center gap-1.5 p-3 text-center text-sm text-muted">
      <FileX size={20} aria-hidden />
      This clip can’t be played: its file is missing or was changed.
    </p>
  );
}

/** A refusal of the system leaves the window as it is. */
async function toggleFullScreen(frame: HTMLElement | null): Promise<void> {
  const change =
    document.fullscreenElement === null ? frame?.requestFullscreen() : document.exitFullscreen();
  await change?.catch(() => undefined);
}
