import { z } from '../schema';
import { attachmentSchema } from '../conversation/message';

/** How sure a fact is: H read in the platform's own source or seen live, M in third-party code, L weak, R recalled. */
export const confidenceSchema = z.enum(['H', 'M', 'L', 'R']);

const provenance = {
  /** Why this selector, in words that outlive the page. */
  why: z.string().check(z.minLength(3)),
  confidence: confidenceSchema,
  /** The day on which it was last found true. */
  seen: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
};
/** What the build leaves out of the reader: it is for people. */
export const NOTES = ['why', 'confidence', 'seen', 'tested', 'tier'] as const;

const css = z.string().check(z.minLength(1), z.maxLength(300));
const short = z.string().check(z.minLength(1), z.maxLength(80));

export const selectorSchema = z.object({ css, ...provenance });

/**
 * A value: of an element found by `css` (without it, the element itself) its attribute `attr` or its text; or,
 * with `url`, a part of the page's address.
 */
export const fieldSchema = z.object({
  css: z.optional(css),
  attr: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/))),
  /** Look at the element itself and what encloses it, not at what is inside. */
  up: z.optional(z.boolean()),
  /** Look in the whole page, for what stands outside the conversation: a heading, the account's own name. */
  page: z.optional(z.boolean()),
  /**
   * Segments of the path (`rooms/:`), of the hash (`#/room/:`) or search parameters (`?c`, `?f&t`), wherever they
   * stand, or several of these (`:?t`); `:` is a segment that is kept, `*` any other. With `css` as well, both
   * together, for a site whose address alone is the same for two conversations.
   */
  url: z.optional(short),
  /** Keep only what comes after the first of this. */
  after: z.optional(short),
  /** Keep only what comes before the first of this, after `after`. */
  before: z.optional(short),
  ...provenance,
});

const alternatives = z.array(selectorSchema);
const some = z.array(selectorSchema).check(z.minLength(1));

/**
 * How to tell who wrote a row. Every rule that applies is a vote; without one, or when they disagree, the side
 * is unknown. A row that merely lacks the supporter's mark is never the client's for that alone: see `pair`.
 */
const sideSchema = z.object({
  /** The mark of what this account wrote. */
  supporter: alternatives,
  /** The mark of what the client wrote, on a site where everybody else is not. */
  client: alternatives,
  /** The mark of what somebody else wrote, client or not. */
  other: alternatives,
  /** The mark of the supporter's own team: this account's only if the name is. */
  colleague: alternatives,
  /** Nobody's: a bot, a notice in the form of a message. Goes before every other rule. */
  neither: alternatives,
  /** The account's own name on the page: an author of that name is the supporter. */
  self: z.array(fieldSchema),
  /** What the site calls the account's own rows instead of a name, in each language known. */
  you: z.array(short),
  /** The other's name, where the heading of a conversation of two is that: an author of that name is the client. */
  clientName: z.array(fieldSchema),
  /**
   * Any value says that this is a conversation of two. Rows that no rule names are then the client's, once some
   * row of the list has shown that the supporter's rows are still marked; without marks at all, the one author
   * beside the client's name is the supporter.
   */
  pair: z.array(fieldSchema),
  /** Who asked, on a forum: rows of that mark or name are the client's under the same condition. */
  asker: alternatives,
  askerName: z.array(fieldSchema),
  /** Bubbles that stand at the end of the line (right, where one writes from left to right) when they are own. */
  bubble: alternatives,
});

/**
 * What Sidelight knows of one chat site: data, no logic, and no way to write. Alternatives are tried in
 * order. The first `container` that is visible is one conversation; all else is looked up inside it.
 */
export const adapterSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: z.string(),
  /** 1 the platform's own source was read, 2 third-party evidence, 3 experimental and off at first. */
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** An experimental site is read only after the person turned it on. */
  state: z.enum(['read', 'experimental']),
  /** On what it was tested: the real client, or a page written by hand from what is known of it. */
  tested: z.enum(['client', 'page']),
  recognise: z.object({
    /** Host names on which alone it applies; none means any host whose markup fits. */
    hosts: z.optional(z.array(z.string())),
    /** Paths on which alone it applies: segments, `*` for any one, `**` at the end for any number. */
    path: z.optional(z.string()),
    markup: some,
  }),
  container: some,
  list: some,
  row: some,
  /** Rows that are no messages and end a run: dates, notices, notes among colleagues. */
  breaks: alternatives,
  key: z.array(fieldSchema).check(z.minLength(1)),
  title: z.array(fieldSchema),
  messageId: z.array(fieldSchema),
  side: sideSchema,
  /** Rows that carry no author of their own because the one above is by the same person. */
  followUp: alternatives,
  author: z.array(fieldSchema),
  time: z.array(z.extend(fieldSchema, { unit: z.enum(['iso', 'seconds', 'milliseconds']) })),
  body: z.array(fieldSchema).check(z.minLength(1)),
  /** Another message shown inside this one: nothing in it counts, neither words nor author nor side. */
  quote: alternatives,
  /** Inside the body, but not words of this message: previews, buttons. */
  exclude: alternatives,
  edited: alternatives,
  deleted: alternatives,
  pending: alternatives,
  attachments: z.array(z.extend(selectorSchema, { kind: attachmentSchema })),
  composer: alternatives,
  /** Milliseconds without change to wait after a switch, where header and list do not change together. */
  settle: z.int().check(z.minimum(0), z.maximum(2_000)),
});
/** An adapter as it is written, with the notes that say why. */
export type DocumentedAdapter = z.infer<typeof adapterSchema>;

type WithoutNotes<T> = T extends readonly (infer Item)[]
  ? WithoutNotes<Item>[]
  : T extends object
    ? { [Key in keyof T as Key extends (typeof NOTES)[number] ? never : Key]: WithoutNotes<T[Key]> }
    : T;

/** An adapter as the reader needs it. */
export type Adapter = WithoutNotes<DocumentedAdapter>;
export type Selector = Pick<Adapter['row'][number], 'css'>;
export type Field = Adapter['body'][number];
