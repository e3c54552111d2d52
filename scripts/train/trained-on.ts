import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from '@/utils/schema';
import { readWrittenMessages } from './codes';
import { readChatLines, readSadReadings, readTalkLines } from './corpora';
import { readChosenVerdicts, readVerdicts } from './hint-verdicts';
import { readThemeLines } from './theme-lines';
import { readClientLines, readReadLines, readSafetyLines } from './safety-lines';

const FILE = 'scripts/train/corpora/trained-on.json';
const schema = z.object({
  codes: z.string(),
  safety: z.string(),
  themes: z.string(),
  fit: z.string(),
  emotion: z.string(),
});
export type TrainedOn = z.infer<typeof schema>;

const hashOf = (...lines: readonly (readonly unknown[])[]): string =>
  createHash('sha256').update(JSON.stringify(lines)).digest('hex');

/** For each part, the SHA-256 of all that was written for this project and that it learns from, as it is now. */
export const writtenHashes = (root: string): TrainedOn => ({
  codes: hashOf(readWrittenMessages(root)),
  safety: hashOf(readSafetyLines(root), readReadLines(root), readChatLines(root), readClientLines(root)),
  themes: hashOf(readThemeLines(root)),
  fit: hashOf(readVerdicts(root), readChosenVerdicts(root)),
  emotion: hashOf(readChatLines(root), readTalkLines(root), readSadReadings(root)),
});

/** The hashes that the lines had when the committed weights of each part were trained. */
export const readTrainedOn = (root: string): TrainedOn =>
  schema.parse(JSON.parse(readFileSync(path.join(root, FILE), 'utf8')));

/** Notes that these parts were trained on the lines as they are now. */
export function writeTrainedOn(root: string, parts: readonly string[]): void {
  const file = path.join(root, FILE);
  const before: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const now = Object.entries(writtenHashes(root)).filter(([part]) => parts.includes(part));
  const all = { ...z.record(z.string(), z.string()).parse(before), ...Object.fromEntries(now) };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}
