import { lexicon } from '../lexicon';
import { follows, phraseBefore, type Token } from '../tokens';
import { isLoud } from './name-place';

const { organisation, people } = lexicon;
const functionWords = new Set(people.functionWords);
const titles = new Set(people.plainTitles);
const weakHeads = new Set(organisation.weakHeads);
const notSaints = new Set(organisation.notSaints);
const nameJoins = new Set(organisation.nameJoins);
const leads = new Set([...organisation.schoolLeads, ...organisation.workLeads, ...organisation.nearby]);
const openers = new Set(organisation.schoolOpeners);
const beyondHeads = new Set(['college', 'university', 'school']);
const NAME_REACH = 4;
const HEAD_REACH = 4;

/** First and last token of the name of a school or a workplace. */
export interface Span {
  from: number;
  to: number;
}

/** How many words from `at` on are one of `phrases` (`High School`, `Junior College`): the most. */
export function phraseLength(tokens: readonly Token[], at: number, phrases: ReadonlySet<string>): number {
  let phrase = tokens[at]?.lower ?? '';
  let length = phrases.has(phrase) ? 1 : 0;
  for (let more = 1; more < HEAD_REACH && follows(tokens[at + more]); more += 1) {
    phrase += ` ${tokens[at + more]?.lower ?? ''}`;
    if (phrases.has(phrase)) length = more + 1;
  }
  return length;
}

const isUnknown = ({ lower }: Token): boolean => !lexicon.common(lower) && !lexicon.kept(lower);

/** A word that makes a name proper: a capital that tells, or no everyday word. */
function isCore(token: Token): boolean {
  if (lexicon.generic.has(token.lower) || functionWords.has(token.lower) || titles.has(token.lower))
    return false;
  if (token.capital) return !(token.first || isLoud(token)) || isUnknown(token);
  return isUnknown(token) && token.text.length > 3;
}

/** `Westfield High School`, `Bradford Royal Infirmary`: the name that ends with the head at `at`. */
export function nameBefore(tokens: readonly Token[], at: number, length: number): Span | undefined {
  let from = at;
  while (at - from < NAME_REACH && follows(tokens[from])) {
    const previous = tokens[from - 1];
    if (previous === undefined) break;
    const part =
      isCore(previous) ||
      nameJoins.has(previous.lower) ||
      (previous.capital && !functionWords.has(previous.lower));
    if (!part) break;
    from -= 1;
  }
  while (from < at && !isProperStart(tokens[from])) from += 1;
  const name = tokens.slice(from, at);
  if (!name.some(isCore)) return undefined;
  const [head, last] = [tokens[at], name.at(-1)];
  const weak = length === 1 && weakHeads.has(head?.lower ?? '');
  const small = name.every((token) => !token.capital);
  // `Social Security`: one everyday word and an everyday head name nothing.
  if (weak && name.length === 1 && !name.some(isUnknown)) return undefined;
  if (small && weak && phraseBefore(tokens, from, leads, 4) === 0) return undefined;
  if (
    weak &&
    head?.capital === false &&
    (last?.possessive === true || (name.length === 1 && name[0]?.first === true))
  ) {
    return undefined;
  }
  const to = at + length - 1;
  const beyond = tokens[to + 1];
  // `Trinity College Dublin`
  const place = beyondHeads.has(tokens[to]?.lower ?? '') && beyond !== undefined && follows(beyond);
  return { from, to: place && beyond.capital && isUnknown(beyond) ? to + 1 : to };
}

const isProperStart = (token: Token | undefined): boolean =>
  token !== undefined &&
  (isCore(token) || (token.capital && !token.first) || ['st', 'saint'].includes(token.lower));

/** `University of Leicester`, `lycée Victor Hugo`, `IIT Bombay`. */
export function nameAfterOpener(tokens: readonly Token[], at: number): Span | undefined {
  const length = phraseLength(tokens, at, openers);
  if (length === 0) return undefined;
  const everyday = lexicon.generic.has(tokens[at]?.lower ?? '') && length === 1;
  let to = at + length - 1;
  while (to - at - length < 1 && follows(tokens[to + 1])) {
    const next = tokens[to + 1];
    if (next === undefined || lexicon.generic.has(next.lower) || functionWords.has(next.lower)) break;
    const first = to === at + length - 1;
    if (next.capital ? everyday && !isUnknown(next) : everyday || !first || lexicon.common(next.lower)) break;
    to += 1;
  }
  return to >= at + length ? { from: at, to } : undefined;
}

/** `St Mary's`, `St. Aloysius College`. */
export function saint(tokens: readonly Token[], at: number, heads: ReadonlySet<string>): Span | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !['st', 'saint'].includes(token.lower)) return undefined;
  // `St Patrick's Day`, `St John's wort`
  if (notSaints.has(tokens[at + 2]?.lower ?? '')) return undefined;
  if (next === undefined || !follows(next) || !next.capital || !(token.capital || next.possessive))
    return undefined;
  const head = follows(tokens[at + 2]) ? phraseLength(tokens, at + 2, heads) : 0;
  return { from: at, to: at + 1 + head };
}

/** The last of the words with a capital from `at` on; `&` may stand between. */
function properEnd(tokens: readonly Token[], at: number): number {
  let to = at;
  while (to - at < NAME_REACH - 1 && tokens[to]?.possessive !== true) {
    const next = tokens[to + 1];
    if (next === undefined || !next.capital || functionWords.has(next.lower)) break;
    if (!follows(next) && next.gap !== ' & ') break;
    to += 1;
  }
  return to;
}

/** The name that begins at `at`, after words like `I work at`. After `weak` words it must be no everyday word. */
export function nameAfterLead(tokens: readonly Token[], at: number, weak: boolean): Span | undefined {
  const token = tokens[at];
  if (token === undefined || lexicon.generic.has(token.lower) || functionWords.has(token.lower))
    return undefined;
  const employer = lexicon.employers.has(token.lower);
  if (!employer && lexicon.kept(token.lower)) return undefined;
  const unknown = isUnknown(token) && token.text.length > 2;
  const to = properEnd(tokens, at);
  // `I run Petals & Thorns`: everyday words, but more than one with a capital.
  const capital = token.capital && (unknown || (!isLoud(token) && (!weak || to > at)));
  if (!employer && !capital && (weak || !unknown || lexicon.slip(token.lower))) return undefined;
  return { from: at, to };
}
