import { flagIdSchema } from '../coaching/draft-rule';
import { MAX_MESSAGES, MAX_NAME } from '../conversation/limits';
import { messageSchema } from '../conversation/message';
import { z } from '../schema';
import { wordingSchema } from '../suggestions/wording';
import { viewSchema } from './view';

/** Port on which one panel follows one window. */
export const PANEL_PORT = 'panel';

const tabId = z.int();

/** What the panel asks of the worker. Every one names the tab that the person was looking at. */
export const intentSchema = z.discriminatedUnion('kind', [
  /** First message: the window whose active tab this panel follows. */
  z.object({ kind: z.literal('follow'), windowId: z.int() }),
  /** The person has just allowed the site in the browser's own prompt. */
  z.object({ kind: z.literal('allowed'), tabId, origin: z.string() }),
  /** The same for the site of a frame in the page. */
  z.object({ kind: z.literal('allowed-frame'), tabId, origin: z.string() }),
  z.object({ kind: z.literal('pause'), tabId }),
  z.object({ kind: z.literal('resume'), tabId }),
  /** Stop reading this site, take the permission back, forget its conversations. */
  z.object({ kind: z.literal('stop-site'), tabId, origin: z.string() }),
  /** Other hints for the same message. */
  z.object({ kind: z.literal('again'), tabId }),
  z.object({ kind: z.literal('acknowledge-safety'), tabId, messageId: z.string() }),
  /** A person's own label for a message wins over the reading. Null takes the correction back. */
  z.object({ kind: z.literal('correct'), tabId, messageId: z.string(), label: z.nullable(z.string()) }),
  /** Allow or decline sending this conversation, redacted, to the endpoint; null to be asked again. */
  z.object({ kind: z.literal('allow-llm'), tabId, allow: z.nullable(z.boolean()) }),
  z.object({ kind: z.literal('dismiss-problem'), tabId }),
  /** A remark about drafts is wanted or not, in this conversation or everywhere. */
  z.object({
    kind: z.literal('flag'),
    tabId,
    flag: flagIdSchema,
    on: z.boolean(),
    where: z.enum(['here', 'everywhere']),
  }),
  /** When suggestions show, and in what form; for every conversation. */
  z.object({ kind: z.literal('wording'), tabId, wording: wordingSchema }),
  /** A conversation that the person pasted, with the sides that they gave. It is read beside this tab. */
  z.object({
    kind: z.literal('paste-transcript'),
    tabId,
    title: z.string().check(z.maxLength(MAX_NAME)),
    messages: z.array(messageSchema).check(z.minLength(1), z.maxLength(MAX_MESSAGES)),
  }),
  z.object({ kind: z.literal('close-paste'), tabId }),
  /** Put the picker into the page, so that the person can show where the messages are; or take it away. */
  z.object({ kind: z.literal('teach'), tabId }),
  z.object({ kind: z.literal('stop-teaching'), tabId }),
  /** Which name is the person's own, or their client's, in the conversation of that key; null: none of those shown. */
  z.object({
    kind: z.literal('who-is-who'),
    tabId,
    key: z.string(),
    about: z.enum(['me', 'client']),
    name: z.nullable(z.string().check(z.minLength(1), z.maxLength(MAX_NAME))),
    /** Past the session, on this computer: by a digest of the name. */
    remember: z.optional(z.boolean()),
  }),
  /** Take back what was said of names in the conversation of that key. */
  z.object({ kind: z.literal('forget-who'), tabId, key: z.string() }),
]);
export type Intent = z.infer<typeof intentSchema>;

/** What the worker tells the panel. */
export const panelMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('view'), view: viewSchema }),
]);
export type PanelMessage = z.infer<typeof panelMessageSchema>;
