/**
 * Finds what the demo and the tests need, and fetches what a fresh machine lacks. Plain Node without
 * packages, since it runs before `npm ci`. What cannot be had ends in a message that says what to do.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, thisHost } from './host.mjs';

/** @typedef {import('./host.mjs').Host} Host */

/** Nothing is wrong with the program: the machine lacks something. The message is the whole story. */
export class MissingTool extends Error {}

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json says.
 *
 * @param {Host} [host]
 * @param {string} [root]
 */
export function ensureNodeModules(host = thisHost(), root = ROOT) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.package-lock.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;

  if (!matchesInstalled(lock, root)) {
    host.say('Installing the packages of package-lock.json (npm ci) ...');
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    if (host.run('npm', args).status !== 0) {
      throw new MissingTool('npm ci failed. Check the connection to the npm registry and run it again.');
    }
  }
  writeFileSync(stamp, hash);
}

/**
 * Somebody may have run `npm ci` by hand: npm keeps a list of what it installed.
 *
 * @param {string} lock
 * @param {string} root
 */
function matchesInstalled(lock, root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = Object.entries(JSON.parse(lock).packages);
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * Path of a Chromium that loads unpacked extensions. Branded Chrome is never taken: it no longer loads
 * them from the command line.
 *
 * @param {Host} [host]
 * @returns {string}
 */
export function ensureChromium(host = thisHost()) {
  const chosen = host.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (starts(host, chosen)) return chosen;
    throw new MissingTool(`CHROMIUM_PATH names ${chosen}, which does not start.`);
  }
  const found = systemChromium(host) ?? playwrightsOwn(host);
  if (found) return found;

  host.say('No Chromium here: asking Playwright for its own ...');
  host.run('npx', ['--no-install', 'playwright', 'install', '--no-shell', 'chromium'], {
    quiet: true,
    // Where apt can step in, a closed network must not hold us up for long.
    timeout: host.canApt() ? 90_000 : 900_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  const fetched = playwrightsOwn(host);
  if (fetched) return fetched;

  if (aptInstall(host, ['chromium', 'fonts-liberation'])) {
    const installed = systemChromium(host);
    if (installed) return installed;
  }
  throw new MissingTool(
    [
      'Sidelight needs Chromium to load the extension, and none was found or could be fetched. Do one of these:',
      '  npx playwright install --with-deps chromium',
      '  sudo apt-get install chromium            (Debian)',
      '  export CHROMIUM_PATH=/path/to/chromium   (one that you have)',
      'Google Chrome itself will not do: it no longer loads unpacked extensions from the command line.',
    ].join('\n'),
  );
}

/**
 * Path of the Prosody XMPP server, which the end-to-end tests chat over.
 *
 * @param {Host} [host]
 * @returns {string}
 */
export function ensureProsody(host = thisHost()) {
  const found = host.which('prosody');
  if (found) return found;
  if (aptInstall(host, ['prosody'])) {
    const installed = host.which('prosody');
    if (installed) return installed;
  }
  throw new MissingTool(
    [
      'The end-to-end tests chat over a real XMPP server, Prosody, and it is not installed. Do one of these:',
      '  sudo apt-get install prosody   (Debian, Ubuntu)',
      '  brew install prosody           (macOS)',
    ].join('\n'),
  );
}

/** @param {Host} host */
function systemChromium(host) {
  for (const name of ['chromium', 'chromium-browser']) {
    const path = host.which(name);
    if (path && starts(host, path)) return path;
  }
  return undefined;
}

/** @param {Host} host */
function playwrightsOwn(host) {
  const path = host.playwrightChromium();
  return path && starts(host, path) ? path : undefined;
}

/**
 * A file of that name can be a stub that only points at a shop, or lack its libraries. One from a snap
 * cannot see the temporary folder that its profile goes to.
 *
 * @param {Host} host
 * @param {string} path
 */
function starts(host, path) {
  const { status, stdout } = host.run(path, ['--version'], { quiet: true, timeout: 30_000 });
  return status === 0 && !/\bsnap\b/.test(stdout);
}

/**
 * @param {Host} host
 * @param {string[]} packages
 */
function aptInstall(host, packages) {
  if (!host.canApt()) return false;
  host.say(`Installing ${packages.join(' and ')} with apt ...`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  return (
    host.run('apt-get', ['update', '-q'], { env }).status === 0 &&
    host.run('apt-get', ['-q', ...install], { env }).status === 0
  );
}
