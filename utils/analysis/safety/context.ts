import { HARD_BREAK, NO_BREAK } from './pieces';
import type { Match } from './automaton';
import type { Engine } from './engine';
import type { Rule } from './rule-schema';
import type { Word } from './words';
import type { SafetyStrength } from '../safety-cue';

/** A place where a rule's words stand, before what is around them has been looked at. */
export interface Candidate {
  rule: Rule;
  from: number;
  to: number;
}

/** Which words lie under an effect: per effect the words, or the sentences, that it covers. */
export interface Surroundings {
  candidates: Candidate[];
  /** Strength that the surroundings leave a candidate, or nothing when its words mean something else. */
  weigh: (candidate: Candidate) => SafetyStrength | undefined;
}

const FIRST_PERSON = new Set(['i', 'me', 'my', 'myself', 'mine', 'am']);

/** For each word the number of marks before it, so that "is any of these words marked" is one subtraction. */
function marks(
  length: number,
  spans: readonly { from: number; to: number }[],
): (from: number, to: number) => boolean {
  const change = new Int32Array(length + 1);
  for (const { from, to } of spans) {
    change[from] = (change[from] ?? 0) + 1;
    change[to] = (change[to] ?? 0) - 1;
  }
  const before = new Int32Array(length + 1);
  let open = 0;
  for (let i = 0; i < length; i++) {
    open += change[i] ?? 0;
    before[i + 1] = (before[i] ?? 0) + (open > 0 ? 1 : 0);
  }
  return (from, to) => (before[to] ?? 0) > (before[from] ?? 0);
}

/** Number of the sentence of each word. */
function sentences(words: readonly Word[]): Int32Array {
  const of = new Int32Array(words.length);
  let current = 0;
  words.forEach((word, i) => {
    if (i > 0 && word.breakBefore === HARD_BREAK) current++;
    of[i] = current;
  });
  return of;
}

/** Sorts the matches of a text into candidates and surroundings. Linear in words and matches. */
export function surround(engine: Engine, words: readonly Word[], matches: readonly Match[]): Surroundings {
  const { contexts } = engine;
  const carriers = new Set(contexts.carriers);
  const negators = new Set(contexts.negators);
  const sayers = new Set(contexts.sayers);
  const clauseStarts = new Set(contexts.clauseStarts);
  const present = new Set(contexts.presentForms);
  const past = new Set(contexts.pastForms);
  const pastStates = new Set(contexts.pastStates);
  const sentenceOf = sentences(words);
  const candidates: Candidate[] = [];
  const spans: Record<string, Match[]> = {};
  const unless = new Map<string, Match[]>();
  for (const match of matches) {
    const meaning = engine.meaning(match.pattern);
    if (meaning.kind === 'rule') candidates.push({ rule: meaning.rule, from: match.from, to: match.to });
    else if (meaning.kind === 'context') (spans[meaning.effect] ??= []).push(match);
    else {
      const found = unless.get(meaning.rule.id);
      if (found) found.push(match);
      else unless.set(meaning.rule.id, [match]);
    }
  }
  const over = (effect: string) => marks(words.length, spans[effect] ?? []);
  const dropped = over('drop');
  const lowered = over('check');
  const unnegated = over('unnegate');
  const inSentence = (effect: string) => {
    const found = new Set((spans[effect] ?? []).map((match) => sentenceOf[match.from]));
    return (i: number) => found.has(sentenceOf[i]);
  };
  const saysPast = inSentence('past');
  const saysRecent = inSentence('recent');
  const laughs = inSentence('jest');
  const tells = inSentence('fiction');
  const excepted = new Map([...unless].map(([id, found]) => [id, marks(words.length, found)] as const));
  const usedTo = marks(
    words.length,
    words.flatMap((word, i) =>
      word.word === 'used' && words[i + 1]?.word === 'to'
        ? [{ from: i + 2, to: Math.min(i + 5, words.length) }]
        : [],
    ),
  );

  /** Walks back over words that only carry meaning on, to a "not" and to the subject of what is said. */
  const before = (from: number): { negated: boolean; subject: 'client' | 'other' | 'unknown' } => {
    let negated = false;
    let subject: 'client' | undefined;
    for (let i = from - 1; i >= 0 && from - i <= contexts.reach; i--) {
      const word = words[i]?.word ?? '';
      if ((words[i + 1]?.breakBefore ?? NO_BREAK) !== NO_BREAK) break;
      if (negators.has(word)) {
        if (!unnegated(i, i + 1)) negated = true;
      } else if (FIRST_PERSON.has(word)) {
        subject = 'client';
        if (word === 'i' && !sayers.has(words[i - 1]?.word ?? '')) break;
      } else if (subject === undefined && engine.others.has(word)) return { negated, subject: 'other' };
      else if (carriers.has(word)) continue;
      else if (subject === undefined && !clauseStarts.has(word)) return { negated, subject: 'unknown' };
      else break;
    }
    return { negated, subject: subject ?? 'client' };
  };

  const has = (candidate: Candidate, set: ReadonlySet<string>) => {
    for (let i = candidate.from; i < candidate.to; i++) if (set.has(words[i]?.word ?? '')) return true;
    return false;
  };

  const liesInPast = (candidate: Candidate): boolean => {
    const { from, to, rule } = candidate;
    if (usedTo(from, Math.min(from + 1, to)) || usedTo(from, to)) return !saysRecent(from);
    if (saysRecent(from)) return false;
    if (rule.class === 'suicide' && has(candidate, pastStates) && !has(candidate, present)) return true;
    return saysPast(from) && (has(candidate, past) || !has(candidate, present));
  };

  return {
    candidates,
    weigh: (candidate) => {
      const { rule, from, to } = candidate;
      if (dropped(from, to) || excepted.get(rule.id)?.(from, to)) return undefined;
      const about = rule.about ?? 'client';
      const own = has(candidate, FIRST_PERSON);
      const { negated, subject } = before(from);
      if (tells(from)) return own && about !== 'other' ? 'check' : undefined;
      if (rule.strength === 'check' || about === 'other') return 'check';
      if (negated || lowered(from, to)) return 'check';
      if (about === 'client' && !own && subject !== 'client') return 'check';
      if (liesInPast(candidate)) return 'check';
      if (rule.joking && laughs(from)) return 'check';
      return rule.strength;
    },
  };
}
