import { join } from 'node:path';
import { hashText } from '@/utils/analysis/text/hash';
import { z } from '@/utils/schema';
import { readFolder } from '../read-lines';

/** What the draft check may flag, in the order of the table in the README. */
export const FAULTS = [
  'advice-too-early',
  'cue-passed-over',
  'minimising',
  'false-reassurance',
  'judging',
  'you-should',
  'question-pile-up',
  'closed-question-run',
  'leading-question',
  'self-story',
  'secrecy-promise',
  'assumed-feeling',
  'parroting',
  'too-long',
  'topic-jump',
  'no-safety-question',
  'blame',
] as const;
const faultSchema = z.enum(FAULTS);
export type Fault = z.infer<typeof faultSchema>;

const offset = z.int().check(z.minimum(0));
const words = z.string().check(z.minLength(1));

export const draftLineSchema = z.object({
  id: z.string().check(z.regex(/^[a-z]+(?:-[a-z]+)*-\d{2}$/)),
  theme: words,
  /** What was said before the draft, oldest first. */
  messages: z
    .array(z.object({ side: z.enum(['client', 'supporter']), text: words }))
    .check(z.minLength(1), z.maxLength(10)),
  draft: words,
  /** The one fault and the words that carry it (UTF-16 offsets in the draft, `end` exclusive), or nothing. */
  expect: z.array(z.object({ code: faultSchema, start: offset, end: offset })).check(z.maxLength(1)),
  note: z.optional(words),
});
export type DraftLine = z.infer<typeof draftLineSchema>;

export type Half = 'rules' | 'judged';
/**
 * `first`: written before there were rules. `fresh`: written after the first rules, before any was changed for them.
 * `second`: written later again, to judge only.
 */
export type DraftSet = 'first' | 'fresh' | 'second';
export interface DraftEntry extends DraftLine {
  half: Half;
  set: DraftSet;
  /** The file's name without its ending. */
  file: string;
}

/**
 * The half of a line: the lowest bit of its id's FNV-1a. It is not spread on purpose: unspread, it is the parity of
 * the id's characters, so that numbered lines take turns and both halves get about as many of each code.
 */
export function halfOf(id: string): Half {
  return (hashText(id) & 1) === 0 ? 'rules' : 'judged';
}

const FOLDER = join(process.cwd(), 'tests', 'corpora', 'drafts');

/** The written drafts that are split into halves, parsed, file by file. Throws on a line that is not valid. */
export function readDrafts(folder = FOLDER): DraftEntry[] {
  return readFolder(folder, draftLineSchema).map(({ file, line }) => ({
    ...line,
    file,
    half: halfOf(line.id),
    set: file === 'fresh' ? 'fresh' : 'first',
  }));
}

/** The drafts that only judge, in a folder of their own so that nothing is made or trained on them. */
export function readSecondDrafts(folder = FOLDER): DraftEntry[] {
  return readFolder(join(folder, 'second'), draftLineSchema).map(({ file, line }) => ({
    ...line,
    file,
    half: 'judged',
    set: 'second',
  }));
}
