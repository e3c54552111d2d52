import { join } from 'node:path';
import { z } from '@/utils/schema';
import { safetyClassSchema, safetyStrengthSchema } from '@/utils/analysis/safety-cue';
import { readFolder } from '../read-lines';

export const GROUPS = [
  'explicit',
  'indirect',
  'idiom',
  'negated',
  'about-others',
  'fiction',
  'obfuscated',
  'past',
  'neutral-hard',
] as const;

const none = z.literal('none');
export const corpusLineSchema = z.object({
  id: z.string().check(z.minLength(1)),
  text: z.string(),
  expect: z.union([safetyStrengthSchema, none]),
  class: z.union([safetyClassSchema, none]),
  group: z.enum(GROUPS),
});
export type CorpusLine = z.infer<typeof corpusLineSchema>;

export type Half = 'rules' | 'judged';
export interface CorpusEntry extends CorpusLine {
  half: Half;
  /** The file's name without its ending: later judged sets can be reported apart from the first. */
  file: string;
}

/** FNV-1a, so that a line's half depends on its id alone and never on its place in a file. */
function hash(id: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) value = Math.imul(value ^ id.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/**
 * The half of a line. Files named `later-...` were written to judge and have been read since: they count as read.
 * So do files named `rules-...`, which were written to improve rules.
 * Files named `judged-...` are judged whole; no rule may be changed because of what stands in them.
 */
export function halfOf(id: string, file: string): Half {
  if (file.startsWith('later-') || file.startsWith('rules-')) return 'rules';
  if (file.startsWith('judged-')) return 'judged';
  return hash(id) % 2 === 0 ? 'rules' : 'judged';
}

/** All written lines, parsed. Throws on a line that is not valid. */
export function readCorpus(folder = join(process.cwd(), 'tests', 'corpora', 'safety')): CorpusEntry[] {
  return readFolder(folder, corpusLineSchema).map(({ file, line }) => ({
    ...line,
    file,
    half: halfOf(line.id, file),
  }));
}
