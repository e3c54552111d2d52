import { z } from '../../schema';

/** Behaviour codes: what a part of a supporter's message does (after MITI 4.2.1 and the ESConv strategies). */
export const CODES = [
  'open-question',
  'closed-question',
  'simple-reflection',
  'complex-reflection',
  'affirmation',
  'normalising',
  'information',
  'advice',
  'advice-with-permission',
  'self-disclosure',
  'safety-check',
  'emphasising-autonomy',
  'persuading',
  'confronting',
  'other',
] as const;
export const codeSchema = z.enum(CODES);
export type Code = z.infer<typeof codeSchema>;

/** The codes in words for people. */
export const CODE_NAMES: Readonly<Record<Code, string>> = {
  'open-question': 'open question',
  'closed-question': 'closed question',
  'simple-reflection': 'simple reflection',
  'complex-reflection': 'complex reflection',
  affirmation: 'affirmation',
  normalising: 'normalising',
  information: 'information',
  advice: 'advice',
  'advice-with-permission': 'advice with permission',
  'self-disclosure': 'self-disclosure',
  'safety-check': 'safety check',
  'emphasising-autonomy': 'emphasising autonomy',
  persuading: 'persuading',
  confronting: 'confronting',
  other: 'other',
};

/** The four families that codes are measured in: it is asked, said back, brought in, or something else. */
export const FAMILIES = ['question', 'reflection', 'input', 'other'] as const;
export type Family = (typeof FAMILIES)[number];

export const FAMILY_OF: Readonly<Record<Code, Family>> = {
  'open-question': 'question',
  'closed-question': 'question',
  'simple-reflection': 'reflection',
  'complex-reflection': 'reflection',
  affirmation: 'other',
  normalising: 'other',
  information: 'input',
  advice: 'input',
  'advice-with-permission': 'input',
  'self-disclosure': 'other',
  'safety-check': 'question',
  'emphasising-autonomy': 'other',
  persuading: 'input',
  confronting: 'other',
  other: 'other',
};

/** One code and the piece of the message that carries it: UTF-16 offsets, `end` exclusive. */
export const codedSpanSchema = z.object({
  code: codeSchema,
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(0)),
});
export type CodedSpan = z.infer<typeof codedSpanSchema>;
