import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves to the next request. */
export type Behaviour =
  /** Streams these pieces as an answer of a model and ends properly. */
  | { readonly kind: 'answer'; readonly pieces: readonly string[] }
  /** Calls a tool of the asker; what it is told of the result it answers with the next behaviour. */
  | { readonly kind: 'call'; readonly tool: string; readonly input: unknown }
  /** Calls a tool once for each of these inputs, written as JSON, all in one answer. */
  | { readonly kind: 'calls'; readonly tool: string; readonly inputs: readonly string[] }
  /** Streams these pieces and then waits until the asker leaves. */
  | { readonly kind: 'wait'; readonly pieces: readonly string[] }
  /** Accepts the request and never says a word. */
  | { readonly kind: 'silent' }
  /** Streams these pieces, then breaks the connection. */
  | { readonly kind: 'cut'; readonly pieces: readonly string[] }
  /** Ends the stream in the middle as if it were the end. */
  | { readonly kind: 'unfinished'; readonly pieces: readonly string[] }
  | { readonly kind: 'endless' }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: 'text'; readonly type: string; readonly body: string };

/** A request as it arrived. */
export type Arrived = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { role: string; content: unknown }[];
  };
};

export type ModelServer = {
  readonly address: string;
  /** What it will do, request by request; when it is empty it answers «Good.». */
  readonly script: Behaviour[];
  readonly arrived: Arrived[];
  /** Resolves when an asker has broken off a request. */
  left(): Promise<void>;
  close(): Promise<void>;
};

/** A real server at an address of this computer that speaks like a language model's, or misbehaves as it is told. */
export async function openModelServer(): Promise<ModelServer> {
  const script: Behaviour[] = [];
  const arrived: Arrived[] = [];
  let leaves: (() => void)[] = [];
  const server = createServer((request, response) => {
    // Only when the asker breaks off is a connection closed before the answer was written.
    response.on('close', () => {
      if (response.writableFinished) return;
      for (const leave of leaves) leave();
      leaves = [];
    });
    readBody(request)
      .then((text) => {
        const { authorization } = request.headers;
        arrived.push({ path: request.url ?? '', authorization, body: JSON.parse(text) });
        behave(script.shift() ?? { kind: 'answer', pieces: ['Good.'] }, response);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/v1`,
    script,
    arrived,
    left: () => new Promise((resolve) => leaves.push(resolve)),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function behave(behaviour: Behaviour, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'answer':
      stream(response, behaviour.pieces);
      finish(response, 'stop');
      response.end('data: [DONE]\n\n');
      return;
    case 'call':
      call(response, behaviour.tool, [JSON.stringify(behaviour.input)]);
      return;
    case 'calls':
      call(response, behaviour.tool, behaviour.inputs);
      return;
    case 'wait':
      stream(response, behaviour.pieces);
      return;
    case 'silent':
      return;
    case 'cut':
      stream(response, behaviour.pieces);
      setImmediate(() => response.destroy());
      return;
    case 'unfinished':
      stream(response, behaviour.pieces);
      response.end();
      return;
    case 'endless':
      stream(response, []);
      pour(response);
      return;
    case 'status':
      response.writeHead(behaviour.status, {
        'content-type': 'application/json',
        ...behaviour.headers,
      });
      response.end('{"error":{"message":"<script>no</script>"}}');
      return;
    case 'text':
      response.writeHead(200, { 'content-type': behaviour.type });
      response.end(behaviour.body);
  }
}

function stream(response: ServerResponse, pieces: readonly string[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  for (const content of pieces) send(response, { content });
}

function call(response: ServerResponse, name: string, inputs: readonly string[]): void {
  stream(response, []);
  for (const [index, input] of inputs.entries()) {
    const called = { name, arguments: input };
    send(response, {
      tool_calls: [{ index, id: `call-${index + 1}`, type: 'function', function: called }],
    });
  }
  finish(response, 'tool_calls');
  response.end('data: [DONE]\n\n');
}

function send(response: ServerResponse, delta: object): boolean {
  return write(response, { choices: [{ index: 0, delta }] });
}

function finish(response: ServerResponse, finish_reason: string): void {
  write(response, { choices: [{ index: 0, delta: {}, finish_reason }] });
}

function write(response: ServerResponse, part: object): boolean {
  const chunk = { id: 'answer-1', object: 'chat.completion.chunk', ...part };
  return response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

/** Words without an end, as fast as they are read. */
function pour(response: ServerResponse): void {
  if (response.destroyed) return;
  while (send(response, { content: 'and so on, '.repeat(50) })) {
    if (response.destroyed) return;
  }
  response.once('drain', () => pour(response));
}
