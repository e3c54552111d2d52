/**
 * Plays a practice session on the command line: against a scripted supporter, or against the turns on standard
 * input, one a line. `--json` prints a line for each turn and a summary; `--table` writes the proof into the docs.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { draftRules } from '@/utils/coaching/rule-set';
import { lookBack } from '@/utils/practice/debrief/look-back';
import { respond, startSession } from '@/utils/practice/play';
import { parseScenario, type Scenario } from '@/utils/practice/scenario';
import { allScenarios, findScenario } from '@/utils/practice/scenarios/index';
import type { PracticeSession, PracticeTurn } from '@/utils/practice/session';
import { readLines } from '../analyse/read-lines';
import { loadModels } from '../models/load-models';
import { jsonTurn, summaryOf, textDebrief, textTurn } from './print';
import { DEFAULT_TURNS } from './run';
import { createSupporter, SUPPORTERS, type SupporterName } from './supporters';
import { writeTable } from './table';

class WrongOptions extends Error {
  override readonly name = 'WrongOptions';
}

const USAGE = `npm run practice -- --scenario ID --supporter ${SUPPORTERS.join('|')}|- [--seed N] [--turns N] [--json]
npm run practice -- --file my-scenario.json --supporter - 
npm run practice -- --list
npm run practice -- --table`;

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function options() {
  try {
    return parseArgs({
      options: {
        scenario: { type: 'string' },
        file: { type: 'string' },
        supporter: { type: 'string', default: '-' },
        seed: { type: 'string', default: '1' },
        turns: { type: 'string', default: String(DEFAULT_TURNS) },
        json: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        table: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new WrongOptions(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < least || n > most)
    throw new WrongOptions(`--${name} must be a whole number from ${String(least)} to ${String(most)}.`);
  return n;
}

function scenarioFrom(file: string): Scenario {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new WrongOptions(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const parsed = parseScenario(value);
  if (parsed.ok) return parsed.scenario;
  const problems = parsed.problems.map(({ field, problem }) => `  ${field || 'the file'}: ${problem}`);
  throw new WrongOptions([`${file} is no scenario yet:`, ...problems].join('\n'));
}

function chosenScenario({
  scenario,
  file,
}: {
  scenario?: string | undefined;
  file?: string | undefined;
}): Scenario {
  if (file !== undefined) return scenarioFrom(file);
  if (scenario === undefined) throw new WrongOptions(USAGE);
  const found = findScenario(scenario);
  if (found) return found;
  const known = allScenarios().map(({ id }) => id);
  throw new WrongOptions(`There is no scenario "${scenario}". There are:\n${known.join('\n')}`);
}

const isSupporter = (name: string): name is SupporterName => (SUPPORTERS as readonly string[]).includes(name);

async function main(): Promise<void> {
  const given = options();
  if (given.list) {
    for (const { id } of allScenarios()) print(id);
    return;
  }
  const readers = loadModels();
  if (given.table) {
    writeTable(readers);
    return;
  }
  const scenario = chosenScenario(given);
  const seed = wholeNumber(given.seed, 'seed', 0, 4_294_967_295);
  const turns = wholeNumber(given.turns, 'turns', 1, 200);
  const { name } = scenario.person;
  const show = (turn: PracticeTurn): void => {
    print(given.json ? jsonTurn(turn) : textTurn(turn, name));
  };

  let session: PracticeSession = startSession(scenario, seed);
  if (!given.json) {
    print(`${scenario.title} (${scenario.theme}, level ${String(scenario.level)}). ${scenario.about}`);
    if (scenario.contentNote !== undefined) print(`Content note: ${scenario.contentNote}`);
  }
  session.turns.forEach(show);
  const play = (text: string): void => {
    const before = session.turns.length;
    session = respond(scenario, session, text, readers);
    session.turns.slice(before).forEach(show);
  };
  if (given.supporter === '-') {
    process.stdin.setEncoding('utf8');
    for await (const line of readLines(process.stdin as AsyncIterable<string>)) {
      play(line ?? '');
      if (session.ending !== null) break;
    }
  } else if (isSupporter(given.supporter)) {
    const write = createSupporter(given.supporter, seed, readers);
    for (let i = 1; i <= turns && session.ending === null; i += 1) play(write(session, turns - i));
  } else {
    throw new WrongOptions(`There is no supporter "${given.supporter}".\n${USAGE}`);
  }
  // After real danger nobody's wording is looked at: there is no look back then.
  const seen = lookBack({ scenario, session, read: [] }, { ...readers, rules: draftRules() });
  if (given.json)
    print(JSON.stringify({ summary: summaryOf(scenario, session, given.supporter, seen ?? undefined) }));
  else if (seen) print(textDebrief(scenario, seen));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof WrongOptions)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
