/**
 * Scores an engine on the written moments: `npm run eval`, with `--engine device` (the default) or
 * `--base-url URL --model NAME [--key-env VARIABLE]`. Prints a table and JSON; `--json FILE` writes the JSON
 * to a file instead, `--markdown FILE` puts the table into a page, `--show` prints the hints of each moment too,
 * with its faults.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clientAskedForAdvice } from '@/utils/conversation/stage';
import { prepareDeviceHints } from '@/utils/suggestions/device/prepare';
import { engineFrom, WrongOptions } from '../suggest/engines';
import { loadModels } from '../models/load-models';
import { createTalk } from '../suggest/talk';
import { readMoments } from './moments';
import { refreshPage } from '@/scripts/figures/page';
import { makeReport, markdownOf, type Scored, tableOf } from './report';
import { scoreAnswer } from './score';

const MOMENTS = path.join(import.meta.dirname, '../../tests/corpora/hints/moments.jsonl');

try {
  const argv = process.argv.slice(2);
  const show = argv.includes('--show');
  const { engine, name, options } = engineFrom(
    argv.filter((word) => word !== '--show'),
    ['json', 'markdown', 'moments'],
  );
  const readers = loadModels();
  // What the extension does at its start, so that the times are those that a person meets.
  if (name === 'device') prepareDeviceHints();
  const runs: Scored[] = [];
  for (const moment of readMoments(options.moments ?? MOMENTS)) {
    const talk = createTalk(readers);
    for (const message of moment.messages) talk.add(message);
    const known = talk.moment();
    const answer = await engine(known, []);
    const last = moment.messages.findLast((message) => message.side === 'client')?.text ?? '';
    const adviceFits = moment.stage === 'action' || clientAskedForAdvice(last) !== null;
    const score = scoreAnswer(moment, answer);
    runs.push({ moment, answer, score, adviceFits });
    if (show) {
      const lines = answer.hints.map((hint) => `  ${hint.kind.padEnd(9)} ${hint.text}`);
      const head = `${moment.id} ${moment.theme}, ${moment.stage} (read as ${known.stage})`;
      const faults = score.faults.length > 0 ? `  FAULT: ${score.faults.join(', ')}` : '';
      process.stdout.write(
        `${[head, `  client    ${last}`, ...lines, faults].filter(Boolean).join('\n')}\n\n`,
      );
    }
  }
  const report = makeReport(name, runs);
  const json = JSON.stringify(report, null, 2);
  process.stdout.write(`${tableOf(report)}\n`);
  if (options.json === undefined) process.stdout.write(`\n${json}\n`);
  else writeFileSync(options.json, `${json}\n`);
  if (options.markdown !== undefined) {
    const page = existsSync(options.markdown) ? readFileSync(options.markdown, 'utf8') : '';
    writeFileSync(options.markdown, refreshPage(page, markdownOf(report)));
  }
} catch (error) {
  if (!(error instanceof WrongOptions)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
