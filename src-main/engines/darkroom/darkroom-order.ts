import { assertNever } from '../../../src-shared/assert-never';
import type { DarkroomEnding, DarkroomOrder } from '../../../src-shared/contract/darkroom';
import { mediaTypeOf } from '../../../src-shared/jobs/request';
import type { DocumentText } from '../../../src-shared/storyboard/document-text';
import type { EngineEvent, EngineOutcome } from '../engine';
import { beginsAsClip } from './clip-header';
import type { Darkroom, DarkroomNews } from './darkroom';
import { createMailbox } from './mailbox';
import { beginsAsPng } from './png-header';

/** How long a darkroom is waited for, in milliseconds. */
export type Patience = {
  /** Without a word while it works: then it counts as hung. */
  readonly silence: number;
  /** For its word that it has cancelled: then the caller hears it from us. */
  readonly cancelling: number;
  /** For the same, in the background: then it counts as hung. */
  readonly windingDown: number;
  /** For a document to be read, from beginning to end. */
  readonly reading: number;
};

export const usualPatience: Patience = {
  silence: 60_000,
  cancelling: 50,
  windingDown: 5_000,
  reading: 40_000,
};

/** What an engine can be told, or the text of a document. */
export type DarkroomOutcome =
  | EngineOutcome
  | { readonly kind: 'read'; readonly document: DocumentText };

type Reading =
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | {
      readonly kind: 'ending';
      readonly outcome: DarkroomOutcome;
      readonly darkroom: 'free' | 'busy' | 'spent';
    };

/**
 * Has one order worked on in a darkroom. A crash, a hang and a breach of the contract end it as refused,
 * with nothing processed, and close the darkroom. A cancelled darkroom may need a moment longer than
 * the order. `done` is called when the darkroom can be used again or is closed.
 */
export async function* workInDarkroom(
  darkroom: Darkroom,
  order: DarkroomOrder,
  signal: AbortSignal,
  patience: Patience,
  done: () => void,
): AsyncGenerator<EngineEvent, DarkroomOutcome, void> {
  const mailbox = createMailbox<DarkroomNews | 'overdue'>();
  let grace: NodeJS.Timeout | undefined;
  let standing: 'free' | 'busy' | 'spent' = 'busy';
  const stop = () => {
    darkroom.send({ kind: 'cancel', orderId: order.orderId });
    grace = setTimeout(() => mailbox.put('overdue'), patience.cancelling);
  };
  darkroom.listen(mailbox.put);
  signal.addEventListener('abort', stop, { once: true });
  try {
    darkroom.send(order);
    if (signal.aborted) stop();
    yield { kind: 'accepted' };
    for (;;) {
      const read = readNews(await mailbox.take(patience.silence), order, signal.aborted);
      if (read.kind === 'event') {
        yield read.event;
        continue;
      }
      standing = read.darkroom;
      return read.outcome;
    }
  } finally {
    clearTimeout(grace);
    signal.removeEventListener('abort', stop);
    if (standing === 'busy') windDown(darkroom, order.orderId, patience.windingDown, done);
    else leave(darkroom, standing, done);
  }
}

/** Waits in the background for a darkroom whose order nobody waits for any more. */
function windDown(darkroom: Darkroom, orderId: string, limit: number, done: () => void): void {
  const timer = setTimeout(() => leave(darkroom, 'spent', done), limit);
  darkroom.listen((news) => {
    if (news.kind === 'progress' || news.kind === 'preview') return;
    clearTimeout(timer);
    leave(darkroom, isEndingOf(news, orderId) ? 'free' : 'spent', done);
  });
  darkroom.send({ kind: 'cancel', orderId });
}

function isEndingOf(news: DarkroomNews, orderId: string): boolean {
  return news.kind !== 'lost' && news.kind !== 'ready' && news.orderId === orderId;
}

function leave(darkroom: Darkroom, standing: 'free' | 'spent', done: () => void): void {
  darkroom.listen(null);
  if (standing === 'spent') darkroom.close();
  done();
}

/** What news of a darkroom means for the order it was given; null is silence beyond patience. */
function readNews(
  news: DarkroomNews | 'overdue' | null,
  order: DarkroomOrder,
  aborted: boolean,
): Reading {
  if (news === 'overdue') return ending({ kind: 'cancelled' }, 'busy');
  if (news === null) return spent('The painter stopped answering and was ended.', aborted);
  if (news.kind === 'lost') return spent(`The painter was lost (${news.reason}).`, aborted);
  if (news.kind === 'ready' || news.orderId !== order.orderId) return breach(aborted);
  switch (news.kind) {
    case 'progress':
      return { kind: 'event', event: { kind: 'progress', fraction: news.fraction } };
    case 'preview': {
      const { mediaType, bytes } = news;
      return { kind: 'event', event: { kind: 'preview', mediaType, bytes } };
    }
    case 'made': {
      if (!isWhatWasOrdered(news, order)) return breach(aborted);
      const { mediaType, bytes, width, height, reading } = news;
      return ending({ kind: 'produced', mediaType, bytes, width, height, reading }, 'free');
    }
    case 'read':
      if (order.kind !== 'read-document') return breach(aborted);
      return ending({ kind: 'read', document: news.document }, 'free');
    case 'refused': {
      const { message } = news;
      return ending({ kind: 'refused', code: 'engine-refused', message }, 'free');
    }
    case 'cancelled':
      return aborted ? ending({ kind: 'cancelled' }, 'free') : breach(aborted);
    case 'failed':
      return ending(crashed('The painter met a fault of its own; try another seed.'), 'free');
    default:
      return assertNever(news);
  }
}

/** Whether a file is of the kind and size that its order asks for. */
function isWhatWasOrdered(
  made: Extract<DarkroomEnding, { kind: 'made' }>,
  order: DarkroomOrder,
): boolean {
  const { mediaType, bytes, width, height } = made;
  const isWhatItSays =
    mediaType === 'image/png' ? beginsAsPng(bytes, width, height) : beginsAsClip(bytes, mediaType);
  if (!isWhatItSays) return false;
  if (order.kind === 'bring-in') return mediaType === 'image/png';
  if (order.kind === 'read-document') return false;
  const { request } = order;
  const isKind = mediaType === mediaTypeOf(request);
  return isKind && width === request.width && height === request.height;
}

function ending(outcome: DarkroomOutcome, darkroom: 'free' | 'busy' | 'spent'): Reading {
  return { kind: 'ending', outcome, darkroom };
}

function breach(aborted: boolean): Reading {
  return spent('The painter answered something else than it was asked.', aborted);
}

/** Whoever had asked to cancel gets what was asked for: nothing was processed to its end. */
function spent(message: string, aborted: boolean): Reading {
  return ending(aborted ? { kind: 'cancelled' } : crashed(message), 'spent');
}

export function crashed(message: string): EngineOutcome {
  return { kind: 'refused', code: 'engine-crashed', message };
}
