import { findSaid } from '../../analysis/cues/lexicon';
import { wordsOf } from '../../analysis/cues/phrases';
import { contentStems } from '../../analysis/cues/stems';
import { takenUp } from '../taken-up';
import { type CompiledRule, holds } from '../compile-rules';
import type { Found } from '../found';
import type { Moment } from '../moment';
import { counts, draftForgives, findPhrases, matchesIn, mergeSpans, spanOf, wholeDraft } from '../phrases';
import type { Sentence } from '../sentences';

const families = (text: string): Set<string> =>
  new Set(findSaid(wordsOf(text)).flatMap(({ entry }) => (entry.kind === 'feeling' ? [entry.id] : [])));

const PRONOUN = /\b(?:i|im|ive|i'd|i'll|he|she|they|we|hes|shes|theyre|you|youre|youve|youll|youd)\b/gu;

/** Words from "you" to the feeling that is theirs. */
const REACH = 7;

/** The nearest person before the feeling is the client. */
function isOfThem({ plain }: Sentence, at: number): boolean {
  const token = plain.starts.findIndex((start) => start >= at);
  const before = plain.text.slice(0, plain.at[token] ?? plain.text.length);
  const person = [...before.matchAll(PRONOUN)].at(-1);
  if (!person?.[0].startsWith('you')) return false;
  return before.slice(person.index).split(' ').length <= REACH;
}

function isNamedBy(moment: Moment, sentence: Sentence, feeling: string): boolean {
  const said = `${moment.clientEarlier} . ${moment.clientPlain}`;
  const own = families(said);
  if ([...families(sentence.text)].some((id) => own.has(id))) return true;
  return [...contentStems(feeling)].some((one) => moment.clientLately.includes(one));
}

/** A feeling told as a fact that the client has not named, while their own words are flat or with a sure tone. */
export function detectAssumed(moment: Moment, rule: CompiledRule): Found | null {
  const shared = findPhrases(moment, rule);
  // Who is cross shows it, whatever they name.
  const cross = moment.input.rules.rules.get('blame')?.needsClient ?? null;
  const isFlat =
    moment.turnCues.length === 0 &&
    !holds(rule.list('feeling'), moment.clientPlain) &&
    !holds(cross, moment.clientPlain);
  const found = moment.sentences.filter((sentence) => {
    const { plain, asks } = sentence;
    if (asks || holds(rule.list('tentative'), plain.text)) return false;
    const feeling = matchesIn(rule.list('feeling'), sentence, moment.draft).filter(
      (one) => isOfThem(sentence, one.start) && counts(moment, rule, one),
    );
    if (feeling.length === 0 || feeling.some(({ text }) => isNamedBy(moment, sentence, text.toLowerCase())))
      return false;
    return isFlat || holds(rule.list('sure'), plain.text);
  });
  const spans = [...shared, ...found.map(({ start, end }) => spanOf(moment.draft, start, end))];
  return spans.length === 0 ? null : { spans: mergeSpans(moment.draft, spans) };
}

/** "Who?" and "Since when?" lead back to what was said. */
const FEWEST_WORDS = 4;

/** A draft that only asks after facts, right after the client showed something. */
export function detectPassedOver(moment: Moment, rule: CompiledRule): Found | null {
  const { turn, turnCues, sentences, codes } = moment;
  if (!moment.finished || turn.length === 0 || draftForgives(moment, rule)) return null;
  // Where safety is the matter, it comes before any other cue.
  if (moment.input.safetyCues.some(({ cue }) => cue.strength !== 'check')) return null;
  const cues = turnCues.filter(({ weight }) => weight >= rule.threshold('weight'));
  const isHeavy = holds(rule.list('heavy'), moment.clientPlain);
  if (cues.length === 0 && !isHeavy) return null;
  if (cues.length > 0 && takenUp(moment) !== null) return null;
  if (
    codes.some(
      ({ code }) => code === 'complex-reflection' || code === 'safety-check' || code === 'normalising',
    )
  )
    return null;
  const asking = sentences.filter(({ asks }) => asks);
  if (asking.length === 0 || moment.words < FEWEST_WORDS) return null;
  if (sentences.some(({ plain }) => holds(rule.list('warm'), plain.text))) return null;
  if (asking.some(({ plain }) => holds(rule.list('invites'), plain.text))) return null;
  if (!asking.every(({ plain }) => holds(rule.list('fact-question'), plain.text))) return null;
  return { spans: wholeDraft(moment) };
}
