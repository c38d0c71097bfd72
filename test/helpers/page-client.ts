import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { router } from '../../src-main/rpc/router';
import type { Studio } from '../../src-main/studio';
import { adoptClient, type Tally } from '../../src-renderer/app/bridge';
import { bytesInMessages } from '../../src-shared/contract/bytes-in-messages';

/** As on the window's own port. */
const messages = { customJsonSerializers: [bytesInMessages] };

/** Lets the screens talk over a real port to all of a studio, as the window would. */
export function serveStudio(studio: Studio): void {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router, messages).upgrade(port2, { context: { studio, caller: 'page' } });
  port1.start();
  port2.start();
  adoptClient(createORPCClient<Tally>(new RPCLink({ port: port1, ...messages })));
}

/** Lets the screens talk over a real port to `router`, which implements the procedures a test needs. */
export function serveScreens(router: AnyRouter): void {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router, messages).upgrade(port2);
  port1.start();
  port2.start();
  adoptClient(createORPCClient<Tally>(new RPCLink({ port: port1, ...messages })));
}
