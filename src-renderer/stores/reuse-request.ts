import { assertNever } from '../../src-shared/assert-never';
import { clipSizes } from '../../src-shared/jobs/clip-request';
import type { EditRequest } from '../../src-shared/jobs/edit-request';
import type { Request } from '../../src-shared/jobs/request';
import type { DraftFields } from './draft-fields';

/**
 * The fields of a form that ask for a former request once more, seed and all. Sizes of pictures that it was made
 * from are those it tells of itself. An assembly belongs to its storyboard: of it only the words are taken.
 */
export function fieldsOfRequest(request: Request): Partial<DraftFields> {
  const { prompt, negativePrompt, style, model, quality, seed } = request;
  const look = { prompt, negativePrompt, style, model, quality, seed, seedLocked: true };
  const { width, height } = request;
  switch (request.tool) {
    case 'image':
    case 'topic-to-video':
    case 'helper-visual':
      return { ...look, tool: 'image', width, height };
    case 'edit': {
      // What was enlarged had no words and no seed: those in the form stay.
      const kept = request.action.kind === 'enlarge' ? { model, quality } : look;
      return { ...kept, tool: 'edit', ...editFieldsOf(request) };
    }
    case 'video':
    case 'image-to-video': {
      const { seconds, format, camera, first, last } = request;
      const size = clipSizes.find((each) => each.width === width && each.height === height);
      const picture = (sha256: string | null) =>
        sha256 === null ? null : { sha256, width, height };
      return {
        ...look,
        tool: 'video',
        seconds,
        format,
        camera,
        clipSize: size?.id ?? clipSizes[0].id,
        clipStart: last !== null ? 'pictures' : first !== null ? 'picture' : 'words',
        first: picture(first),
        last: picture(last),
      };
    }
    case 'assembly':
      return { tool: 'image', prompt };
    default:
      return assertNever(request);
  }
}

function editFieldsOf({
  action,
  source: sha256,
  width,
  height,
}: EditRequest): Partial<DraftFields> {
  switch (action.kind) {
    case 'restyle':
    case 'vary':
      return { edit: action.kind, strength: action.strength, source: { sha256, width, height } };
    case 'inside':
      return {
        edit: 'inside',
        strength: action.strength,
        mask: action.mask,
        source: { sha256, width, height },
      };
    case 'extend': {
      const { left, top, right, bottom } = action;
      const source = { sha256, width: width - left - right, height: height - top - bottom };
      return { edit: 'extend', margins: { left, top, right, bottom }, source };
    }
    case 'enlarge': {
      const { factor } = action;
      const source = { sha256, width: width / factor, height: height / factor };
      return { edit: 'enlarge', factor, source };
    }
    default:
      return assertNever(action);
  }
}
