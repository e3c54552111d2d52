import { attachmentSchema } from '../conversation/message';
import { z } from '../schema';
import type { Adapter } from './adapter';
import { plainParts } from './deep';
import { fitsPath } from './path';
import { cssFault } from './safe-css';

/** Most bytes of one recipe as JSON. */
export const MAX_RECIPE = 8_000;
/** Most recipes kept. */
export const MAX_RECIPES = 200;

const css = z.string().check(z.minLength(1), z.maxLength(300));
const short = z.string().check(z.minLength(1), z.maxLength(80));
const selector = z.strictObject({ css });
/** Attributes hold marks and ids; what a person typed, or what could carry code, is none of a recipe's business. */
const attr = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,60}$/), z.regex(/^(?!value$|style$|srcdoc$|nonce$|password|on)/));
const field = z.strictObject({
  css: z.optional(css),
  attr: z.optional(attr),
  up: z.optional(z.boolean()),
  page: z.optional(z.boolean()),
  url: z.optional(short),
  after: z.optional(short),
  before: z.optional(short),
});

const MOST = z.maxLength(12);
const selectors = z.array(selector).check(MOST);
const fields = z.array(field).check(MOST);
const some = z.array(selector).check(z.minLength(1), MOST);

/** What a recipe says of a page: an adapter without the notes, and without what a page is recognised by. */
const readsSchema = z.strictObject({
  container: some,
  list: some,
  row: some,
  breaks: selectors,
  key: fields.check(z.minLength(1)),
  title: fields,
  messageId: fields,
  side: z.strictObject({
    supporter: selectors,
    client: selectors,
    other: selectors,
    colleague: selectors,
    neither: selectors,
    self: fields,
    you: z.array(short).check(MOST),
    clientName: fields,
    pair: fields,
    asker: selectors,
    askerName: fields,
    bubble: selectors,
  }),
  followUp: selectors,
  author: fields,
  time: z.array(z.extend(field, { unit: z.enum(['iso', 'seconds', 'milliseconds']) })).check(MOST),
  body: fields.check(z.minLength(1)),
  quote: selectors,
  exclude: selectors,
  edited: selectors,
  deleted: selectors,
  pending: selectors,
  attachments: z.array(z.extend(selector, { kind: attachmentSchema })).check(MOST),
  composer: selectors,
  settle: z.int().check(z.minimum(0), z.maximum(2_000)),
});

/**
 * How one site is read that somebody taught: data, for one origin and the paths that a pattern names. Segments
 * of `path` stand for themselves, `*` for any one, `**` at the end for any number.
 */
export const recipeSchema = z.strictObject({
  v: z.literal(1),
  origin: z.string().check(z.maxLength(200)),
  path: z.string().check(z.maxLength(200), z.regex(/^(?:\/[^/?#*\s]+|\/\*)*(?:\/\*\*|\/)?$/)),
  /** The day on which it was made. */
  made: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Taught on a page that Sidelight knew a way to read: the person's way goes first. */
  instead: z.optional(z.boolean()),
  reads: readsSchema,
});
export type Recipe = z.infer<typeof recipeSchema>;

/** What is wrong with a recipe: the field, as `side.supporter.0.css`, and why in words. */
export interface RecipeFault {
  field: string;
  why: string;
}
export type CheckedRecipe = { ok: true; recipe: Recipe } | { ok: false; fault: RecipeFault };

/**
 * Checks a recipe that came from a file, from storage or from a page.
 * @param parses whether a selector can be parsed; where there is no document, its form alone is checked
 */
export function checkRecipe(data: unknown, parses: (css: string) => boolean = () => true): CheckedRecipe {
  const bad = (where: string, why: string): CheckedRecipe => ({ ok: false, fault: { field: where, why } });
  const size = new TextEncoder().encode(JSON.stringify(data) ?? '').length;
  if (size > MAX_RECIPE)
    return bad('the whole', `is ${String(size)} bytes; at most ${String(MAX_RECIPE)} are read`);
  const parsed = recipeSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const extra = issue?.code === 'unrecognized_keys' ? `knows no “${issue.keys.join('”, “')}”` : null;
    return bad(
      issue?.path.join('.') || 'the whole',
      extra ?? 'is missing or has another form than it should',
    );
  }
  const { origin, reads } = parsed.data;
  if (!isOrigin(origin))
    return bad('origin', 'is no site: it should be its address up to the first single slash');
  for (const { where, css: one } of cssIn(reads, 'reads')) {
    const fault =
      cssFault(one) ?? (areParsed(one, parses) ? null : 'is no selector that a browser understands');
    if (fault !== null) return bad(where, fault);
  }
  return { ok: true, recipe: parsed.data };
}

/** Whether a recipe is for the page at this address. */
export function isFor({ origin, path }: Pick<Recipe, 'origin' | 'path'>, page: URL): boolean {
  return origin === page.origin && fitsPath(page.pathname, path);
}

/** The adapter that a recipe stands for. */
export function adapterOf({ origin, path, reads }: Recipe): Adapter {
  return {
    id: 'taught',
    name: new URL(origin).host,
    state: 'read',
    recognise: { markup: reads.list, path },
    ...reads,
  } as Adapter;
}

function areParsed(css: string, parses: (css: string) => boolean): boolean {
  return plainParts(css)?.every((part) => parses(part)) ?? false;
}

function isOrigin(origin: string): boolean {
  return (
    URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).origin === origin
  );
}

/** Every selector in a part of a recipe, with where it stands. */
function cssIn(value: unknown, where: string): { where: string; css: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'css' && typeof inner === 'string'
      ? [{ where: `${where}.css`, css: inner }]
      : cssIn(inner, `${where}.${key}`),
  );
}
