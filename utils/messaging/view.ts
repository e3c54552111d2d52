import { z } from '../schema';
import { cueKindSchema } from '../analysis/cues/cue';
import { readingSchema, spanSchema } from '../analysis/reading';
import { safetyCueSchema } from '../analysis/safety-cue';
import { builtinStateSchema } from '../llm/builtin-model';
import { flagIdSchema } from '../coaching/draft-rule';
import { budgetLimitSchema, usageSchema } from '../llm/usage';
import { helpSchema } from '../practice/help';
import { wordingSchema } from '../suggestions/wording';
import { hintSchema } from '../suggestions/hint';
import { secondReadingSchema } from '../suggestions/llm/second-reading';
import { balanceSchema } from '../conversation/balance';
import { conversationRefSchema } from '../conversation/delta';
import { whoSchema } from '../conversation/who-is-who';
import { healthSchema } from './health';
import { teachingSchema } from './teaching';

/** Most client messages that the panel draws at once; the count says how many there are in all. */
export const TIMELINE_LENGTH = 200;
/** Longest piece of a message that the timeline's table shows. */
export const EXCERPT_LENGTH = 280;

/**
 * What the panel is about, seen from the person:
 * - `idle` Sidelight was not opened on this tab yet: the toolbar icon starts it
 * - `forbidden` the browser lets no extension read this page
 * - `consent` a site that Sidelight may not read yet
 * - `starting` allowed, the reader is on its way
 * - `no-chat` the page holds no conversation that Sidelight knows
 * - `unreadable` a conversation is there but cannot be read reliably
 * - `reading`, `paused`
 * - `outdated` the extension was updated or reloaded under the open page: reload the page
 */
export const pageStateSchema = z.enum([
  'idle',
  'forbidden',
  'consent',
  'starting',
  'no-chat',
  'unreadable',
  'reading',
  'paused',
  'outdated',
]);
export type PageState = z.infer<typeof pageStateSchema>;

/** One client message on the timeline. */
export const pointSchema = z.object({
  id: z.string(),
  /** Its place among all messages of the conversation, from 1. */
  n: z.int(),
  at: z.optional(z.int()),
  excerpt: z.string(),
  /** Null when readings are off or failed; the message is shown all the same. */
  reading: z.nullable(readingSchema),
  /** The label is the person's own; it wins over the reading. */
  corrected: z.optional(z.boolean()),
  /** How a language model reads it, where one was asked: shown beside the reading, never in its place. */
  second: z.optional(secondReadingSchema),
});
export type TimelinePoint = z.infer<typeof pointSchema>;

/** A safety cue that the supporter has not acknowledged yet. */
export const openSafetySchema = z.object({
  messageId: z.string(),
  n: z.int(),
  cue: safetyCueSchema,
  /** The words around the cue, with method words masked. */
  quote: z.string(),
});
export type OpenSafety = z.infer<typeof openSafetySchema>;

export const engineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('device') }),
  z.object({
    kind: z.literal('llm'),
    host: z.string(),
    model: z.string(),
    /** The person allowed sending for this conversation. */
    allowed: z.boolean(),
    /** The person chose to keep this conversation on the device: do not ask again. */
    declined: z.optional(z.boolean()),
    /** Set when it is the browser's own model: nothing leaves this computer. `host` is its name then. */
    builtin: z.optional(builtinStateSchema),
  }),
]);
export type Engine = z.infer<typeof engineSchema>;

/** Hints for one client message. `reason` says why there are none. */
export const hintSetSchema = z.object({
  messageId: z.string(),
  hints: z.array(hintSchema),
  reason: z.optional(z.enum(['listen', 'safety', 'safety-asked', 'no-client-message', 'language'])),
  /** How often the person asked again for this message. */
  round: z.int(),
});
export type HintSet = z.infer<typeof hintSetSchema>;

/** Something the client said that wants an answer, as the panel lists it. */
export const shownCueSchema = z.object({
  messageId: z.string(),
  /** The message's number in the conversation, from 1. */
  n: z.int(),
  kind: cueKindSchema,
  quote: z.string(),
});
export type ShownCue = z.infer<typeof shownCueSchema>;

export const shownCuesSchema = z.object({
  /** At most three: what is heavy and has waited longest first. */
  open: z.array(shownCueSchema),
  /** Open ones beyond those. */
  more: z.int(),
  /** What the supporter's last message took up. */
  takenUp: z.array(shownCueSchema),
});
export type ShownCues = z.infer<typeof shownCuesSchema>;

/** What the draft check says of the draft as it stands. */
export const shownDraftCheckSchema = z.object({
  flags: z.array(
    z.object({
      id: flagIdSchema,
      /** The flag in words for people. */
      name: z.string(),
      spans: z.array(spanSchema),
      because: z.string(),
      direction: z.string(),
      /** Another way to say it may be asked for. */
      canReword: z.boolean(),
    }),
  ),
  good: z.optional(z.string()),
  unread: z.optional(z.enum(['language', 'transcript'])),
});
export type ShownDraftCheck = z.infer<typeof shownDraftCheckSchema>;

/** Everything that the panel draws for one tab: a bounded, cumulative snapshot, never a difference. */
export const viewSchema = z.object({
  tabId: z.int(),
  state: pageStateSchema,
  /** Absent when the browser does not tell. */
  origin: z.optional(z.string()),
  /** What went wrong, when something did: a code of `components/common/notices`. */
  problem: z.optional(z.enum(['storage-full', 'analysis-failed'])),
  site: z.optional(z.string()),
  conversation: z.optional(conversationRefSchema),
  health: z.optional(healthSchema),
  counts: z.object({ total: z.int(), client: z.int(), supporter: z.int(), unknown: z.int() }),
  points: z.array(pointSchema),
  safety: z.array(openSafetySchema),
  hints: z.optional(hintSetSchema),
  draft: z.optional(z.string()),
  draftCheck: z.optional(shownDraftCheckSchema),
  cues: z.optional(shownCuesSchema),
  balance: z.optional(balanceSchema),
  /** How the person wants to be helped with wording. */
  wording: wordingSchema,
  engine: engineSchema,
  /** What this conversation's calls to a language model cost; absent before the first. */
  usage: z.optional(
    z.extend(usageSchema, {
      /** Estimated, from the prices that the person set; absent without them. */
      cost: z.optional(z.number()),
      currency: z.optional(z.string()),
    }),
  ),
  /** No adapter knows the page: it is read by what it looks like. */
  isGuess: z.optional(z.boolean()),
  /** Two places on an unknown page look like the conversation, and none is read. */
  isUnsure: z.optional(z.boolean()),
  /** Origins of frames that may hold the conversation, and that the person has not allowed. */
  frames: z.optional(z.array(z.string())),
  /** The frame of the page that held the conversation is gone. */
  isFrameLost: z.optional(z.boolean()),
  /** A question about the names in the conversation, asked once. */
  whoQuestion: z.optional(z.object({ about: z.enum(['me', 'client']), names: z.array(z.string()) })),
  /** What the person said of those names. */
  who: z.optional(whoSchema),
  /** The limit of the person's budget that stops further calls. */
  budgetReached: z.optional(budgetLimitSchema),
  /** The conversation was pasted by the person: the page in the tab has no part in it. */
  pasted: z.optional(z.boolean()),
  /** The person is teaching the site in the page: how far they are. */
  teaching: z.optional(teachingSchema),
  /** The person taught this site, or accepted a recipe for it. */
  taught: z.optional(z.boolean()),
  /** Set when the tab is the practice page; `help` says how much of the panel's help the session has. */
  practice: z.optional(z.object({ help: helpSchema })),
});
export type View = z.infer<typeof viewSchema>;
