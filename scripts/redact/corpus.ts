import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readFolder } from '@/tests/corpora/read-lines';
import { KINDS } from '@/utils/privacy/redact/kinds';
import { z } from '@/utils/schema';

const FOLDER = fileURLToPath(new URL('../../tests/corpora/redaction/', import.meta.url));

const lineSchema = z.object({
  id: z.string(),
  text: z.string(),
  known: z.optional(z.array(z.string())),
  expect: z.array(z.object({ kind: z.enum(KINDS), text: z.string(), nth: z.optional(z.int()) })),
});
export type Line = z.infer<typeof lineSchema>;

/** What each part is for stands beside the lines, in `tests/corpora/redaction/README.md`. */
export const PARTS = ['rules', 'judged', 'later', 'last', 'newest'] as const;
export type Part = (typeof PARTS)[number];

/** The part of a line: by its file, else by an even or odd first byte of the SHA-256 of its id. */
export function partOf(id: string): Part {
  if (id.startsWith('later-')) return 'later';
  if (id.startsWith('last-')) return 'last';
  if (id.startsWith('newest-')) return 'newest';
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'rules' : 'judged';
}

/** All written lines, in the order of files and lines. */
export function loadCorpus(): Line[] {
  return readFolder(FOLDER, lineSchema).map(({ line }) => line);
}
