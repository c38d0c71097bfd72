import type { MessagePortMain, WebContents } from 'electron';
import { connectChannel } from '../../src-shared/contract/connect-channel';
import type { Log } from './log';
import { isPage, type PageName, type PageSource } from './pages';

export type ConnectPageOptions = {
  readonly source: PageSource;
  /** The page that this window shows; no other may connect. */
  readonly page: PageName;
  readonly log: Log;
  /** Called with the page's port, once for each time the page loads. Start it when listening. */
  readonly accept: (port: MessagePortMain) => void;
};

/**
 * Accepts the message port of one window's page. Only the main frame of this very window is heard, and
 * only while it shows its own page; whatever else asks is refused and logged.
 */
export function connectPage(contents: WebContents, options: ConnectPageOptions): void {
  contents.ipc.on(connectChannel, (event) => {
    const [port] = event.ports;
    const frame = event.senderFrame;
    const isOurs =
      frame !== null &&
      frame === contents.mainFrame &&
      isPage(options.source, options.page, frame.url) &&
      event.ports.length === 1;
    if (isOurs && port !== undefined) {
      options.accept(port);
      return;
    }
    for (const refused of event.ports) refused.close();
    options.log.warn('refused a connection from a page that is not ours', {
      page: options.page,
      ports: event.ports.length,
    });
  });
}
