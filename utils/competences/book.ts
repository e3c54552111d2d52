import { didYouMean } from '../did-you-mean';
import type { z } from '../schema';
import { type CompetenceBook, competenceBookSchema, SIGN_IDS } from './competence';
import data from './competences.json';

/** The competences that ship. */
export const COMPETENCES: CompetenceBook = competenceBookSchema.parse(data);

export type ReadCompetences = { ok: true; book: CompetenceBook } | { ok: false; problems: string[] };

/** The competence, level or sign that a problem is in, in words. */
function place(file: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = file;
  return path
    .map((key) => {
      at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
      const id = typeof at === 'object' && at !== null && 'id' in at ? at.id : undefined;
      if (typeof id === 'string') return id;
      return typeof key === 'number' ? `no. ${String(key + 1)}` : String(key);
    })
    .join(' › ');
}

/** The value in a file that a problem is about. */
function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    file,
  );
}

function readable(file: unknown, issue: z.core.$ZodIssue): string {
  const at = place(file, issue.path);
  const where = at === '' ? 'The file' : at;
  const value = valueAt(file, issue.path);
  if (issue.code === 'unrecognized_keys')
    return `${where}: there is no field ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
  if (issue.code === 'invalid_value' && typeof value === 'string' && issue.path.includes('signs'))
    return `${where}: there is no sign "${value}".${didYouMean(value, SIGN_IDS)}`;
  if (issue.code === 'invalid_type' && value === undefined) return `${where}: it is missing.`;
  return `${where}: ${issue.message}.`;
}

/** An organisation's own competences, or what is wrong with the file, in sentences that name the place. */
export function readCompetences(file: unknown): ReadCompetences {
  const parsed = competenceBookSchema.safeParse(file);
  if (parsed.success) return { ok: true, book: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => readable(file, issue)) };
}
