import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../fixtures/platforms/', import.meta.url);

/** Serves one fixture for every address of a free port of this computer, as a self-hosted platform would be. */
export async function servePlatform(fixture: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isScript = request.url?.endsWith('/stage.js') ?? false;
    const type = isScript ? 'text/javascript' : 'text/html; charset=utf-8';
    void readFile(fileURLToPath(new URL(isScript ? 'stage.js' : `${fixture}.html`, FOLDER))).then((body) =>
      response.writeHead(200, { 'content-type': type }).end(body),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
