import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allScenarios } from '@/utils/practice/scenarios/index';
import type { Readers } from '../suggest/talk';
import { DEFAULT_TURNS } from './run';
import { prove, type Proof } from './proof';
import { SUPPORTERS } from './supporters';

const PAGE = path.join(import.meta.dirname, '../../docs/practice.md');
const START = '<!-- proof -->';
const END = '<!-- /proof -->';
export const SEEDS = 20;

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function tableOf(proofs: readonly Proof[]): string {
  const head = [
    'scenario',
    'supporter',
    'told',
    'important told',
    'distress at the end',
    'trust',
    'turns that close up',
    'score',
  ];
  const lines = [row(head), row(head.map(() => '---'))];
  for (const { id } of allScenarios()) {
    for (const supporter of SUPPORTERS) {
      const of = proofs.filter((proof) => proof.scenario === id && proof.supporter === supporter);
      const m = (pick: (proof: Proof) => number): number => mean(of.map(pick));
      lines.push(
        row([
          supporter === SUPPORTERS[0] ? id : '',
          supporter,
          m(({ disclosed }) => disclosed).toFixed(1),
          m(({ importantTold }) => importantTold).toFixed(1),
          m(({ distress }) => distress).toFixed(2),
          m(({ trust }) => trust).toFixed(2),
          `${String(Math.round(100 * m(({ resistance }) => resistance)))} %`,
          m(({ score }) => score).toFixed(0),
        ]),
      );
    }
  }
  return lines.join('\n');
}

/** Sessions in which the skilled supporter does better than the given others, by some measure. */
function wins(proofs: readonly Proof[], better: (skilled: Proof, other: Proof) => boolean): string {
  const skilled = new Map(
    proofs
      .filter(({ supporter }) => supporter === 'skilled')
      .map((one) => [`${one.scenario} ${String(one.seed)}`, one]),
  );
  const others = proofs.filter(({ supporter }) => supporter !== 'skilled');
  const won = others.filter((other) => {
    const one = skilled.get(`${other.scenario} ${String(other.seed)}`);
    return one !== undefined && better(one, other);
  });
  return `${String(won.length)} of ${String(others.length)}`;
}

function findings(proofs: readonly Proof[]): string {
  const poor = proofs.filter(({ supporter }) => supporter !== 'skilled');
  const count = (of: readonly Proof[], holds: (proof: Proof) => boolean): string =>
    `${String(of.filter(holds).length)} of ${String(of.length)}`;
  return [
    `Over ${String(allScenarios().length)} scenarios and ${String(SEEDS)} seeds, ${String(DEFAULT_TURNS)} supporter turns each:`,
    '',
    `- the skilled supporter is told more than another one with the same seed: ${wins(proofs, (a, b) => a.disclosed > b.disclosed)} pairs`,
    `- and leaves the client less distressed: ${wins(proofs, (a, b) => a.distress < b.distress)} pairs`,
    `- and stands first in the debrief: ${wins(proofs, (a, b) => a.score > b.score)} pairs`,
    `- poor sessions in which nothing important is told: ${count(poor, ({ importantTold }) => importantTold === 0)}`,
    `- poor sessions in which a third of the client's replies or more close up: ${count(poor, ({ resistance }) => resistance >= 1 / 3)}; over all their replies: ${String(Math.round(100 * mean(poor.map(({ resistance }) => resistance))))} %`,
    `- sessions that end solved: ${count(proofs, ({ solved }) => solved)}`,
    `- sessions in which a message of the client comes twice: ${count(proofs, ({ repeats }) => repeats.length > 0)}`,
  ].join('\n');
}

/** Plays the whole proof and writes its table into docs/practice.md. */
export function writeTable(readers: Readers): void {
  const proofs = allScenarios().flatMap((scenario) =>
    Array.from({ length: SEEDS }, (_, i) => prove(scenario, i + 1, readers)).flat(),
  );
  const figures = `${START}\n\n${findings(proofs)}\n\n${tableOf(proofs)}\n\n${END}`;
  const page = readFileSync(PAGE, 'utf8');
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error('docs/practice.md has lost the marks of its table.');
  writeFileSync(PAGE, page.slice(0, from) + figures + page.slice(to + END.length));
  process.stdout.write(`${findings(proofs)}\n`);
}
