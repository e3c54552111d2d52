import { readFileSync } from 'node:fs';
import path from 'node:path';
import { categorySchema, toneSchema } from '@/utils/analysis/reading';
import { z } from '@/utils/schema';

/** A chat line written for this project, with the reading that a careful person gives it. */
export const chatLineSchema = z.object({
  text: z.string(),
  reading: categorySchema,
  /** Other readings that a careful person could give. */
  also: z.optional(z.array(categorySchema)),
  tone: z.optional(toneSchema),
  closing: z.optional(z.boolean()),
});
export type ChatLine = z.infer<typeof chatLineSchema>;

/** A reading of a SAD sentence, by the sentence's id; the sentence itself stays in its data set. */
export const sadReadingSchema = z.object({
  sID: z.int(),
  reading: categorySchema,
  /** Other readings that a careful person could give. */
  also: z.optional(z.array(categorySchema)),
});
export type SadReading = z.infer<typeof sadReadingSchema>;

/** A line on which readings are judged. */
export const judgedLineSchema = z.object({
  id: z.string(),
  text: z.string(),
  reading: z.union([categorySchema, z.enum(['mixed', 'unclear'])]),
  also: z.optional(z.array(z.union([categorySchema, z.enum(['mixed', 'unclear'])]))),
  tone: z.optional(toneSchema),
  closing: z.optional(z.boolean()),
  /** Rules and settings were chosen on `tune`; `judge` was only measured. */
  half: z.enum(['tune', 'judge']),
});
export type JudgedLine = z.infer<typeof judgedLineSchema>;

/** A message with every label that a careful person would accept for it; see `tests/corpora/README-readings.md`. */
export const acceptedLineSchema = z.object({
  id: z.string(),
  text: z.string(),
  accepted: z.array(z.union([categorySchema, z.enum(['mixed', 'unclear'])])).check(z.minLength(1)),
});
export type AcceptedLine = z.infer<typeof acceptedLineSchema>;

function readLines<T>(file: string, parse: (raw: unknown) => T): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parse(JSON.parse(line)));
}

export const readChatLines = (root: string): ChatLine[] =>
  readLines(path.join(root, 'scripts/train/corpora/chat-lines.jsonl'), (raw) => chatLineSchema.parse(raw));

/** Longer messages that tell what happened and seldom name a feeling: the categories alone learn from them. */
export const readTalkLines = (root: string): ChatLine[] =>
  readLines(path.join(root, 'scripts/train/corpora/talk-lines.jsonl'), (raw) => chatLineSchema.parse(raw));

export const readSadReadings = (root: string): SadReading[] =>
  readLines(path.join(root, 'scripts/train/corpora/sad-readings.jsonl'), (raw) =>
    sadReadingSchema.parse(raw),
  );

export const readHeldSadReadings = (root: string): SadReading[] =>
  readLines(path.join(root, 'tests/corpora/sad-readings.jsonl'), (raw) => sadReadingSchema.parse(raw));

export const readJudgedLines = (root: string): JudgedLine[] =>
  readLines(path.join(root, 'tests/corpora/readings.jsonl'), (raw) => judgedLineSchema.parse(raw));

/** `fresh`: read once, then worked on. `later`: written after that, only judged; `chats`: by another author, too. */
export const readAcceptedLines = (root: string, set: 'fresh' | 'later' | 'chats'): AcceptedLine[] =>
  readLines(path.join(root, `tests/corpora/readings-${set}.jsonl`), (raw) => acceptedLineSchema.parse(raw));
