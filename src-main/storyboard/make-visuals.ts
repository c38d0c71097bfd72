import type { Quote } from '../../src-shared/billing/card/quote';
import { assemblyOf } from '../../src-shared/storyboard/assemble-board';
import type { Board, Scene } from '../../src-shared/storyboard/board';
import { visualRequest } from '../../src-shared/storyboard/visual-request';
import type { JobPorts } from '../jobs/job-ports';
import { type Submission, type Submitted, submitJob } from '../jobs/submit-job';
import { submitTogether } from '../jobs/submit-together';
import { boardState } from './board-state';
import type { BoardStore } from './board-store';

/** The price of a card at which something is made, as it was shown. */
export type Accepted = { readonly card: Quote['card']; readonly total: number };

type BoardPorts = JobPorts & { readonly boards: BoardStore };

/**
 * Has the pictures of scenes made: the newest batch of each is submitted, all of them or none. The board is kept first:
 * should the computer fail between, it names batches that nobody submitted, which count for nothing.
 */
export function makeVisuals(
  ports: BoardPorts,
  board: Board,
  visuals: readonly { readonly scene: string; readonly accepted: Accepted }[],
): Submitted {
  const at = ports.clock.settledNow();
  const card = ports.plans.cardInUse(at);
  if (card === null) return { kind: 'refused', refusal: { code: 'workspace-not-begun' } };
  const submissions: Submission[] = [];
  for (const { scene: id, accepted } of visuals) {
    const scene = board.scenes.find((each) => each.id === id);
    const batchId = scene?.batches.at(-1);
    if (scene === undefined || batchId === undefined) {
      return { kind: 'refused', refusal: { code: 'scene-unknown', scene: id } };
    }
    submissions.push(submissionOf(batchId, visualRequest(card, board, scene), accepted));
  }
  ports.boards.save(board, at);
  return submitTogether(ports, submissions);
}

/** Has a board put together from the pictures that its scenes have by now, as its newest film (A4). */
export function makeFilm(ports: BoardPorts, board: Board, accepted: Accepted): Submitted {
  const batchId = board.films.at(-1);
  if (batchId === undefined) return { kind: 'refused', refusal: { code: 'scenes-missing' } };
  const before = ports.jobs.jobsOfBatch(batchId);
  // Asked again: its pictures may have changed since, what was submitted has not.
  if (before.length > 0) return { kind: 'queued', jobs: before };
  const kept = ports.boards.save(board, ports.clock.settledNow());
  const request = assemblyOf(board, picturesOf(ports, kept));
  return submitJob(ports, submissionOf(batchId, request, accepted));
}

/** The pictures there are, by scene. */
function picturesOf(ports: BoardPorts, board: Board): Map<Scene['id'], string> {
  const { scenes } = boardState(ports, board);
  const pictures = Object.entries(scenes).flatMap(([scene, { asset }]) =>
    asset === null ? [] : [[scene, asset.sha256] as const],
  );
  return new Map(pictures);
}

function submissionOf(
  batchId: string,
  request: Submission['request'],
  accepted: Accepted,
): Submission {
  // What stands in braces in a caption or a document is meant to the letter.
  return { batchId, request, count: 1, accepted, parentJob: null, literal: true };
}
