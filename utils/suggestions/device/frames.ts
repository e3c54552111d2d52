import { createMayMatch } from '../../analysis/text/may-match';
import { z } from '../../schema';
import data from './bank/frames.json';
import { PERSON_NOUNS } from './topics';

export const POINT_KINDS = [
  'dark',
  'asks-real',
  'rupture',
  'doubts-help',
  'heard',
  'asks-private',
  'baby-loss',
  'death',
  'grave',
  'for-others',
  'kindness',
  'dying',
  'worthless',
  'self-blame',
  'unseen',
  'isolation',
  'asks-normal',
  'asks-advice',
  'hint',
  'betrayal',
  'parents-split',
  'drift',
  'breakup',
  'job-loss',
  'fail',
  'hurt-by',
  'conflict',
  'caring',
  'illness',
  'panic',
  'crying',
  'sleep',
  'out',
  'numb',
  'asks-why',
  'first-told',
  'controlled',
  'comparing',
  'silence',
  'rumination',
  'regret',
  'untold',
  'money',
  'pressure',
  'anger',
  'stuck',
  'decision',
  'worry',
  'miss',
  'change',
  'body',
  'drink',
  'unfair',
  'thought-of-others',
  'sorry',
  'asks-help',
  'effort',
  'tried',
  'good',
  'escape',
  'wish',
  'picture',
  'thanks',
  'closing',
  'greeting',
  'ordinary',
  'fact',
  'agree',
  'asks-view',
  'asks-yours',
  'asks-you',
  'ack',
  'thin',
  'asks-leave',
  'pause',
  'told',
  'confirms',
  'achieved',
  'withdrawn',
  'masking',
  'dropped',
  'turn-to',
  'relief',
  'doubts-care',
  'asks-hope',
  'back',
  'feeling',
  'event',
  'state',
  'topic',
  'named',
] as const;
const kindSchema = z.enum(POINT_KINDS);
export type PointKind = z.infer<typeof kindSchema>;

const kindInfoSchema = z.object({
  kind: kindSchema,
  weight: z.number(),
  mood: z.enum(['dark', 'bright', 'any']),
  that: z.optional(z.array(z.string())),
  noun: z.optional(z.string()),
  theme: z.optional(z.string()),
  belief: z.optional(z.boolean()),
  /** May be said to the supporter; of other kinds, a clause with "you" in it is about this talk. */
  toSupporter: z.optional(z.boolean()),
  /** May be of a question; the others are told, not asked. */
  asked: z.optional(z.boolean()),
  /** What only the client can say of themselves: "she hardly eats" is not their trouble with food. */
  own: z.optional(z.boolean()),
  /** Its words seldom mean anything else; other dark kinds need a witness: the reading, or a cue in the clause. */
  sure: z.optional(z.boolean()),
  /** Its words may be those that are left out of other clauses: "sorry", "ok", "yes". */
  fillers: z.optional(z.boolean()),
  /** Kinds that say more of the same clause: beside them this one is not meant. */
  asideFor: z.optional(z.array(kindSchema)),
  /** The client's own also in what somebody else said, thinks or did. */
  doneToMe: z.optional(z.boolean()),
  /** No line that answers any kind fits it. */
  ownLines: z.optional(z.boolean()),
  /** What happens or happened: where it hangs on an "if", it is feared. */
  happens: z.optional(z.boolean()),
  /** Words beside which the kind is not meant: "used to", "not freaking out". */
  unless: z.optional(z.string()),
});
export type KindInfo = z.infer<typeof kindInfoSchema>;

const { kinds, frames } = z
  .object({
    about: z.string(),
    kinds: z.array(kindInfoSchema),
    frames: z.array(z.object({ kind: kindSchema, pattern: z.string() })),
  })
  .parse(data);

const KINDS = new Map(kinds.map((info) => [info.kind, info]));
const UNLESS = new Map(
  kinds.flatMap(({ kind, unless }) =>
    unless === undefined ? [] : [[kind, new RegExp(unless, 'u')] as const],
  ),
);
/** Capitals behind a relation that are no name: "lost my nan Friday". */
const DATES =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Eid|Diwali';
const RELATION = `(?:my|our|the) (?:(?!with|of|to|for|and|at|in|from|about|on)[\\w'-]+ ){0,2}?(?:${PERSON_NOUNS.join('|')})(?!\\w)(?: (?!${DATES})\\p{Lu}\\p{Ll}+)?`;
const MACROS: readonly (readonly [string, string])[] = [
  ['@them', `(?:${RELATION}|he|she|they|he's|she's|they're|my \\w+)`],
  [
    '@partner',
    `(?:my (?:[\\w-]+ )?(?:boyfriend|girlfriend|husband|wife|partner|fiance|fiancee|fiancé|fiancée|ex|spouse)|he|she|they|he's|she's)`,
  ],
  ['@anyone', `(?:${PERSON_NOUNS.join('|')})`],
  ['@im', "(?:i'm|i am)"],
];
/** A frame that says what the client asks needs a question, or words that ask without the mark. */
const COMPILED = frames.map(({ kind, pattern }) => ({ kind, match: new RegExp(expand(pattern), 'u') }));
const mayFit = createMayMatch(COMPILED.map(({ match }) => match.source));

/** Puts the bank's words in the place of macros. Each "@person" and "@gone" is caught under its own name. */
function expand(pattern: string): string {
  let caught = 0;
  const people = pattern.replace(/@(?:person|gone)/gu, () => `(?<person${++caught}>${RELATION})`);
  return MACROS.reduce((source, [macro, instead]) => source.replaceAll(macro, instead), people);
}

export interface FrameHit {
  kind: PointKind;
  /** The words that the frame caught as the person it is about, in the client's voice. */
  words: string | null;
}

/** What the bank says of a kind. */
export function kindOf(kind: PointKind): KindInfo {
  const info = KINDS.get(kind);
  if (info === undefined) throw new Error(`The bank says nothing of the kind ${kind}`);
  return info;
}

/** Tries every frame on nothing, so that none is compiled when somebody waits. */
export function prepareFrames(): void {
  for (const { match } of COMPILED) match.test('');
  for (const unless of UNLESS.values()) unless.test('');
}

/**
 * The frames that fit a clause of plain words, each kind once, the weightiest first.
 * @param plain the clause with its left-out subject and without fillers
 * @param asWritten the same with its fillers: "sorry", "ok" and "hi" are all there is in some
 */
export function framesOf(plain: string, asWritten: string, question: boolean): FrameHit[] {
  const hits = new Map<PointKind, FrameHit>();
  // Most frames hold no word of the clause: they need not be tried.
  const may = mayFit(`${plain}\n${asWritten}`);
  for (let i = 0; i < COMPILED.length; i += 1) {
    const frame = COMPILED[i];
    if (may[i] === 0 || frame === undefined) continue;
    const { kind, match } = frame;
    if (hits.has(kind) || (question && kindOf(kind).asked !== true)) continue;
    const hit =
      match.exec(plain) ??
      (plain !== asWritten && kindOf(kind).fillers === true ? match.exec(asWritten) : null);
    if (hit === null || UNLESS.get(kind)?.test(hit.input) === true) continue;
    hits.set(kind, {
      kind,
      words: Object.values(hit.groups ?? {}).find((caught) => caught !== undefined) ?? null,
    });
  }
  return [...hits.values()].sort((a, b) => kindOf(b.kind).weight - kindOf(a.kind).weight).slice(0, 3);
}
