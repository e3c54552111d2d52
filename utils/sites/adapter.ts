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
const css = z.string().check(z.minLength(1), z.maxLength(300));

export const selectorSchema = z.object({ css, ...provenance });
export type Selector = z.infer<typeof selectorSchema>;

/** A value: of an element found by `css` (without it, the element itself), its attribute `attr` or its text. */
export const fieldSchema = z.object({
  css: z.optional(css),
  attr: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/))),
  /** Look at the element itself and what encloses it, not at what is inside. */
  up: z.optional(z.boolean()),
  ...provenance,
});
export type Field = z.infer<typeof fieldSchema>;

const alternatives = z.array(selectorSchema);
const some = z.array(selectorSchema).check(z.minLength(1));

/**
 * What Sidelight knows of one chat site: data, no logic, and no way to write. Alternatives are tried in
 * order. The first `container` that is visible is one conversation; all else is looked up inside it.
 */
export const adapterSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: z.string(),
  /** 1 the platform's own source was read, 2 third-party evidence, 3 experimental and off at first. */
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  recognise: z.object({
    /** Host names on which alone it applies; none means any host whose markup fits. */
    hosts: z.optional(z.array(z.string())),
    markup: some,
  }),
  container: some,
  list: some,
  row: some,
  /** Rows between messages that end a run: dates, notices. */
  breaks: alternatives,
  key: z.array(fieldSchema).check(z.minLength(1)),
  title: z.array(fieldSchema),
  messageId: z.array(fieldSchema),
  side: z.object({ supporter: alternatives, client: alternatives }),
  /** Rows that carry no author of their own because the one above is by the same person. */
  followUp: alternatives,
  author: z.array(fieldSchema),
  time: z.array(z.extend(fieldSchema, { unit: z.enum(['iso', 'seconds', 'milliseconds']) })),
  body: z.array(fieldSchema).check(z.minLength(1)),
  /** Inside the body, but not words of this message: quotes, previews, buttons. */
  exclude: alternatives,
  edited: alternatives,
  deleted: alternatives,
  pending: alternatives,
  attachments: z.array(z.extend(selectorSchema, { kind: attachmentSchema })),
  composer: alternatives,
  /** Milliseconds without change to wait after a switch, where header and list do not change together. */
  settle: z.int().check(z.minimum(0), z.maximum(2_000)),
});
export type Adapter = z.infer<typeof adapterSchema>;
