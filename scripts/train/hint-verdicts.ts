import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VERDICTS } from '@/utils/suggestions/fit/fit';
import { hintKindSchema } from '@/utils/suggestions/hint';
import { z } from '@/utils/schema';

const verdictSchema = z.enum(VERDICTS);
/** Kind, kind of point answered, verdict, line of the bank, and the text where it is not that line. */
const judgedHintSchema = z.union([
  z.tuple([hintKindSchema, z.string(), verdictSchema, z.string()]),
  z.tuple([hintKindSchema, z.string(), verdictSchema, z.string(), z.string()]),
]);
/** A client's turn, and hints for it that a careful reader judged. */
const judgedTurnSchema = z.object({ text: z.string(), hints: z.array(judgedHintSchema) });
export type JudgedTurn = z.infer<typeof judgedTurnSchema>;

export function parseVerdicts(file: string): JudgedTurn[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgedTurnSchema.parse(JSON.parse(line)));
}

/** The verdicts that the reader of fit learns from. */
export const readVerdicts = (root: string): JudgedTurn[] =>
  parseVerdicts(path.join(root, 'scripts/train/corpora/hint-verdicts.jsonl'));
