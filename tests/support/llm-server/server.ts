import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request as the server got it. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  /** The body as JSON; null when it was none. */
  body: unknown;
  /** The body as it came over the wire. */
  text: string;
}

/** How the server answers one request. It may leave the connection open: `close` ends it. */
export type Behaviour = (request: Received, response: ServerResponse) => void | Promise<void>;

export interface LlmServer {
  /** The base URL of the API, ending in /v1. */
  url: string;
  origin: string;
  /** Chat requests so far, oldest first. Preflights and probes are not among them. */
  requests: readonly Received[];
  /** Resolves when the client has hung up on the request of this index, counted from 0. */
  hungUp: (index: number) => Promise<void>;
  close: () => Promise<void>;
}

export interface LlmServerOptions {
  /** One behaviour for every request, or one for each; the last one stays. */
  script: Behaviour | readonly Behaviour[];
  /** Lets any web page read the answers. Off, it is like a server that knows nothing of browsers. */
  cors?: boolean;
  port?: number;
}

/** A stand-in for an OpenAI-compatible endpoint: real HTTP and real server-sent events on loopback. */
export async function startLlmServer({
  script,
  cors = true,
  port = 0,
}: LlmServerOptions): Promise<LlmServer> {
  const script_ = Array.isArray(script) ? (script as readonly Behaviour[]) : [script as Behaviour];
  const requests: Received[] = [];
  const closings: Promise<void>[] = [];
  const sockets = new Set<Socket>();

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const closing = new Promise<void>((resolve) => response.once('close', resolve));
    if (cors) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'authorization, content-type');
      response.setHeader('access-control-expose-headers', 'retry-after');
    }
    if (message.method === 'OPTIONS') {
      response.writeHead(cors ? 204 : 403).end();
      return;
    }
    const received = await receive(message);
    if (received.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('running');
      return;
    }
    if (received.path !== '/v1/chat/completions') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
      return;
    }
    requests.push(received);
    closings.push(closing);
    const behaviour = script_[Math.min(requests.length, script_.length) - 1];
    await behaviour?.(received, response);
  };

  const server = createServer((message, response) => {
    answer(message, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `${origin}/v1`,
    origin,
    requests,
    hungUp: async (index) => closings[index],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** An address on loopback where nothing listens. */
export async function closedPort(): Promise<string> {
  const server = await startLlmServer({ script: [] });
  await server.close();
  return server.url;
}

async function receive(message: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return {
    method: message.method ?? '',
    path: message.url ?? '',
    headers: message.headers,
    body: parse(text),
    text,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
