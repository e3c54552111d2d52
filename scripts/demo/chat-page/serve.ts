import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import conversation from './conversation.json';

const TYPES: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'chat.css': 'text/css',
  'chat.js': 'text/javascript',
  'conversation.json': 'application/json',
};

/** What the scripted supporter says, turn by turn, to whoever plays the demo by itself. */
export const SUPPORTER_TURNS: readonly string[] = conversation.turns.map(({ supporter }) => supporter);
/** What the scripted client says in each turn. */
export const CLIENT_TURNS: readonly (readonly string[])[] = conversation.turns.map(({ client }) => client);

export interface ChatPage {
  url: string;
  close(): Promise<void>;
}

/** Serves the made-up chat on a free port of this computer. */
export async function serveChatPage(): Promise<ChatPage> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const type = TYPES[name];
    if (type === undefined) {
      response.writeHead(404).end();
      return;
    }
    readFile(fileURLToPath(new URL(name, import.meta.url))).then(
      (content) => response.writeHead(200, { 'content-type': type }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
