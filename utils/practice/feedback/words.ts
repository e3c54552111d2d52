import { safetyClassSchema } from '../../analysis/safety-cue';
import { z } from '../../schema';
import { resistanceSchema } from '../client/client-state';
import data from '../data/feedback.json';

const text = z.string().check(z.minLength(1));
const texts = z.array(text).check(z.minLength(1));
const GOALS = [
  'opening',
  'closing',
  'safety',
  'dared',
  'cue',
  'asked',
  'action',
  'insight',
  'explore',
] as const;
export type GoalId = (typeof GOALS)[number];

const schema = z.strictObject({
  about: text,
  goals: z.record(z.enum(GOALS), z.union([text, texts])),
  resisting: z.record(resistanceSchema, text),
  safety: z.record(safetyClassSchema, text),
  instead: z.record(resistanceSchema, texts),
  afterTelling: texts,
  outOfRole: z.strictObject({ goal: text, note: text }),
  nothing: text,
  unread: z.strictObject({ empty: text, language: text, transcript: text }),
});

/** The sentences of the feedback after one turn. */
export const FEEDBACK_WORDS = schema.parse(data);

/** One of several sentences, by the turn, so that neighbours differ. */
export const inTurn = (sentences: string | readonly string[], turn: number): string =>
  typeof sentences === 'string'
    ? sentences
    : (sentences[Math.floor(turn / 2) % Math.max(1, sentences.length)] ?? '');

/** A sentence with its gaps filled. */
export function fill(sentence: string, gaps: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{([a-z]+)\}/gu, (gap, name: string) => gaps[name] ?? gap);
}
