import { protocol } from 'electron';
import { mediaScheme } from '../../src-shared/contract/media-address';
import { answerMedia, type MediaFiles } from './media-answer';

/** Serves the library's files to the pages under the media scheme, and nothing else; the last library counts. */
export function serveMedia(files: MediaFiles): void {
  if (protocol.isProtocolHandled(mediaScheme)) protocol.unhandle(mediaScheme);
  protocol.handle(mediaScheme, (request) => answerMedia(files, request));
}
