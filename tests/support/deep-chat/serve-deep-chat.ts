import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** A site with a real chat client of other people, which no adapter knows: Deep Chat, all of it in a shadow root. */
export interface DeepChatSite {
  url: string;
  /** What the supporter sent through the client, in order. */
  sent: string[];
  /** Has the client on the other side write something. */
  say(text: string): void;
  /** Has the other side change its message, by its place among all messages. */
  edit(at: number, text: string): void;
  close(): Promise<void>;
}

/** What was said before the page was opened. */
export const HISTORY: readonly { role: 'user' | 'ai'; text: string }[] = [
  { role: 'ai', text: 'Hey, are you still around?' },
  { role: 'ai', text: 'I could not get out of bed today' },
  { role: 'user', text: 'I am here, Nadia. That sounds like a heavy morning.' },
  { role: 'ai', text: 'Everybody at work thinks I am lazy' },
  { role: 'user', text: 'And you know that there is more to it than that.' },
  { role: 'ai', text: 'yes' },
];

const read = (file: string) => readFile(new URL(file, import.meta.url));
const client = createRequire(import.meta.url).resolve('deep-chat/dist/deepChat.bundle.js');

/** Serves it on a free port of this computer: the page, the client as its package ships it, and one room. */
export async function serveDeepChat(): Promise<DeepChatSite> {
  const listeners = new Set<ServerResponse>();
  const sent: string[] = [];
  const tell = (event: { at?: number; text: string }) => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const server = createServer((request, response) => {
    const answer = (type: string, body: Buffer | string) =>
      response.writeHead(200, { 'content-type': type }).end(body);
    if (request.url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      listeners.add(response);
    } else if (request.url === '/say') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        sent.push(Buffer.concat(parts).toString('utf8'));
        answer('text/plain', 'ok');
      });
    } else if (request.url === '/history') answer('application/json', JSON.stringify(HISTORY));
    else if (request.url === '/client.js')
      void readFile(client).then((body) => answer('text/javascript', body));
    else void read('page.html').then((body) => answer('text/html; charset=utf-8', body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/desk`,
    sent,
    say: (text) => tell({ text }),
    edit: (at, text) => tell({ at, text }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
