import type { Competence, CompetenceBook, Level, Sign, SignId } from './competence';

/** One thing that was seen in the talk. */
export interface Occurrence {
  sign: SignId;
  /** Number of the turn, as the caller counts them. */
  turn?: number;
  /** The words that show it. */
  words?: string;
}

/** What was seen in a talk; `turns` are the supporter's. */
export interface Seen {
  turns: number;
  occurrences: readonly Occurrence[];
}

/** A sign of a competence, and what of the talk speaks for it. */
export interface Evidence {
  kind: keyof Competence['signs'];
  words: string;
  met: boolean;
  occurrences: readonly Occurrence[];
}

/** How a competence showed in one talk. */
export interface Judged {
  competence: Competence;
  /** Null when it did not come up, or the talk is too short to tell. */
  level: Level | null;
  /** The level in words, or why there is none. */
  words: string;
  /** A harmful sign was seen, which keeps the level at 1 whatever else went well. */
  capped: boolean;
  /** Harmful signs that were met, and all basic and advanced ones; in the order of the data. */
  evidence: readonly Evidence[];
  /** The next sign to work on, in words; null where nothing is left. */
  next: string | null;
}

/** Fewer turns of the supporter than this say too little about what is usual for them. */
export const FEWEST_TURNS = 4;
const NOT_ARISEN = 'This did not come up.';
const TOO_SHORT = 'Too short a talk to tell.';

function isMet({ of, per, without = [], least, most }: Sign, { turns, occurrences }: Seen): boolean {
  const count = (ids: readonly string[]): number =>
    occurrences.filter(({ sign }) => ids.includes(sign)).length;
  if (count(without) > 0) return false;
  let value = count(of);
  if (per) {
    const whole = count(per) + (per.includes('turn') ? turns : 0);
    // Nothing to divide by: as good as without bound where there is something, and nothing where there is not.
    value = whole === 0 ? (value === 0 ? 0 : Infinity) : value / whole;
  }
  const lowest = least ?? (most === undefined ? 1 : 0);
  return value >= lowest && value <= (most ?? Infinity);
}

const evidenceOf = (kind: Evidence['kind'], sign: Sign, seen: Seen): Evidence => ({
  kind,
  words: sign.words,
  met: isMet(sign, seen),
  occurrences: seen.occurrences.filter((one) => sign.of.includes(one.sign)),
});

function judge(competence: Competence, seen: Seen): Judged {
  const { signs, arises, levels } = competence;
  const [harmful, basic, advanced] = (['harmful', 'basic', 'advanced'] as const).map((kind) =>
    signs[kind].map((sign) => evidenceOf(kind, sign, seen)),
  ) as [Evidence[], Evidence[], Evidence[]];
  const harms = harmful.filter(({ met }) => met);
  const evidence = [...harms, ...basic, ...advanced];
  const next = [...basic, ...advanced].find(({ met }) => !met)?.words ?? null;
  const capped = harms.length > 0;
  const none = (words: string): Judged => ({ competence, level: null, words, capped, evidence, next });
  // What could have hurt is named however short the talk was.
  if (!capped) {
    if (arises && !seen.occurrences.some(({ sign }) => arises.includes(sign))) return none(NOT_ARISEN);
    if (seen.turns < FEWEST_TURNS && !arises) return none(TOO_SHORT);
  }
  const level = levelOf(capped, basic, advanced);
  const words = levels.find((one) => one.level === level)?.words ?? '';
  return { competence, level, words, capped, evidence, next };
}

function levelOf(capped: boolean, basic: readonly Evidence[], advanced: readonly Evidence[]): Level {
  if (capped) return 1;
  if (!basic.every(({ met }) => met)) return 2;
  return advanced.some(({ met }) => met) ? 4 : 3;
}

/** How each competence showed in a talk, with the evidence it rests on; in the order of the book. Pure. */
export function judgeCompetences(book: CompetenceBook, seen: Seen): Judged[] {
  return book.competences.map((competence) => judge(competence, seen));
}
