import { KINDS } from '@/utils/privacy/redact/kinds';
import { loadCorpus, PARTS, partOf, type Part } from './corpus';
import { score, type Score } from './score';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);

function report(part: Part, result: Score): string {
  const rows = KINDS.flatMap((kind) => {
    const count = result.byKind.get(kind);
    if (count === undefined) return [];
    const { expected, covered, named } = count;
    return [`| ${kind} | ${expected} | ${percent(covered, expected)} | ${percent(named, expected)} |`];
  });
  const all = [...result.byKind.values()];
  const sum = (pick: (count: (typeof all)[number]) => number): number =>
    all.reduce((total, count) => total + pick(count), 0);
  const expected = sum((count) => count.expected);
  return [
    `## ${part}: ${result.lines} lines`,
    '',
    '| kind | to take out | taken out % | under its own kind % |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    `| all | ${expected} | ${percent(
      sum((c) => c.covered),
      expected,
    )} | ${percent(
      sum((c) => c.named),
      expected,
    )} |`,
    '',
    `Precision (spans that touch something to take out): ${percent(result.found - result.needless, result.found)} % of ${result.found}.`,
    `Lines with nothing to take out, left wholly alone: ${result.plainKept} of ${result.plain}.`,
    '',
  ].join('\n');
}

/** Prints the figures of every part; misses and false alarms of the parts that rules are tuned on, unless `--all`. */
function main(): void {
  const lines = loadCorpus();
  const all = process.argv.includes('--all');
  for (const part of PARTS) {
    const result = score(lines.filter(({ id }) => partOf(id) === part));
    if (result.lines === 0) continue;
    console.log(report(part, result));
    if (part === 'rules' || part === 'later' || all) {
      console.log(
        ['### Missed', ...result.misses, '', '### Taken for nothing', ...result.alarms, ''].join('\n'),
      );
    }
  }
}

main();
