import type { AssemblyScene } from './assembly-request';

type Captioned = { readonly scenes: readonly Pick<AssemblyScene, 'caption' | 'seconds'>[] };

/** A caption on the screen: from and to in whole seconds from the start. */
type Cue = { readonly starts: number; readonly ends: number; readonly lines: readonly string[] };

/** Whether there is anything to read at all. */
export function hasCaptions(assembly: Captioned): boolean {
  return cuesOf(assembly).length > 0;
}

/** The captions of a storyboard as SubRip text (`.srt`), timed by its scenes; a scene without one has no cue. */
export function srtOf(assembly: Captioned): string {
  return cuesOf(assembly)
    .map(({ starts, ends, lines }, index) =>
      [
        `${index + 1}`,
        `${clockOf(starts, ',')} --> ${clockOf(ends, ',')}`,
        ...lines.map(plainForSrt),
        '',
      ].join('\r\n'),
    )
    .join('\r\n');
}

/** The same as WebVTT text (`.vtt`), which browsers read. */
export function vttOf(assembly: Captioned): string {
  const cues = cuesOf(assembly).map(({ starts, ends, lines }, index) =>
    [
      `${index + 1}`,
      `${clockOf(starts, '.')} --> ${clockOf(ends, '.')}`,
      ...lines.map(escapedForVtt),
      '',
    ].join('\n'),
  );
  return ['WEBVTT\n', ...cues].join('\n');
}

function cuesOf({ scenes }: Captioned): Cue[] {
  let at = 0;
  return scenes.flatMap(({ caption, seconds }) => {
    const starts = at;
    at += seconds;
    const lines = linesOf(caption);
    return lines.length === 0 ? [] : [{ starts, ends: at, lines }];
  });
}

/** An empty line would end a cue, and controls are no text. */
function linesOf(caption: string): string[] {
  return caption
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line
        .replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** SubRip has no escapes: an invisible character keeps players from taking words for tags or for a time line. */
function plainForSrt(line: string): string {
  return line.replaceAll(/[<{]/g, '$&\u200b').replaceAll('-->', '--\u200b>');
}

function escapedForVtt(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function clockOf(seconds: number, mark: ',' | '.'): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${parts.map((part) => `${part}`.padStart(2, '0')).join(':')}${mark}000`;
}
