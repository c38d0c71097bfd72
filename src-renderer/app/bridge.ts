import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { bytesInMessages } from '../../src-shared/contract/bytes-in-messages';
import { connectChannel } from '../../src-shared/contract/connect-channel';
import type { contract } from '../../src-shared/contract/contract';

/** Everything that can be asked of the main process. */
export type Tally = ContractRouterClient<typeof contract>;

let current: Tally | null = null;

/** Opens a port of its own to the main process; calls made through an older one are given up. */
export function openBridge(): Tally {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(connectChannel, window.location.origin, [port2]);
  port1.start();
  return adoptClient(
    createORPCClient<Tally>(new RPCLink({ port: port1, customJsonSerializers: [bytesInMessages] })),
  );
}

/** Makes `client` the one that the screens talk to. */
export function adoptClient(client: Tally): Tally {
  current = client;
  return client;
}

/** The client in use; asking before the page is connected is a bug. */
export function tally(): Tally {
  if (current === null) throw new Error('the page is not connected yet');
  return current;
}
