import { z } from '../schema';
import data from './stage-phrases.json';

/** A wording of the client that says something about where the talk stands. */
export const stagePhraseSchema = z.object({
  /** Regular expression on the lower-cased text with straight apostrophes. */
  pattern: z.string(),
  /** What must not stand right before it, as a regular expression that ends at the match. */
  'not-before': z.optional(z.string()),
  /** What the match itself must not be. */
  'but-not': z.optional(z.string()),
  example: z.string(),
  not: z.string(),
});
export const stagePhrasesSchema = z.object({
  'asks-for-advice': z.array(stagePhraseSchema),
  insight: z.array(stagePhraseSchema),
  ready: z.array(stagePhraseSchema),
});
export type StagePhraseKind = keyof z.infer<typeof stagePhrasesSchema>;

export const STAGE_PHRASES = stagePhrasesSchema.parse(data);

function compile({ pattern, 'not-before': notBefore, 'but-not': butNot }: z.infer<typeof stagePhraseSchema>) {
  const any = pattern.replaceAll("'", "'?");
  return {
    pattern: new RegExp(any, 'u'),
    notBefore: notBefore ? new RegExp(notBefore, 'u') : null,
    butNot: butNot ? new RegExp(butNot, 'u') : null,
  };
}

const COMPILED = {
  'asks-for-advice': STAGE_PHRASES['asks-for-advice'].map(compile),
  insight: STAGE_PHRASES.insight.map(compile),
  ready: STAGE_PHRASES.ready.map(compile),
};

const CONTEXT = 24;

/** Where the first wording of a kind stands in a text, as UTF-16 offsets, or null. */
export function findStagePhrase(kind: StagePhraseKind, text: string): { start: number; end: number } | null {
  // Each replacement keeps the length, so that offsets hold.
  const plain = text.replace(/[‘’ʼ`´]/g, "'").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  for (const { pattern, notBefore, butNot } of COMPILED[kind]) {
    const match = pattern.exec(plain);
    if (!match || butNot?.test(match[0])) continue;
    if (notBefore?.test(plain.slice(Math.max(0, match.index - CONTEXT), match.index))) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
