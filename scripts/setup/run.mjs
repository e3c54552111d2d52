/** One door to the long jobs: `node scripts/setup/run.mjs <demo|test|bench|read> [arguments]`. */
import { spawn } from 'node:child_process';
import { ensureChromium, ensureNodeModules, MissingTool } from './ensure.mjs';
import { ROOT } from './host.mjs';
import { testAll } from './test-all.mjs';

const [job = '', ...args] = process.argv.slice(2);

/**
 * Runs a program in the project's folder, in this terminal.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code; 1 when it was killed
 */
function inTerminal(command, parameters, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    // The terminal sends Ctrl-C to the child too; we stay to pass its exit code on.
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** @type {Record<string, () => Promise<number>>} */
const JOBS = {
  async demo() {
    ensureNodeModules();
    const env = { CHROMIUM_PATH: ensureChromium() };
    return inTerminal('npx', ['--no-install', 'tsx', 'scripts/demo/main.ts', ...args], env);
  },
  test: () => testAll(inTerminal),
  async read() {
    ensureNodeModules();
    const env = { CHROMIUM_PATH: ensureChromium() };
    return inTerminal('npx', ['--no-install', 'tsx', 'scripts/read/main.ts', ...args], env);
  },
  async bench() {
    ensureNodeModules();
    const env = { CHROMIUM_PATH: ensureChromium() };
    return inTerminal('npx', ['--no-install', 'tsx', 'scripts/bench/main.ts', ...args], env);
  },
};

try {
  const run = JOBS[job];
  if (!run) throw new MissingTool('Say which job: demo, test, bench or read.');
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof MissingTool)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
