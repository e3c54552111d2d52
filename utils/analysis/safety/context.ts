import type { SafetyStrength } from '../safety-cue';
import type { Match } from './automaton';
import type { Engine } from './engine';
import { NO_BREAK } from './pieces';
import type { ContextEffect, Rule } from './rule-schema';
import type { Candidate, Part } from './candidate';
import { saidTogether } from './together';
import { coverage, holding, nearness, sentencesOf } from './spans';
import { lookBefore } from './subject';
import type { Word } from './words';

export interface Surroundings {
  candidates: Candidate[];
  /** Strength that the surroundings leave a candidate, or nothing when its words mean something else. */
  weigh: (candidate: Candidate) => SafetyStrength | undefined;
}

const NO = new Set(['no', 'nope', 'nah']);
const DEAR = new Set(['them', 'him', 'her', 'my', 'everyone']);
/** How many words before a match may hold its verb: "had [suicidal thoughts]". */
const VERB_REACH = 3;
/** How many words before or after a match laughter still belongs to it. */
const LAUGH_BEFORE = 2;
const LAUGH_AFTER = 6;
/** Laughter in a sentence of its own this short belongs to the sentence before. */
const SHORT_LAUGH = 2;

/** Sorts the matches of a text into candidates and surroundings. Linear in words and matches. */
export function surround(engine: Engine, words: readonly Word[], matches: readonly Match[]): Surroundings {
  const { sets } = engine;
  const candidates: Candidate[] = [];
  const spans = new Map<ContextEffect, Match[]>();
  const unless = new Map<string, Match[]>();
  const parts = new Map<Rule, Part[]>();
  const put = <Key, Value>(map: Map<Key, Value[]>, key: Key, match: Value) => {
    const found = map.get(key);
    if (found) found.push(match);
    else map.set(key, [match]);
  };
  for (const match of matches) {
    const meaning = engine.meaning(match.pattern);
    if (meaning.kind === 'rule') candidates.push({ ...meaning, from: match.from, to: match.to });
    else if (meaning.kind === 'part')
      put(parts, meaning.rule, { ...meaning, from: match.from, to: match.to });
    else if (meaning.kind === 'context') put(spans, meaning.effect, match);
    else put(unless, meaning.rule.id, match);
  }
  for (const found of parts.values()) candidates.push(...saidTogether(found));

  const sentences = sentencesOf(words);
  const over = (effect: ContextEffect) => coverage(words.length, spans.get(effect) ?? []);
  const inSentence = (found: readonly Match[]) => {
    const numbers = new Set(found.map((match) => sentences.of(match.from)));
    return (word: number) => numbers.has(sentences.of(word));
  };
  const dropped = over('drop');
  const lowered = over('check');
  const quoted = over('reported');
  const noNegation = over('unnegate');
  const excepted = new Map([...unless].map(([id, found]) => [id, coverage(words.length, found)] as const));
  const exceptedSentence = new Map([...unless].map(([id, found]) => [id, inSentence(found)] as const));
  const pastWords = over('past');
  const saysPast = inSentence(spans.get('past') ?? []);
  // "I'm better now" ends a story of the past; it is not about a "now" of danger.
  const saysRecent = inSentence((spans.get('recent') ?? []).filter(({ from, to }) => !pastWords(from, to)));
  const nowadays = (spans.get('now') ?? []).filter(({ from, to }) => !pastWords(from, to));
  const saysNow = inSentence(nowadays);
  const toPast = nearness(words.length, spans.get('past') ?? []);
  const toNow = nearness(words.length, nowadays);
  const tellsStory = inSentence(spans.get('fiction') ?? []);
  const seesSelf = inSentence(spans.get('identify') ?? []);
  const disclaims = inSentence(spans.get('disclaim') ?? []);
  const laughter = spans.get('jest') ?? [];
  const laughs = coverage(words.length, laughter);
  const laughsAlone = new Set(
    laughter
      .map(({ from }) => sentences.of(from))
      .filter((n) => {
        const { from, to } = sentences.all[n] ?? { from: 0, to: Infinity };
        return to - from <= SHORT_LAUGH;
      }),
  );

  const isNegation = (word: number) => !noNegation(word, word + 1);
  const own = holding(words, (word) => sets.firstPerson.has(word));
  const ownPlainly = holding(words, (word) => word !== 'myself' && sets.firstPerson.has(word));
  const inPresent = holding(words, (word) => sets.present.has(word));
  // "The thought of dying" names a thought; "I thought of dying" lies in the past.
  // "I wanted them to ..." is what one did, not a state that has passed.
  const pastState = holding(
    words,
    (word, i) =>
      sets.pastStates.has(word) && words[i - 1]?.word !== 'the' && !DEAR.has(words[i + 1]?.word ?? ''),
  );
  const usedTo = holding(words, (word, i) => word === 'used' && words[i + 1]?.word === 'to');
  const negation = holding(words, (word, i) => sets.negators.has(word) && isNegation(i));
  const isLaughedAt = ({ from, to }: Candidate) => {
    const number = sentences.of(from);
    const sentence = sentences.all[number] ?? { from, to };
    return (
      laughs(Math.max(sentence.from, from - LAUGH_BEFORE), Math.min(sentence.to, to + LAUGH_AFTER)) ||
      laughsAlone.has(number + 1)
    );
  };
  /** "Suicidal? No." */
  const answeredNo = ({ to }: Candidate) => {
    const answer = words[to];
    if (!answer || answer.breakBefore === NO_BREAK || !NO.has(answer.word)) return false;
    const after = words[to + 1];
    return !after || after.breakBefore !== NO_BREAK;
  };
  const liesInPast = ({ from, to, rule }: Candidate): boolean => {
    const sentence = sentences.all[sentences.of(from)];
    const begin = sentence?.from ?? 0;
    const verb = Math.max(begin, from - VERB_REACH);
    // "I used to ...": in the same clause, or else "I used to be fine and now ..." would lie in the past too.
    for (let i = from - 1; i >= Math.max(begin, from - sets.reach); i--) {
      if (words[i]?.word === 'used' && words[i + 1]?.word === 'to') return true;
      if (sets.clauseStarts.has(words[i]?.word ?? '')) break;
    }
    if (usedTo(from, to - 1)) return true;
    if (saysRecent(from) || inPresent(verb, to)) return false;
    // "Back then I wanted to die, now it is just grey": the nearer word counts.
    if (saysNow(from) && toNow(from, to) < toPast(from, to)) return false;
    if (rule.class === 'suicide' && pastState(verb, to)) return true;
    return saysPast(from);
  };

  const weigh = (candidate: Candidate): SafetyStrength | undefined => {
    const { rule, from, to, holdsNot } = candidate;
    if (dropped(from, to) || excepted.get(rule.id)?.(from, to)) return undefined;
    if (candidate.spread && exceptedSentence.get(rule.id)?.(from)) return undefined;
    const about = rule.about ?? 'client';
    const before = lookBefore(words, from, sets, isNegation);
    // "My friend is going to kms": written short, the "myself" is not the client.
    const isOwn = ownPlainly(from, to) || (own(from, to) && before.subject !== 'other');
    const isOther = before.subject === 'other' || before.subject === 'thing';
    if (about === 'client-only' && !isOwn && isOther) return undefined;
    // "You don't belong here": a hint speaks of whoever it is said of, and that is nobody here.
    if (rule.strength === 'indirect' && about === 'client' && !isOwn && before.subject === 'thing')
      return undefined;
    if (tellsStory(from) && !seesSelf(from)) {
      // The people of a story fall away; a wish or a deed that could be the client's own never does.
      const ofStory =
        about === 'other' || rule.strength === 'check' || (before.subject === 'other' && !isOwn);
      return ofStory ? undefined : 'check';
    }
    if (tellsStory(from)) return 'check';
    if (rule.strength === 'check' || about === 'other') return 'check';
    if (before.negated || disclaims(from) || (!holdsNot && negation(from, to)) || answeredNo(candidate))
      return 'check';
    if (lowered(from, to) || (about !== 'anyone' && (before.reported || quoted(from, to)))) return 'check';
    if (about !== 'anyone' && !isOwn && before.subject !== 'client') return 'check';
    if (liesInPast(candidate)) return 'check';
    if (rule.joking && isLaughedAt(candidate)) return 'check';
    return rule.strength;
  };
  return { candidates, weigh };
}
