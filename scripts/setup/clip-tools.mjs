import { findProgram } from './command.mjs';
import { installDebianPackages } from './debian-packages.mjs';

/** Whether the programs are there with which the tests decode the clips that Tally makes. */
export function clipToolsArePresent() {
  return ['ffmpeg', 'ffprobe'].every((name) => findProgram(name) !== undefined);
}

/** Makes sure that clips can be tested; Tally itself needs none of this. */
export async function ensureClipTools() {
  if (clipToolsArePresent()) return;
  await installDebianPackages(
    ['ffmpeg'],
    'The tests decode clips with ffmpeg, which is not installed',
  );
}
