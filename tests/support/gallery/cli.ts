import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lookAtScenes } from './look';

/**
 * Takes pictures of the panel's states, or of the practice page's:
 * `tsx tests/support/gallery/cli.ts --out DIR [--practice] [--only a,b] [--width 320]`.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    practice: { type: 'boolean' },
    only: { type: 'string' },
    width: { type: 'string', multiple: true },
    text: { type: 'string' },
  },
});
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

const looks = await lookAtScenes({
  pictures: values.out,
  place: values.practice ? 'practice' : 'panel',
  only: values.only?.split(','),
  widths: values.width?.map(Number),
  textSize: values.text === undefined ? undefined : Number(values.text),
  executablePath: existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined,
});
let faults = 0;
for (const look of looks) {
  for (const fault of look.faults) {
    faults += 1;
    console.error(`${look.scene}, ${look.theme}, ${String(look.width)} px: ${fault}`);
  }
}
console.log(`${String(looks.length)} looks, ${String(faults)} faults`);
process.exitCode = faults === 0 ? 0 : 1;
