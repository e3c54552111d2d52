import { lexicon } from '../lexicon';
import { phraseBefore, type Token } from '../tokens';

const { address, organisation, packs } = lexicon;
const streets = packs.map((pack) => pack.streets);
type Street = (typeof streets)[number];
const union = (pick: (street: Street) => string[]): ReadonlySet<string> => new Set(streets.flatMap(pick));

export const strongTypes = union((street) => street.after);
export const weakTypes = union((street) => street.weak);
export const units = union((street) => street.units);
export const numbered = union((street) => street.numbered);
const openers = union((street) => street.before);
const endings = streets.flatMap((street) => street.endings);
const directions = new Set(address.directions);
const leads = new Set(address.leads);
const strongLeads = new Set(address.strongLeads);
/** `Mill Lane Surgery` is no street. */
const heads = new Set(
  [...organisation.schoolHeads, ...organisation.workHeads].map((head) => head.split(' ')[0] ?? head),
);
const openerParticles = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'del', 'della', 'na', 'an']);
const endedOpeners = new Set(['am', 'an', 'der', 'im', 'zum', 'zur', 'auf', 'dem']);

/** Endings that English words have too: with those only a capital makes a street (`during 2020`). */
const LOOSE_ENDINGS = new Set(['ring', 'hof', 'markt', 'weg', 'damm', 'str', 'platz', 'steig', 'ufer']);
const HOUSE_NUMBER = /^(?:\d{1,5}[a-z]?(?:[-/]\d{1,5}[a-z]?){0,3}|[a-z]-?\d{1,4})$/i;
const NAME_REACH = 4;

/** First and last token of a street, with its house number when that is beside it. */
export interface Span {
  from: number;
  to: number;
}

export const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && HOUSE_NUMBER.test(token.lower);
/** At most a comma between. */
export const joined = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:,? {1,2}|\. |,)$/.test(token.gap);
export const spaced = (token: Token | undefined): boolean =>
  token !== undefined && /^(?: {1,2}|\. )$/.test(token.gap);

const isName = (token: Token | undefined): token is Token =>
  token !== undefined && !lexicon.notStreet.has(token.lower) && !isNumber(token);

/** After a capital the name goes back over capitals, numbers (`14th`) and `of the` only. */
function goesBack(tokens: readonly Token[], from: number, at: number): boolean {
  const previous = tokens[from - 1];
  if (from === at || tokens[at - 1]?.capital !== true || previous === undefined) return true;
  return previous.capital || /^\d/.test(previous.text) || openerParticles.has(previous.lower);
}

/** `14 Elm Road`, `1420 W Maple St`, `Peachtree Avenue`: `at` is the word for a street. */
function namedStreet(tokens: readonly Token[], at: number, free: number): Span | undefined {
  const type = tokens[at];
  const strong = type !== undefined && strongTypes.has(type.lower);
  if (type === undefined || (!strong && !weakTypes.has(type.lower))) return undefined;
  let from = at;
  while (
    at - from < NAME_REACH &&
    from > free &&
    spaced(tokens[from]) &&
    isName(tokens[from - 1]) &&
    goesBack(tokens, from, at)
  )
    from -= 1;
  const first = tokens[from];
  if (from === at || first === undefined) return undefined;
  const capital = tokens.slice(from, at).some((token) => token.capital);
  const number = from > free && isNumber(tokens[from - 1]) && joined(first) ? tokens[from - 1] : undefined;
  const start = number === undefined ? from : from - 1;
  // `3rd Cross`
  const counted = type.capital && /^\d{1,3}(?:st|nd|rd|th)$/.test(tokens[at - 1]?.lower ?? '');
  if (number !== undefined && (strong || capital || counted || phraseBefore(tokens, start, leads, 3) > 0)) {
    return { from: start, to: at };
  }
  if (counted) return { from, to: at };
  // Without a number the capitals must tell, and the words must not go on as the name of something else.
  const goesOn = spaced(tokens[at + 1]) && heads.has(tokens[at + 1]?.lower ?? '');
  const led = phraseBefore(tokens, start, strongLeads, 3) > 0;
  let proper = from;
  while (proper < at && tokens[proper]?.capital !== true) proper += 1;
  const name = tokens[proper];
  const opensSentence = name !== undefined && name.first && proper === at - 1 && lexicon.common(name.lower);
  if (proper < at && type.capital && !opensSentence && (strong ? !goesOn : led))
    return { from: proper, to: at };
  return strong && led && !lexicon.common(tokens[at - 1]?.lower ?? '') ? { from, to: at } : undefined;
}

/** `12 rue de la Paix`, `23 Jalan Kembangan`. */
function openedStreet(tokens: readonly Token[], at: number, free: number): Span | undefined {
  const type = tokens[at];
  if (type === undefined || !openers.has(type.lower)) return undefined;
  let to = at;
  while (spaced(tokens[to + 1]) && openerParticles.has(tokens[to + 1]?.lower ?? '')) to += 1;
  const particle = to > at;
  let names = 0;
  for (
    let next = tokens[to + 1];
    names < NAME_REACH - 1 && spaced(next) && isName(next);
    next = tokens[to + 1]
  ) {
    const small = !next.capital && !openerParticles.has(next.lower);
    if (small && (names > 0 || (lexicon.common(next.lower) && !particle))) break;
    to += 1;
    names += 1;
  }
  if (names === 0) return undefined;
  const from = joined(type) && ['bis', 'ter'].includes(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
  if (from > free && isNumber(tokens[from - 1]) && joined(tokens[from])) return { from: from - 1, to };
  const everyday = weakTypes.has(type.lower) || strongTypes.has(type.lower) || lexicon.common(type.lower);
  return tokens[to]?.capital === true && !everyday ? { from, to } : undefined;
}

/** `Hauptstraße 12`, `berliner allee 44`, `Am Lindenweg 7`. */
function endedStreet(tokens: readonly Token[], at: number): Span | undefined {
  const word = tokens[at];
  const ending = endings.find((candidate) => word?.lower.endsWith(candidate) === true);
  if (word === undefined || ending === undefined) return undefined;
  const separate = word.lower === ending;
  if (separate && (!spaced(word) || !isName(tokens[at - 1]))) return undefined;
  if (!spaced(tokens[at + 1]) || !isNumber(tokens[at + 1])) return undefined;
  if (lexicon.common(word.lower) || (!word.capital && LOOSE_ENDINGS.has(ending))) return undefined;
  let from = separate ? at - 1 : at;
  while (spaced(tokens[from]) && endedOpeners.has(tokens[from - 1]?.lower ?? '')) from -= 1;
  return { from, to: at + 1 };
}

/** `B-14, Sector 21`, `Blk 12 Toa Payoh`: a house named by parts that have numbers. */
function numberedParts(tokens: readonly Token[], at: number): Span | undefined {
  const [part, number] = [tokens[at], tokens[at + 1]];
  if (part === undefined || !spaced(number) || !/^\d{1,4}[a-z]?$/i.test(number?.text ?? '')) return undefined;
  if (numbered.has(part.lower) && isNumber(tokens[at - 1]) && part.gap.startsWith(','))
    return { from: at - 1, to: at + 1 };
  if (!['blk', 'block'].includes(part.lower)) return undefined;
  let to = at + 1;
  while (to - at < 6 && spaced(tokens[to + 1]) && tokens[to + 1]?.capital === true) to += 1;
  // `blk 88 bedok north road`
  for (let ahead = at + 2; to === at + 1 && ahead < at + 7 && spaced(tokens[ahead]); ahead += 1) {
    const word = tokens[ahead]?.lower ?? '';
    if (strongTypes.has(word) || word === 'st') to = ahead;
  }
  return to > at + 1 || part.lower === 'blk' ? { from: at, to } : undefined;
}

/** `Am Alten Hafen 3`, `An der Alster 12`: opened by a preposition with a capital. */
function prepositionStreet(tokens: readonly Token[], at: number): Span | undefined {
  const word = tokens[at];
  if (word?.capital !== true || !endedOpeners.has(word.lower)) return undefined;
  let to = at;
  while (to - at < NAME_REACH && spaced(tokens[to + 1]) && !isNumber(tokens[to + 1])) {
    const next = tokens[to + 1];
    if (next === undefined || (!next.capital && !endedOpeners.has(next.lower)) || lexicon.common(next.lower))
      break;
    to += 1;
  }
  return to > at && spaced(tokens[to + 1]) && isNumber(tokens[to + 1]) ? { from: at, to: to + 1 } : undefined;
}

/** `120 The Terrace`: the article is part of the name. */
function articleStreet(tokens: readonly Token[], at: number): Span | undefined {
  const [number, article, type] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (!isNumber(number) || article?.text !== 'The' || type?.capital !== true) return undefined;
  const street = strongTypes.has(type.lower) || weakTypes.has(type.lower);
  return street && spaced(article) && spaced(type) ? { from: at - 2, to: at } : undefined;
}

/** The street that the word at `at` ends or opens, if it does; nothing before the token `free` belongs to it. */
export function streetAt(tokens: readonly Token[], at: number, free: number): Span | undefined {
  const street =
    namedStreet(tokens, at, free) ??
    openedStreet(tokens, at, free) ??
    endedStreet(tokens, at) ??
    prepositionStreet(tokens, at) ??
    articleStreet(tokens, at) ??
    numberedParts(tokens, at);
  return street !== undefined && street.from >= free ? street : undefined;
}

/** `King Street West`: a direction that belongs to the street. */
export function withDirection(tokens: readonly Token[], to: number): number {
  const next = tokens[to + 1];
  return next !== undefined && spaced(next) && next.capital && directions.has(next.lower) ? to + 1 : to;
}
