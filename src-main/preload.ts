import { ipcRenderer } from 'electron';
import { connectChannel } from '../src-shared/contract/connect-channel';

type PagePort = NonNullable<Parameters<typeof ipcRenderer.postMessage>[2]>[number];

type PageMessage = {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
  readonly ports: readonly PagePort[];
  stopImmediatePropagation(): void;
};

// The main process knows no DOM; these are the only two things of it that are used here.
declare const window: {
  addEventListener(type: 'message', listener: (message: PageMessage) => void): void;
};
declare const location: { readonly origin: string };

// All that a page gets of Electron: it may hand one end of a message channel to the main process.
// Nothing is exposed in the page's own world, and frames inside the page run no preload.
window.addEventListener('message', (message) => {
  const [port] = message.ports;
  if (message.source !== window || message.origin !== location.origin) return;
  if (message.data !== connectChannel || port === undefined || message.ports.length !== 1) return;
  message.stopImmediatePropagation();
  ipcRenderer.postMessage(connectChannel, null, [port]);
});
