import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProsody, type Account } from './prosody';
import { ROOMS_DOMAIN, XMPP_DOMAIN } from './prosody-config';

export type ChatMode = 'fullscreen' | 'overlayed';

export interface PageOptions {
  mode?: ChatMode;
  /** Users whose 1:1 chat opens at once. */
  with?: readonly string[];
  /** Names of rooms to join at once. */
  rooms?: readonly string[];
}

export interface Xmpp {
  /** Where the chat pages live, without a slash at the end. */
  origin: string;
  /** The page on which `user` is logged in. */
  url(user: string, options?: PageOptions): string;
  /** Full address of a user. */
  jid(user: string): string;
  roomJid(room: string): string;
  close(): Promise<void>;
}

/** People of the tests: Anna helps, the others come for help. */
export const PEOPLE: readonly Account[] = [
  { user: 'anna', name: 'Anna', password: 'anna-test-only' },
  { user: 'bo', name: 'Bo', password: 'bo-test-only' },
  { user: 'cai', name: 'Cai', password: 'cai-test-only' },
];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The login screen asks for sponsors' logos on the internet; the page may only speak to loopback. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws://127.0.0.1:*",
].join('; ');

const PAGE = fileURLToPath(new URL('./page.html', import.meta.url));
const DIST = join(dirname(createRequire(import.meta.url).resolve('converse.js/dist/converse.min.js')), sep);

/**
 * A real chat on loopback: Prosody with history and rooms, and a page that runs the Converse.js of
 * node_modules against it. Nothing in it needs the internet.
 */
export async function startXmpp(): Promise<Xmpp> {
  const prosody = await startProsody(PEOPLE);
  const server = createServer((request, response) => {
    answer(request, response, prosody.port).catch(() => {
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  const jid = (user: string): string => `${user}@${XMPP_DOMAIN}`;
  const roomJid = (room: string): string => `${room}@${ROOMS_DOMAIN}`;

  return {
    origin,
    jid,
    roomJid,
    url(user, options = {}) {
      const url = new URL('/page.html', origin);
      url.searchParams.set('user', user);
      if (options.mode) url.searchParams.set('mode', options.mode);
      for (const other of options.with ?? []) url.searchParams.append('with', jid(other));
      for (const room of options.rooms ?? []) url.searchParams.append('room', roomJid(room));
      return url.href;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await prosody.close();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/session') {
    const person = PEOPLE.find(({ user }) => user === url.searchParams.get('user'));
    if (!person) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        jid: `${person.user}@${XMPP_DOMAIN}`,
        name: person.name,
        password: person.password,
        websocketUrl: `ws://127.0.0.1:${String(port)}/xmpp-websocket`,
      }),
    );
    return;
  }
  const file = fileFor(url.pathname);
  const size = file
    ? await stat(file).then(
        (found) => found.size,
        () => undefined,
      )
    : undefined;
  if (!file || size === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
  });
  createReadStream(file).pipe(response);
}

function fileFor(pathname: string): string | undefined {
  if (pathname === '/page.html') return PAGE;
  // The encryption library looks for its binary beside the page.
  if (pathname === '/curve25519_compiled.wasm') return join(DIST, pathname);
  if (!pathname.startsWith('/dist/')) return undefined;
  const file = normalize(join(DIST, decodeURIComponent(pathname.slice('/dist/'.length))));
  return file.startsWith(DIST) ? file : undefined;
}
