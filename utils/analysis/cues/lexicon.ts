import { z } from '../../schema';
import { wordForm } from '../text/form';
import { tokenise } from '../text/tokenise';
import type { CueKind } from './cue';
import echoes from './echoes.json';
import feelings from './feelings.json';
import hints from './hints.json';
import isolation from './isolation.json';
import looseWords from './loose-words.json';
import losses from './losses.json';
import { createPhraseFinder } from './phrases';
import relations from './relations.json';

/** One family of cues: how a client says it, and how a supporter's words show that it was heard. */
export const cueFamilySchema = z.object({
  id: z.string(),
  /** In words for people. */
  name: z.string(),
  weight: z.number().check(z.minimum(0), z.maximum(1)),
  /** Phrases of the client; see `createPhraseFinder` for `*`, `~` and `{kin}`. */
  says: z.array(z.string()).check(z.minLength(1)),
  /** Phrases of the supporter that name it, besides the client's own. */
  'takes-up': z.array(z.string()).check(z.minLength(1)),
  /** Families close in meaning: naming them takes up a cue of the turn just before. */
  near: z.optional(z.array(z.string())),
  /** Too grave to count as heard unless it is named, by itself. */
  'only-named': z.optional(z.boolean()),
});
export type CueFamily = z.infer<typeof cueFamilySchema>;

export const relationSchema = z.object({
  id: z.string(),
  words: z.array(z.string()).check(z.minLength(1)),
  pronouns: z.array(z.string()),
});
export type Relation = z.infer<typeof relationSchema>;

/** A wording that points back at what the client has just said ("what makes you say that?"). */
export const echoSchema = z.object({
  pattern: z.string(),
  kinds: z.array(z.enum(['feeling', 'loss', 'isolation', 'hint'])).check(z.minLength(1)),
  why: z.string(),
});

const familiesSchema = z.array(cueFamilySchema);

/** A family with the kind of its file. */
export interface KnownFamily extends CueFamily {
  kind: CueKind;
}

const lists: readonly [CueKind, unknown][] = [
  ['feeling', feelings],
  ['loss', losses],
  ['isolation', isolation],
  ['hint', hints],
];
export const FAMILIES: readonly KnownFamily[] = lists.flatMap(([kind, list]) =>
  familiesSchema.parse(list).map((family) => ({ ...family, kind })),
);
export const FAMILY_BY_ID: ReadonlyMap<string, KnownFamily> = new Map(FAMILIES.map((f) => [f.id, f]));

export const RELATIONS: readonly Relation[] = z.array(relationSchema).parse(relations);
/** Word form to the id of the relation. */
export const KIN: ReadonlyMap<string, string> = new Map(
  RELATIONS.flatMap(({ id, words }) =>
    words.flatMap((word) => [[tokenise(word)[0]?.form ?? wordForm(word).form, id] as const]),
  ),
);
export const PRONOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  RELATIONS.map(({ id, pronouns }) => [id, new Set(pronouns)]),
);

export const ECHOES = z
  .array(echoSchema)
  .parse(echoes)
  .map(({ pattern, kinds }) => ({
    pattern: new RegExp(`\\b(?:${pattern})`, 'u'),
    kinds: new Set<CueKind>(kinds),
  }));

/** Finds what a client says. */
export const findSaid = createPhraseFinder(
  FAMILIES.flatMap((family) => family.says.map((phrase) => [phrase, family] as const)),
  KIN,
);

const LOOSE: ReadonlySet<string> = new Set(looseWords.words);

/** A family as a phrase of the supporter's names it: `loose` when the phrase is said about anything else as well. */
export interface TakenUpFamily extends KnownFamily {
  loose: boolean;
}

/** Finds what shows that a supporter heard it; a client's own words count too. */
export const findTakenUp = createPhraseFinder(
  FAMILIES.flatMap((family) => {
    const tight: TakenUpFamily = { ...family, loose: false };
    const loose: TakenUpFamily = { ...family, loose: true };
    return [
      ...family['takes-up'].map((phrase) => [phrase, LOOSE.has(phrase) ? loose : tight] as const),
      ...family.says.map((phrase) => [phrase, tight] as const),
    ];
  }),
  KIN,
);
