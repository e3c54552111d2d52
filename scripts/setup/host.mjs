import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ status: number | null, stdout: string }} Outcome */

/**
 * What set-up needs to know of this machine and may do to it, in one object, so that a test can put a
 * machine of its own in its place.
 *
 * @typedef {object} Host
 * @property {Record<string, string | undefined>} env
 * @property {(message: string) => void} say
 * @property {(name: string) => string | undefined} which  path of a program on PATH
 * @property {(command: string, args: string[], options?: { quiet?: boolean, timeout?: number, env?: Record<string, string> }) => Outcome} run
 * @property {() => boolean} canApt  Debian or a child of it, and we are root
 * @property {() => string | undefined} playwrightChromium  where Playwright keeps its own Chromium, if there
 */

/** @returns {Host} */
export function thisHost() {
  return {
    env: process.env,
    say: (message) => process.stderr.write(`${message}\n`),
    which,
    run,
    canApt: () => process.getuid?.() === 0 && isDebian() && which('apt-get') !== undefined,
    playwrightChromium,
  };
}

/** @type {Host['which']} */
function which(name) {
  // Servers live in sbin, which an ordinary user's PATH may lack.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  for (const folder of folders.filter(Boolean)) {
    for (const candidate of names.map((file) => join(folder, file))) {
      if (isProgram(candidate)) return candidate;
    }
  }
  return undefined;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @type {Host['run']} */
function run(command, args, { quiet = false, timeout, env = {} } = {}) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'ignore'] : ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...(timeout !== undefined && { timeout, killSignal: 'SIGKILL' }),
  });
  return { status, stdout: stdout?.toString() ?? '' };
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @type {Host['playwrightChromium']} */
function playwrightChromium() {
  try {
    const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
