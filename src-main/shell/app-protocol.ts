import { protocol } from 'electron';
import { mediaScheme } from '../../src-shared/contract/media-address';
import { answerPage } from './page-answer';
import { appScheme } from './pages';

/** Electron hears of own schemes only before it is ready: call it while the main module is evaluated. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      // What a page may fetch, its policy says: the darkroom its own files, the window nothing.
      privileges: { standard: true, secure: true, codeCache: true, supportFetchAPI: true },
    },
    {
      scheme: mediaScheme,
      privileges: { standard: true, secure: true, stream: true, corsEnabled: true },
    },
  ]);
}

/** Serves the built pages of `folder` under the own scheme, each with the content security policy. */
export function servePages(folder: string): void {
  protocol.handle(appScheme, (request) => answerPage(folder, request.method, request.url));
}
