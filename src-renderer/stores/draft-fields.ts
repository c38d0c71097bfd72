import { assertNever } from '../../src-shared/assert-never';
import type { Quality } from '../../src-shared/billing/card/rate-card';
import {
  type CameraMove,
  type ClipFormat,
  type ClipRequest,
  clipSizes,
} from '../../src-shared/jobs/clip-request';
import type { EditAction, EditKind, EditRequest } from '../../src-shared/jobs/edit-request';
import { editedSize } from '../../src-shared/jobs/edited-size';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { outputsFor } from '../../src-shared/jobs/prompt-alternatives';
import { type BlankValues, fillBlanks } from '../../src-shared/jobs/prompt-blanks';
import type { Request } from '../../src-shared/jobs/request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';

/** The tools of the Create screen; they share one form, so that a prompt goes along from one to the next. */
export const studioTools = ['image', 'edit', 'video', 'playground'] as const;
export type StudioTool = (typeof studioTools)[number];

/** A picture that something is made from, and its size in pixels. */
export type StartPicture = {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
};

/** What a clip is made from: words alone, a first picture, or a first and a last one. */
export const clipStarts = ['words', 'picture', 'pictures'] as const;
export type ClipStart = (typeof clipStarts)[number];

/** How many a playground sets side by side. */
export const leastContenders = 2;
export const mostContenders = 4;

/** One of those that a playground sets side by side; all else is the same for all of them. */
export type Contender = {
  readonly model: string;
  readonly quality: Quality;
  readonly style: string;
};

export type Margins = Pick<
  Extract<EditAction, { kind: 'extend' }>,
  'left' | 'top' | 'right' | 'bottom'
>;

/** What stands in the form. */
export type DraftFields = {
  readonly tool: StudioTool;
  readonly prompt: string;
  /** What stands in the blanks of the prompt, such as `[subject]`, by their names. */
  readonly blanks: BlankValues;
  readonly negativePrompt: string;
  readonly style: string;
  readonly model: string;
  readonly quality: Quality;
  /** Variations of each prompt; a prompt with `{a|b}` stands for several. */
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Whether the seed stays as it is after Generate. */
  readonly seedLocked: boolean;
  /** The picture that is edited. */
  readonly source: StartPicture | null;
  readonly edit: EditKind;
  /** Per cent. */
  readonly strength: number;
  /** SHA-256 of the mask, white where something is painted anew; null while none was painted. */
  readonly mask: string | null;
  readonly margins: Margins;
  readonly factor: 2 | 3 | 4;
  readonly seconds: number;
  readonly format: ClipFormat;
  readonly camera: CameraMove;
  /** One of `clipSizes`, by its id. */
  readonly clipSize: string;
  readonly clipStart: ClipStart;
  readonly first: StartPicture | null;
  readonly last: StartPicture | null;
  readonly contenders: readonly Contender[];
};

/** The form before anything was entered; the seed is drawn when it is opened. */
export const firstFields: DraftFields = {
  tool: 'image',
  prompt: '',
  blanks: {},
  negativePrompt: '',
  style: sketchStyles[0].id,
  model: '',
  quality: 'basic',
  count: 1,
  width: 1024,
  height: 1024,
  seed: 0,
  seedLocked: false,
  source: null,
  edit: 'restyle',
  strength: 60,
  mask: null,
  margins: { left: 256, top: 0, right: 256, bottom: 0 },
  factor: 2,
  seconds: 5,
  format: 'mp4',
  camera: 'auto',
  clipSize: clipSizes[0].id,
  clipStart: 'words',
  first: null,
  last: null,
  contenders: [],
};

/** What stands for a picture that was not chosen yet; such a request is never submitted. */
const noPicture = '';

/** What the main process is asked for. */
export function requestOf(fields: DraftFields): Request {
  switch (fields.tool) {
    case 'image':
    case 'playground':
      return imageRequestOf(fields);
    case 'edit':
      return editRequestOf(fields);
    case 'video':
      return clipRequestOf(fields);
    default:
      return assertNever(fields.tool);
  }
}

/** One batch of a press: a request and how many outputs of it. */
export type DraftBatch = { readonly request: Request; readonly count: number };

/** All that a press asks for: one batch, or one for each of those that are compared. */
export function batchesOf(fields: DraftFields): readonly [DraftBatch, ...DraftBatch[]] {
  if (fields.tool !== 'playground') {
    return [{ request: requestOf(fields), count: roundsOf(fields) * promptCountOf(fields) }];
  }
  const [first, ...others] = fields.contenders;
  const batchOf = (contender: Contender | undefined): DraftBatch => ({
    request: requestOf({ ...fields, ...contender }),
    count: promptCountOf(fields),
  });
  return [batchOf(first), ...others.map(batchOf)];
}

/** How many outputs a press makes: so many of each prompt that the form stands for. */
export function outputsOf(fields: DraftFields): number {
  return batchesOf(fields).reduce((sum, { count }) => sum + count, 0);
}

/** How many prompts take turns: one, or as many as the prompt's alternatives stand for. */
export function promptCountOf(fields: DraftFields): number {
  return isEnlarging(fields) ? 1 : outputsFor(filledPrompt(fields), 1);
}

function roundsOf(fields: DraftFields): number {
  return isEnlarging(fields) ? 1 : fields.count;
}

/** The prompt with its blanks filled in. */
export function filledPrompt({ prompt, blanks }: Pick<DraftFields, 'prompt' | 'blanks'>): string {
  return fillBlanks(prompt, blanks);
}

/** Whether a picture is enlarged: the network makes the same of it each time, whatever words or seed. */
export function isEnlarging({ tool, edit }: Pick<DraftFields, 'tool' | 'edit'>): boolean {
  return tool === 'edit' && edit === 'enlarge';
}

/** What decides nothing where a picture is enlarged is always the same, so that the same is known again. */
const noLook = { prompt: '', negativePrompt: '', style: sketchStyles[0].id, seed: 0 };

function lookOf(fields: DraftFields) {
  const { negativePrompt, style, model, quality, seed } = fields;
  return { prompt: filledPrompt(fields), negativePrompt, style, model, quality, seed };
}

function imageRequestOf(fields: DraftFields): ImageRequest {
  const { width, height } = fields;
  return { tool: 'image', ...lookOf(fields), width, height };
}

function editRequestOf(fields: DraftFields): EditRequest {
  const action = actionOf(fields);
  const size = editedSize(action, fields.source);
  const source = fields.source?.sha256 ?? noPicture;
  const look = isEnlarging(fields) ? { ...lookOf(fields), ...noLook } : lookOf(fields);
  return { tool: 'edit', ...look, ...size, source, action };
}

function actionOf({ edit, strength, mask, margins, factor }: DraftFields): EditAction {
  switch (edit) {
    case 'restyle':
    case 'vary':
      return { kind: edit, strength };
    case 'inside':
      return { kind: 'inside', mask: mask ?? noPicture, strength };
    case 'extend':
      return { kind: 'extend', ...margins };
    case 'enlarge':
      return { kind: 'enlarge', factor };
    default:
      return assertNever(edit);
  }
}

function clipRequestOf(fields: DraftFields): ClipRequest {
  const { seconds, format, camera, clipSize, clipStart, first, last } = fields;
  const { width, height } = clipSizes.find(({ id }) => id === clipSize) ?? clipSizes[0];
  return {
    tool: clipStart === 'words' ? 'video' : 'image-to-video',
    ...lookOf(fields),
    width,
    height,
    seconds,
    format,
    camera,
    first: clipStart === 'words' ? null : (first?.sha256 ?? noPicture),
    last: clipStart === 'pictures' ? (last?.sha256 ?? noPicture) : null,
  };
}
