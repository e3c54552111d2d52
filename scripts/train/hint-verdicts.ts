import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Line, LINES } from '@/utils/suggestions/device/lines';
import { type Offered, VERDICTS } from '@/utils/suggestions/fit/fit';
import { hintKindSchema } from '@/utils/suggestions/hint';
import { z } from '@/utils/schema';

const verdictSchema = z.enum(VERDICTS);
/** Kind, kind of point answered, verdict, line of the bank, and the text where it is not that line. */
const judgedHintSchema = z.union([
  z.tuple([hintKindSchema, z.string(), verdictSchema, z.string()]),
  z.tuple([hintKindSchema, z.string(), verdictSchema, z.string(), z.string()]),
]);
/**
 * A client's turn, what the supporter wrote before it unless it opens the talk, the client's turns before it where they
 * were looked at, and hints that a careful reader judged.
 */
const judgedTurnSchema = z.object({
  text: z.string(),
  before: z.optional(z.string()),
  earlier: z.optional(z.array(z.string())),
  hints: z.array(judgedHintSchema),
});
export type JudgedTurn = z.infer<typeof judgedTurnSchema>;

export function parseVerdicts(file: string): JudgedTurn[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgedTurnSchema.parse(JSON.parse(line)));
}

const BY_TEXT = new Map<string, Line[]>();
for (const line of LINES) {
  const key = `${line.hint} ${line.text}`;
  BY_TEXT.set(key, [...(BY_TEXT.get(key) ?? []), line]);
}

/**
 * A judged hint as it was offered. The same words may stand in the bank for several kinds of point and, after those,
 * for a heart: verdicts do not say which was meant, and where the kind fits it was more often that. A line that the bank
 * no longer has is for no heart.
 */
export function offeredOf([kind, point, , line, text = line]: JudgedTurn['hints'][number]): Offered {
  const lines = BY_TEXT.get(`${kind} ${line}`);
  const answers = lines?.find((one) => one.for.some((name) => name === point || name === '*'));
  const heart = (answers ?? lines?.at(-1))?.heart;
  return { kind, point, line, text, ...(heart !== undefined && { heart }) };
}

/** Whether the bank still has the line of a judged hint. */
export const isInBank = ([kind, , , line]: JudgedTurn['hints'][number]): boolean =>
  BY_TEXT.has(`${kind} ${line}`);

const CORPORA = 'scripts/train/corpora';

/** The verdicts that the reader of fit learns from. */
export const readVerdicts = (root: string): JudgedTurn[] =>
  parseVerdicts(path.join(root, CORPORA, 'hint-verdicts.jsonl'));

/** Those of them that are on what a late version of it put first. */
export const readChosenVerdicts = (root: string): JudgedTurn[] =>
  parseVerdicts(path.join(root, CORPORA, 'chosen-verdicts.jsonl'));

/** Those on lines for what people come to talk about; `fit` does not learn from them. */
export const readMatterVerdicts = (root: string): JudgedTurn[] =>
  parseVerdicts(path.join(root, CORPORA, 'matter-verdicts.jsonl'));
