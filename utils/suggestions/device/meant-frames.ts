import type { Reading } from '../../analysis/reading';
import { leansOn, type Placed } from './echo';
import { type FrameHit, framesOf, kindOf, type PointKind } from './frames';
import { brightensUp, moodOf, SAYS_IT, saddens } from './mood';
import type { Parsed } from './parse';
import { PERSON_NOUNS } from './topics';
import { unquoted, wordsOf } from './words';
import { sign } from './signs';

/** A fact told in passing is short; what follows it in a longer clause is what matters. In words. */
const LONGEST_FACT = 9;

/** What somebody else said, thinks or asks is theirs; only what it did to the client is the client's. */
const REPORTS = /^(?:say|tell|think|ask|call|claim|reckon|believe|text|write|shout|post|announce)$/u;
/** What somebody else asked them is not asked of the supporter. */
const OF_THE_TALK = /^(?:asks-\w+|rupture|doubts-help|doubts-care)$/u;
const isReported = (parsed: Parsed | null): boolean =>
  parsed?.who === 'other' && REPORTS.test(parsed.verb) && !/^(?:you|it)/u.test(parsed.subject[0]?.w ?? '');

/** The clause tells of somebody else. */
function isOthers(parsed: Parsed | null): boolean {
  if (parsed?.who !== 'other') return false;
  const [first, second] = parsed.subject.map(({ w }) => w);
  if (/^(?:he|she|they|he's|she's|they're|they've)$/u.test(first ?? '')) return !hasMe(parsed);
  return (
    /^(?:my|our|the|his|her|their)$/u.test(first ?? '') &&
    PERSON_NOUNS.includes(parsed.subject.length > 2 ? (parsed.subject.at(-1)?.w ?? '') : (second ?? '')) &&
    !hasMe(parsed)
  );
}

const hasMe = ({ rest }: Parsed): boolean => rest.some(({ w }) => /^(?:me|i|i'm|myself)$/u.test(w));

/** "if I go, I might lose it": what hangs on an "if" of its sentence; not "I don't know if it counts". */
function isSupposed({ clause, sentence, messageId }: Placed, next: Placed | undefined): boolean {
  const start = clause.words[0]?.start ?? 0;
  const before = sentence.words.some(
    ({ w, start: at }, i) =>
      w === 'if' &&
      at < start &&
      !/^(?:only|i'd|i'd've)$/u.test(sentence.words[i + 1]?.w ?? '') &&
      !/^(?:know|sure|wonder|wondering|see|ask|asked|as|even|tell)$/u.test(sentence.words[i - 1]?.w ?? '') &&
      !(sentence.words[i - 1]?.w === 'me' && sentence.words[i - 2]?.w === 'tell'),
  );
  const behind =
    next?.messageId === messageId &&
    next.clause.sentence === clause.sentence &&
    next.clause.lead === 'if' &&
    !/^that makes/u.test(wordsOf(next.clause.words));
  return before || behind;
}

/**
 * The frames that a clause not only fits but means: said of the client or of what happened to them, as a fact,
 * and not against the reading of the whole message.
 * @param plain the clause in plain words, with its left-out subject
 */
export function framesMeant(
  item: Placed,
  before: Placed | undefined,
  next: Placed | undefined,
  parsed: Parsed | null,
  plain: string,
  reading: Reading | null,
): FrameHit[] {
  const { clause, messageId } = item;
  const asWritten = wordsOf(unquoted(clause.words));
  const supposed = isSupposed(item, next);
  const spoken = /\b(?:you|your|you're|you've)\b(?! know\b)/u.test(plain);
  const lost: FrameHit[] = losesBaby(plain, before) ? [{ kind: 'baby-loss', words: null }] : [];
  // What is not meant must not put aside what is.
  const meant = [...lost, ...framesOf(plain, asWritten, clause.question)]
    .filter(({ kind }) => {
      const { own, toSupporter, doneToMe } = kindOf(kind);
      if (isReported(parsed) && (toSupporter !== true || OF_THE_TALK.test(kind)) && doneToMe !== true)
        return false;
      return !(own === true && isOthers(parsed)) && !(spoken && toSupporter !== true);
    })
    .filter(({ kind }) => holds(kind, plain, parsed) && !(kind === 'hint' && isResult(plain, before)));
  const frames = apart(meant)
    .map((hit): FrameHit =>
      supposed && kindOf(hit.kind).happens === true ? { kind: 'worry', words: null } : hit,
    )
    .map((hit): FrameHit => (hit.kind === 'illness' && cleared(next) ? { ...hit, kind: 'good' } : hit));
  const alone = before?.messageId !== messageId && next?.messageId !== messageId;
  const sad = saddens(reading);
  // What hangs on another clause, or stands in a sad message, is neither good news nor an achievement.
  const hangs = leansOn(clause.lead);
  const bright = alone && brightensUp(reading);
  return frames.filter(
    ({ kind }) =>
      !(kind === 'good' && ((sad && !SAYS_IT.test(plain)) || hangs)) &&
      !(kind === 'grave' && !isGrave(plain, item, before)) &&
      !(kind === 'for-others' && (bright || GLAD_OCCASION.test(wordsOf(item.sentence.words)))) &&
      !(kind === 'achieved' && hangs) &&
      !(kind === 'crying' && hangs) &&
      !(kind === 'turn-to' && parsed === null && !alone) &&
      !(kind === 'effort' && hangs) &&
      !(bright && isDoubtful(kind)),
  );
}

/** "everyone's asking about the baby … we lost it": what was lost stands in the clause before. */
function losesBaby(plain: string, before: Placed | undefined): boolean {
  return (
    /\b(?:we|i) lost (?:it|him|her|them)\b/u.test(plain) &&
    /\b(?:baby|babies|pregnan\w*|due date|scan|bump)\b/u.test(
      wordsOf([...(before?.sentence.words ?? []), ...(before?.clause.words ?? [])]),
    )
  );
}

/** Words that are grave news of a life, and ordinary ones of a team, a train or a council. */
const MAY_BE_GRAVE =
  /\b(?:can|could) do\b|\b(?:be|left to) done\b|\bmake it\b|^it(?:'s| is| has)? (?:been )?spread/u;
const AT_STAKE = sign('life at stake');
const PLAIN_SAYING = /^(?:he|she|they) (?:didn't|did not) make it$/u;

/** "she didn't make it", "there's nothing they can do": grave beside a crash or an illness, or by itself. */
function isGrave(plain: string, item: Placed, before: Placed | undefined): boolean {
  if (!MAY_BE_GRAVE.test(plain)) return true;
  const around = wordsOf([...(before?.sentence.words ?? []), ...item.sentence.words]);
  return AT_STAKE.test(around) || (before === undefined && PLAIN_SAYING.test(plain));
}

/** A dark kind of middling weight, which a pleasant reading of the whole message speaks against. */
function isDoubtful(kind: PointKind): boolean {
  const { mood, weight } = kindOf(kind);
  return mood === 'dark' && weight < 75;
}

/** What somebody would do is not done, and what has not happened is no good news. */
function holds(kind: PointKind, plain: string, parsed: Parsed | null): boolean {
  if (/^(?:hurt-by|silence|betrayal|conflict|unfair)$/u.test(kind))
    return (
      !/^(?:would|could|might|will)$/u.test(parsed?.modal ?? '') &&
      !(kind === 'hurt-by' && parsed?.shape === 'going-to') &&
      !/^(?:they|he|she)'d\b/u.test(plain)
    );
  // "I shout at my kids the way he shouted at me": it is what they do that is told.
  if (
    kind === 'hurt-by' &&
    parsed?.who === 'i' &&
    /^(?:shout|yell|snap|scream|treat|talk)$/u.test(parsed.verb)
  )
    return false;
  if (kind === 'hurt-by' && !/\b(?:i|i'm|i've|i'd|me|my|us|we|our)\b/u.test(plain)) return false;
  if (kind === 'worry' && /^don't worry/u.test(plain)) return false;
  if (kind === 'breakup' && /^(?:i think|i feel like|what if|i'm scared)\b/u.test(plain)) return false;
  if (kind === 'effort' && plain.split(' ').length < 3) return false;
  if (kind === 'sorry' && /\b(?:said|say|says|saying|told) (?:\w+ )?sorry\b/u.test(plain)) return false;
  if (kind === 'sorry') return parsed?.who !== 'other' || /^(?:it|this|that|you)/u.test(plain);
  if (kind === 'illness') return !/\b(?:appointments?|work at|job at)\b/u.test(plain);
  if (kind === 'crying')
    return (
      parsed?.who !== 'other' ||
      (/\b(?:tears|eyes|voice|me|i|i'm)\b/u.test(plain) &&
        !/\b(?:don't|doesn't|never|shouldn't) cry\b/u.test(plain))
    );
  if (kind === 'wish') return !/\b(?:not sure|don't want|need help)\b/u.test(plain);
  if (kind === 'ordinary' || kind === 'fact')
    return moodOf(plain, null) !== 'dark' && plain.split(' ').length <= LONGEST_FACT;
  if (kind !== 'good') return true;
  // What others do or feel is good news only where the words say so.
  if (parsed?.who === 'other' && !GOOD_FOR_ME.test(plain)) return false;
  return (
    /nothing bad|can't (?:believe|wait)|no longer|haven't had|wasn't as/u.test(plain) ||
    !/\b(?:can't|last time|haven't|never|didn't|wish|don't|not|hardly|should|if)\b/u.test(plain)
  );
}

/** What others cry at with joy. */
const GLAD_OCCASION = sign('glad occasion');
const GOOD_FOR_ME = sign('good for me');

/** The second half of the same news. */
function isResult(plain: string, before: Placed | undefined): boolean {
  const told = before === undefined ? '' : wordsOf(before.clause.words);
  return (
    /^it's nothing$/u.test(plain) && /\b(?:scan|biopsy|results?|tests?|lump|bloods?|doctors?)\b/u.test(told)
  );
}

/** "the biopsy came back and it's nothing": the second clause makes the first good news. */
function cleared(next: Placed | undefined): boolean {
  const told = next?.clause.lead === '' || next?.clause.lead === 'and' ? wordsOf(next.clause.words) : '';
  return /^it's (?:nothing|benign|clear|negative|fine|all clear|not cancer|good)\b/u.test(told);
}

/** Kinds that would answer the same clause twice: the one that says more stays. */
function apart(frames: readonly FrameHit[]): readonly FrameHit[] {
  const kinds = new Set(frames.map((frame) => frame.kind));
  const heavy = frames.some((frame) => frame.kind !== 'effort' && kindOf(frame.kind).weight >= 70);
  return frames.filter(
    ({ kind }) =>
      !(kindOf(kind).asideFor ?? []).some((other) => kinds.has(other)) &&
      !(kind === 'effort' && heavy) &&
      !((kind === 'ordinary' || kind === 'fact') && kinds.size > 1),
  );
}
