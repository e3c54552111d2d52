/**
 * Writes what readers found of the lines for matters into the bank: `npm run matters`. The same verdicts and patterns
 * give the same numbers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HINT_KINDS } from '@/utils/suggestions/hint';
import { z } from '@/utils/schema';
import { readMatterVerdicts } from './hint-verdicts';
import { matterWorth } from './matter-worth';

const ROOT = path.join(import.meta.dirname, '../..');
const BANK = path.join(ROOT, 'utils/suggestions/device/bank');

const looseLine = z.looseObject({ text: z.string(), fits: z.optional(z.number()) });
const looseBank = z.looseObject({ lines: z.array(looseLine) });

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(BANK, name), 'utf8'));
const write = (name: string, value: unknown): void => {
  writeFileSync(path.join(BANK, name), `${JSON.stringify(value, null, 2)}\n`);
};

const { kinds, lines } = matterWorth(readMatterVerdicts(ROOT));
write('matters.json', { ...z.looseObject({}).parse(read('matters.json')), worth: kinds });
for (const kind of HINT_KINDS) {
  const bank = looseBank.parse(read(`${kind}.json`));
  write(`${kind}.json`, {
    ...bank,
    lines: bank.lines.map((line) =>
      line.fits === undefined ? line : { ...line, fits: lines.get(`${kind} ${line.text}`) ?? 0 },
    ),
  });
}
