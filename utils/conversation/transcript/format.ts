import { z } from '../../schema';
import { attachmentSchema } from '../message';
import formatsData from './formats.json';
import marksData from './marks.json';

/**
 * What one kind of line is: a `message` with name and words, a `header` whose words follow, `again` by the same
 * person, a `notice` by nobody, or one to `drop`.
 */
const lineSchema = z.object({
  kind: z.enum(['message', 'header', 'again', 'notice', 'drop']),
  /** A regular expression; `{date}` and the like stand for the parts, which may each stand in it once. */
  pattern: z.string(),
  /** How many lines it looks at together. */
  over: z.optional(z.literal(2)),
});

const formatsSchema = z.object({
  parts: z.record(z.string(), z.string()),
  formats: z.array(z.object({ id: z.string(), name: z.string(), lines: z.array(lineSchema) })),
});

const words = z.array(z.string());
const marksSchema = z.object({
  /** Regular expressions of what an app says by itself. */
  notices: words,
  /** What stands where something other than words was sent. */
  attachments: z.record(attachmentSchema, words),
  /** Endings of file names. */
  endings: z.partialRecord(attachmentSchema, words),
  deleted: words,
  edited: words,
  /** What apps call the person whose copy this is. */
  you: words,
});

export interface LineRule {
  kind: z.infer<typeof lineSchema>['kind'];
  pattern: RegExp;
  over: number;
}

/** One way in which chats are written down. */
export interface Format {
  id: string;
  name: string;
  lines: readonly LineRule[];
}

const { parts, formats } = formatsSchema.parse(formatsData);

/** The formats that are understood, the one without any marks last. */
export const FORMATS: readonly Format[] = formats.map(({ id, name, lines }) => ({
  id,
  name,
  lines: lines.map(({ kind, pattern, over = 1 }) => ({
    kind,
    pattern: new RegExp(
      pattern.replace(/\{(\p{L}+)\}/gu, (whole, part: string) => parts[part] ?? whole),
      'u',
    ),
    over,
  })),
}));

export const MARKS = marksSchema.parse(marksData);
