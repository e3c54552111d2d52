import type { Code } from '../../analysis/codes/code';
import { contentStems } from '../../analysis/cues/stems';
import { clientAskedForAdvice } from '../../conversation/stage';
import { findStagePhrase } from '../../conversation/stage-phrases';
import { type CompiledRule, holds } from '../compile-rules';
import type { Found } from '../found';
import type { Moment } from '../moment';
import {
  clientForbids,
  counts,
  draftForgives,
  findPhrases,
  type Match,
  matchesIn,
  mergeSpans,
} from '../phrases';
import { ASKS_PERMISSION, plainForRules } from '../../suggestions/safe-words';

const ADVISES: ReadonlySet<Code> = new Set(['advice', 'persuading']);

/** Messages looked back over for words said back that the codes missed. */
const LOOK_BACK = 16;

/** Supporter messages that gave back a word of the client's turn before, without a question only. */
function saidBack({ input: { messages } }: Moment): number {
  let count = 0;
  let client = new Set<string>();
  for (const { side, text } of messages.slice(-LOOK_BACK)) {
    if (side === 'client') client = contentStems(text.slice(0, 1_000));
    else if (side === 'supporter') {
      const told = text.slice(0, 1_000).replace(/[^.!?\n]*\?/gu, ' ');
      if ([...contentStems(told)].some((one) => client.has(one))) count += 1;
    }
  }
  return count;
}

/** Too little was asked and said back for advice: it rests on balance, not on how long the talk has been. */
export function isThin(moment: Moment, rule: CompiledRule): boolean {
  if (moment.input.stage !== 'exploration') return false;
  const { balance } = moment.input;
  const reflections = Math.max(balance.reflections, saidBack(moment));
  const needed = rule.threshold('heard') + balance.advice * rule.threshold('each-advice');
  return reflections < rule.threshold('reflections') || reflections + balance.openQuestions < needed;
}

function imperatives(moment: Moment, rule: CompiledRule): Match[] {
  return moment.sentences
    .filter(({ asks }) => !asks)
    .flatMap((sentence) => matchesIn(rule.list('imperative'), sentence, moment.draft))
    .filter((match) => counts(moment, rule, match));
}

/** In danger plain direction is right. */
const isUrgent = ({ input }: Moment): boolean =>
  input.safetyCues.some(({ cue }) => cue.class !== 'violence' && cue.strength !== 'check');

/** "Yes please" to an offer. */
const ASSENTS =
  /^(?:yes|ok|sure|please|go on|go ahead|id like|i'd like|i would|that would|definitely|ya|mm|of course|why not|thatd)\b/u;

/** Messages back in which the client's asking for advice still holds. */
const STILL_ASKED = 8;

/** The client's last turn asks what to do: then "I think you should" is an answer. */
const isAskingNow = ({ turn }: Moment): boolean =>
  turn.some(({ text }) => clientAskedForAdvice(text) !== null);

const askedLately = ({ input: { messages }, turn }: Moment): boolean =>
  [...messages.slice(-STILL_ASKED), ...turn].some(
    ({ side, text }) => side === 'client' && clientAskedForAdvice(text) !== null,
  );

/** Questions that want no answer from the supporter. */
const WANTS_NO_ADVICE =
  /^(?:(?:but|and|so|like|i mean|just),? )*(?:why\b|what(?:'s| is| the|s)? (?:the point|wrong|hell)|what (?:did|have) i\b|who\b|how (?:could|can|dare) (?:he|she|they|anyone)|how (?:are|r) (?:you|u)|is (?:it|that) (?:bad|weird|stupid|wrong)|am i\b|hello|you know|right|ok|really|seriously)/u;

/** The client's last turn asks the supporter something: an idea answers it. */
const asksSupporter = ({ clientSentences }: Moment): boolean =>
  clientSentences.some(({ asks, plain }) => asks && !WANTS_NO_ADVICE.test(plain.text));

function isAsked(moment: Moment, rule: CompiledRule): boolean {
  const before = moment.input.messages.findLast(({ side }) => side === 'supporter');
  const hasLeave =
    before !== undefined &&
    ASKS_PERMISSION.test(plainForRules(before.text)) &&
    ASSENTS.test(moment.clientPlain);
  return (
    hasLeave ||
    clientForbids(moment, rule) ||
    askedLately(moment) ||
    asksSupporter(moment) ||
    holds(
      rule.list('asks-information'),
      moment.clientSentences
        .filter(({ asks }) => asks)
        .map(({ plain }) => plain.text)
        .join(' . '),
    )
  );
}

/** Words that begin an idea by themselves; a bare verb ("make sure …") advises only where nobody else does it. */
const BEGINS_IDEA =
  /^(?:have|did|why|how|what|maybe|perhaps|you|u|it|its|this|better|if|there|theres|id|i'd|i|my|here|one|another|a|some|many|most|the|lots|talking|going|taking|in)\b/u;
const OTHERS_DO =
  /(?:^|\b)(?:i|we|he|she|they|who|people|everyone|everybody|keep|keeps|kept|to|that|youve|you|your|his|her|their|my|do|does|did|been|a|the|of|when|while|after|before|by|for|in|on|with|anything|something)(?: (?:also|always|just|still|really|try to|tried to|used to|had to|have to|want to|get to|only|even|never|did|do|can|could|may|might|will|would))* ?$/u;

function isToldToThem({ sentence, start, text }: Match): boolean {
  if (/^(?:and )?or\b/iu.test(text)) return false;
  const { plain } = sentence;
  const token = plain.starts.findIndex((one) => one >= start);
  const before = plain.text.slice(0, plain.at[token] ?? 0);
  if (/^(?:and|but|so|ok|well|then|or)?,?$/u.test(before.trim())) return true;
  if (sentence.asks) return /[,;:]\s*(?:and|but|so|then)?\s*$/u.test(before);
  if (BEGINS_IDEA.test(text.toLowerCase().replace(/['’]/gu, ''))) return true;
  return !OTHERS_DO.test(before);
}

/** Joined by "and" to what stands before it, and so said to whoever that is said to. */
function isJoined({ sentence, start, text }: Match, draft: string): boolean {
  const upTo = `${draft.slice(sentence.start, start)}${/^(?:and|or)\b/iu.exec(text)?.[0] ?? ''}`;
  const isVerb = !/^(?:[a-z]+ing|your|it)\b/iu.test(text);
  return isVerb && /[^\s,;:]\s+(?:and|or)\s*$/iu.test(upTo);
}

/** Those matches that are told to the client; what is joined is told to them when what it is joined to is. */
function toldToThem(matches: readonly Match[], beside: readonly Match[], draft: string): Match[] {
  const isBefore = (match: Match) => (other: Match) =>
    other.sentence === match.sentence && other.start < match.start;
  return matches.filter(
    (match) =>
      isToldToThem(match) && (!isJoined(match, draft) || [...matches, ...beside].some(isBefore(match))),
  );
}

/** Orders: "you should", "you have to"; bare ones only once advice would no longer be early. */
export function detectYouShould(moment: Moment, rule: CompiledRule): Found | null {
  if (draftForgives(moment, rule) || isAskingNow(moment)) return null;
  const early = moment.input.rules.rules.get('advice-too-early');
  const orders = findPhrases(moment, rule).filter(({ sentence }) => !sentence.asks);
  const areBareOnesOrders = !(early && isThin(moment, early)) && !clientForbids(moment, early ?? rule);
  const bare = areBareOnesOrders ? toldToThem(imperatives(moment, rule), orders, moment.draft) : [];
  const matches = [...orders, ...bare];
  if (matches.length === 0) return null;
  return { spans: mergeSpans(moment.draft, matches) };
}

/** Part of the words that must be the client's own for an idea to be theirs. */
const THEIRS = 0.6;

function isTheirPlan({ clientStems, clientEarlier }: Moment, { text }: Match): boolean {
  const stems = [...contentStems(text)];
  const earlier = contentStems(clientEarlier);
  const own = stems.filter((one) => clientStems.has(one) || earlier.has(one)).length;
  return stems.length > 1 && own / stems.length >= THEIRS;
}

/** Advice while the balance is thin, unasked and without leave. */
export function detectEarlyAdvice(moment: Moment, rule: CompiledRule): Found | null {
  if (!isThin(moment, rule) || isUrgent(moment) || draftForgives(moment, rule)) return null;
  // Who says what they will do has begun to act, however little was heard before.
  if (moment.turn.some(({ text }) => findStagePhrase('ready', text))) return null;
  const found = [...findPhrases(moment, rule), ...imperatives(moment, rule)];
  const matches = toldToThem(found, [], moment.draft).filter(
    (match) =>
      !isTheirPlan(moment, match) &&
      !(match.sentence.asks && ASKS_PERMISSION.test(plainForRules(match.sentence.text))),
  );
  const coded = moment.codes
    .filter(({ code }) => ADVISES.has(code))
    .flatMap(({ start, end }): Match[] => {
      const sentence = moment.sentences.find((one) => start < one.end && end > one.start);
      return sentence ? [{ start, end, text: moment.draft.slice(start, end), sentence }] : [];
    })
    .filter((match) => counts(moment, rule, match));
  // The coder alone is too eager; beside the words it tells how far the advice reaches.
  if (matches.length === 0 || isAsked(moment, rule)) return null;
  const reach = coded.filter((one) =>
    matches.some((match) => match.start < one.end && one.start < match.end),
  );
  return { spans: mergeSpans(moment.draft, [...matches, ...reach]) };
}
