import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureNodeModules, ensureProsody, MissingTool } from './ensure.mjs';
import { closingLine, sum, tallyPlaywright, tallyVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {(command: string, args: string[], env?: Record<string, string>) => Promise<number>} Runner */

/**
 * Everything that must hold, cheapest first. Stops at the first step that fails. The last line of the
 * output sums the unit and end-to-end tests; a step without tests that fails counts as one failure.
 *
 * @param {Runner} run
 * @returns {Promise<number>} exit code
 */
export async function testAll(run) {
  const reports = mkdtempSync(join(tmpdir(), 'sidelight-test-'));
  const unit = join(reports, 'unit.json');
  const e2e = join(reports, 'e2e.json');
  /** @type {Record<string, string>} */
  const tools = {};
  /** @type {Tally[]} */
  const tallies = [];

  const script = (/** @type {string} */ name, /** @type {string[]} */ ...extra) =>
    run('npm', ['run', '--silent', name, ...(extra.length > 0 ? ['--', ...extra] : [])], tools);

  /** @type {[title: string, step: () => Promise<number>, tally?: () => Tally][]} */
  const steps = [
    [
      'What the tests need',
      () => {
        ensureNodeModules();
        tools.CHROMIUM_PATH = ensureChromium();
        ensureProsody();
        return Promise.resolve(0);
      },
    ],
    ['Format', () => script('check:format')],
    // The types of the entry points are generated, and the lint rules read types: types come first.
    ['Types', () => script('check:types')],
    ['Lint', () => script('check:lint')],
    ['Layers', () => script('check:layers')],
    [
      'Unit tests',
      () => script('test:unit', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`),
      () => tallyVitest(read(unit)),
    ],
    ['Build for Chrome', () => script('build')],
    ['Build for Firefox', () => script('build:firefox')],
    [
      'End-to-end tests',
      () => {
        tools.E2E_REPORT = e2e;
        return script('test:e2e');
      },
      () => tallyPlaywright(read(e2e)),
    ],
  ];

  let code = 0;
  for (const [title, step, tally] of steps) {
    process.stdout.write(`\n== ${title}\n`);
    const started = Date.now();
    code = await attempt(step);
    const counted = tally && attemptTally(tally);
    if (counted) tallies.push(counted);
    if (counted?.skipped && code === 0) {
      process.stdout.write(`${String(counted.skipped)} tests were skipped, and none may be.\n`);
      code = 1;
    }
    if (code !== 0) {
      process.stdout.write(`\n${title}: failed.\n`);
      // The closing line must not read as success, even when no test had its say.
      if (sum(tallies).failed === 0) tallies.push({ passed: 0, failed: 1, skipped: 0 });
      break;
    }
    process.stdout.write(`${title}: fine (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  }
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`\n${closingLine(sum(tallies))}\n`);
  return code;
}

/** @param {() => Promise<number>} step */
async function attempt(step) {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof MissingTool)) throw error;
    process.stdout.write(`${error.message}\n`);
    return 1;
  }
}

/** A step that died early leaves no report. @param {() => Tally} tally */
function attemptTally(tally) {
  try {
    return tally();
  } catch {
    return undefined;
  }
}

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
