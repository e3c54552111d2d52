import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureProsody } from '../../../scripts/setup/ensure.mjs';
import { prosodyConfig, XMPP_DOMAIN } from './prosody-config';

export interface Account {
  /** The part of the address before the `@`; lower case letters only. */
  user: string;
  /** The name that others see in their contact list. */
  name: string;
  password: string;
}

export interface Prosody {
  port: number;
  close(): Promise<void>;
}

const START_ATTEMPTS = 3;
const START_LIMIT_MS = 20_000;

/**
 * Starts a Prosody server of its own on loopback, with the given accounts, all of them in one another's
 * contact list. Everything it writes goes to a temporary folder that `close` removes.
 */
export async function startProsody(accounts: readonly Account[]): Promise<Prosody> {
  const binary = ensureProsody();
  let failure = '';
  // Another process can take the free port before Prosody binds it, hence more than one attempt.
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const dir = await mkdtemp(join(tmpdir(), 'sidelight-xmpp-'));
    const port = await freePort();
    const config = await writeFiles(dir, port, accounts);
    const child = spawn(binary, ['--config', config, '-F'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));

    // A test run that breaks off must not leave a server behind.
    const killAtExit = (): void => void child.kill('SIGKILL');
    process.once('exit', killAtExit);
    const close = async (): Promise<void> => {
      await stop(child);
      process.off('exit', killAtExit);
      await rm(dir, { recursive: true, force: true });
    };
    if (await answers(port, child)) return { port, close };
    failure = output.join('') + (await readFile(join(dir, 'prosody.log'), 'utf8').catch(() => ''));
    await close();
  }
  throw new Error(`Prosody did not start:\n${failure}`);
}

async function writeFiles(dir: string, port: number, accounts: readonly Account[]): Promise<string> {
  const dataDir = join(dir, 'data');
  const accountDir = join(dataDir, XMPP_DOMAIN.replaceAll('.', '%2e'), 'accounts');
  await mkdir(accountDir, { recursive: true });
  await mkdir(join(dir, 'certs'));
  for (const { user, password } of accounts) {
    await writeFile(
      join(accountDir, `${user}.dat`),
      `return { ["password"] = ${JSON.stringify(password)}; };\n`,
    );
  }
  const rosterFile = join(dir, 'contacts.txt');
  const contacts = accounts.map(({ user, name }) => `${user}@${XMPP_DOMAIN}=${name}`);
  await writeFile(rosterFile, ['[Contacts]', ...contacts, ''].join('\n'));
  const config = join(dir, 'prosody.cfg.lua');
  await writeFile(
    config,
    prosodyConfig(port, {
      dataDir,
      rosterFile,
      pidFile: join(dir, 'prosody.pid'),
      logFile: join(dir, 'prosody.log'),
    }),
  );
  return config;
}

/** A port that was free a moment ago on 127.0.0.1. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/** True once the WebSocket endpoint answers over HTTP; false when the server ended or never came up. */
async function answers(port: number, child: ChildProcess): Promise<boolean> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit && child.exitCode === null) {
    const response = await fetch(`http://127.0.0.1:${String(port)}/xmpp-websocket`, {
      headers: { connection: 'close' },
    }).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(hard);
}
