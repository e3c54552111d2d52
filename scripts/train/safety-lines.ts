import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCorpus } from '@/tests/corpora/safety/corpus';
import { safetyClassSchema, safetyStrengthSchema, type SafetyClass } from '@/utils/analysis/safety-cue';
import { hashText, spreadHash } from '@/utils/analysis/text/hash';
import { z } from '@/utils/schema';

const none = z.literal('none');
/** A line written to train the second layer of the safety cues. */
export const safetyLineSchema = z.object({
  text: z.string().check(z.minLength(1)),
  expect: z.union([safetyStrengthSchema, none]),
  class: z.union([safetyClassSchema, none]),
  /** What is meant, whatever the words: lines of one family are never in both training and test. */
  family: z.string(),
});
export type SafetyLine = z.infer<typeof safetyLineSchema>;

/** A line as training takes it. */
export interface TrainingLine {
  text: string;
  /** Undefined where nothing is to be raised. */
  class: SafetyClass | undefined;
  expect: SafetyLine['expect'];
  /** Lines of other sets have none. */
  family?: string;
}

const HELD_PERCENT = 10;
/** Whether a line is held out by its words, whatever mark ends it: never trained on. */
export const isHeldLine = (text: string): boolean =>
  spreadHash(hashText(`safety:${text.replace(/[.!?]+$/, '')}`)) % 100 < HELD_PERCENT;

const toTraining = ({
  text,
  expect,
  class: kind,
}: Pick<SafetyLine, 'text' | 'expect' | 'class'>): TrainingLine => ({
  text,
  expect,
  class: expect === 'none' || kind === 'none' ? undefined : kind,
});

/** The lines of `scripts/train/corpora/safety-lines.jsonl`. */
export function readSafetyLines(root: string): TrainingLine[] {
  return readFileSync(path.join(root, 'scripts/train/corpora/safety-lines.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = safetyLineSchema.parse(JSON.parse(line));
      return { ...toTraining(parsed), family: parsed.family };
    });
}

/** The lines of `tests/corpora/safety` that may be read: never those that judge. */
export function readReadLines(root: string): TrainingLine[] {
  const folder = path.join(root, 'tests/corpora/safety');
  const sets = readCorpus(folder).filter(({ half }) => half === 'rules');
  const independent = readCorpus(path.join(folder, 'independent')).filter(
    ({ file }) => file === 'independent-rules',
  );
  return [...sets, ...independent].map(toTraining);
}

const clientLineSchema = z.object({ text: z.string() });

/** What clients say in talks written for this project: the everyday of a chat. */
export const readClientLines = (root: string): string[] =>
  readFileSync(path.join(root, 'scripts/train/corpora/client-lines.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => clientLineSchema.parse(JSON.parse(line)).text);
