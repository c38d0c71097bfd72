import { bringIn } from '../app/bring-in';
import { draftStore } from '../stores/draft';
import type { StartPicture } from '../stores/draft-fields';
import { tellProblem } from '../stores/toasts';
import { maskStore, sheetOf } from './mask-store';
import type { MaskWork } from './mask-work';
import { maskFile, veilOf } from './paint-mask';

/** So long after the last stroke, in milliseconds, the mask is kept. */
const calm = 400;

let timer: ReturnType<typeof setTimeout> | null = null;

/** Takes over what was done to the mask of a picture, and keeps it once the hand rests. */
export function workOnMask(picture: StartPicture, work: MaskWork): void {
  maskStore.getState().work(picture.sha256, work);
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void keepMask(picture), calm);
}

/**
 * Keeps what was painted since the mask was last kept, so that what is submitted is what is seen; null where all is
 * kept already. False when it can't be kept, which is said.
 */
export function settleMask(): Promise<boolean> | null {
  const { source, edit, tool } = draftStore.getState();
  if (tool !== 'edit' || edit !== 'inside' || source === null) return null;
  return isSettled(source) ? null : keepAll(source);
}

async function keepAll(picture: StartPicture): Promise<boolean> {
  while (!isSettled(picture)) if (!(await keepMask(picture))) return false;
  return true;
}

function isSettled({ sha256 }: StartPicture): boolean {
  return sheetOf(maskStore.getState().sheets, sha256).settled;
}

/** Brings the mask of a picture into the workspace as a PNG and into the form by its name. */
async function keepMask(picture: StartPicture): Promise<boolean> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { base, work } = sheetOf(maskStore.getState().sheets, picture.sha256);
  const veil = base === null ? null : await veilOf(base);
  const file = await maskFile(picture, veil, work.steps);
  const outcome = file === null ? null : await bringIn(file);
  if (outcome?.kind === 'refused') {
    tellProblem(`The mask could not be kept. ${outcome.problem}`);
    return false;
  }
  takeOver(picture, work, outcome?.picture.sha256 ?? null);
  return true;
}

function takeOver({ sha256 }: StartPicture, work: MaskWork, mask: string | null): void {
  const { keep, sheets } = maskStore.getState();
  keep(sha256, work, mask);
  const draft = draftStore.getState();
  const isNewest = sheetOf(sheets, sha256).work === work;
  if (isNewest && draft.source?.sha256 === sha256 && draft.mask !== mask) draft.change({ mask });
}
