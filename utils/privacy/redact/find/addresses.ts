import { lexicon } from '../lexicon';
import { anyWord } from '../shape';
import { phraseBefore, type Token } from '../tokens';
import type { Scan } from '../scan';

const { address, packs } = lexicon;
const streets = packs.map((pack) => pack.streets);
const union = (pick: (street: (typeof streets)[number]) => string[]): ReadonlySet<string> =>
  new Set(streets.flatMap(pick));

const strongTypes = union((street) => street.after);
const weakTypes = union((street) => street.weak);
const openers = union((street) => street.before);
const units = union((street) => street.units);
const numbered = union((street) => street.numbered);
const endings = streets.flatMap((street) => street.endings);
const houses = new Set(address.houses);
const directions = new Set(address.directions);
const leads = new Set(address.leads);
const strongLeads = new Set(address.strongLeads);
const particles = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'della',
  'del',
  'von',
  'der',
  'den',
  'saint',
  'st',
]);

/** Endings that English words have too: with those, only a capital makes a street (`during 2020`). */
const LOOSE_ENDINGS = new Set(['ring', 'hof', 'markt', 'weg', 'damm', 'str', 'platz', 'steig', 'ufer']);
const HOUSE_NUMBER = /^(?:\d{1,5}[a-z]?(?:[-/]\d{1,5}[a-z]?){0,3}|[a-z]-?\d{1,4})$/i;
const LOT = /#\d{1,3}[A-Z]?-\d{1,5}[A-Z]?(?!\d)/gi;
const BOX = /(?<![A-Za-z])p\.? ?o\.? ?box \d{1,6}(?!\d)|(?<![A-Za-z])postfach \d{2,8}(?!\d)/gi;
const UNIT_TAIL = new RegExp(
  `^,? {1,2}(?:${anyWord([...units])}\\.? {0,2})?#?\\d{1,4}[A-Za-z]?(?:-\\d{1,5})?(?![A-Za-z0-9])`,
  'i',
);
const NAME_REACH = 4;

const isNumber = (token: Token | undefined): boolean => token !== undefined && HOUSE_NUMBER.test(token.lower);
const joined = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:,? {1,2}|\. |,)$/.test(token.gap);
const spaced = (token: Token | undefined): boolean =>
  token !== undefined && /^(?: {1,2}|\. )$/.test(token.gap);

/** Words that can be part of the name of a street. */
function isName(token: Token | undefined): boolean {
  return (
    token !== undefined && !lexicon.notStreet.has(token.lower) && /^[\p{L}\p{M}\d'-]+$/u.test(token.text)
  );
}

interface Span {
  from: number;
  to: number;
}

/** `14 Elm Road`, `1420 W Maple St`, `Peachtree Avenue`: `at` is the index of the word for a street. */
function namedStreet(tokens: readonly Token[], at: number): Span | undefined {
  const type = tokens[at];
  if (type === undefined) return undefined;
  const strong = strongTypes.has(type.lower);
  if (!strong && !weakTypes.has(type.lower)) return undefined;
  let from = at;
  let capitals = 0;
  while (
    at - from < NAME_REACH &&
    joined(tokens[from]) &&
    isName(tokens[from - 1]) &&
    !isNumber(tokens[from - 1])
  ) {
    if (!spaced(tokens[from]) && from !== at) break;
    if (!spaced(tokens[from])) return undefined;
    from -= 1;
    if (tokens[from]?.capital === true) capitals += 1;
  }
  const first = tokens[from];
  if (from === at || first === undefined) return undefined;
  const number = isNumber(tokens[from - 1]) && joined(first) ? tokens[from - 1] : undefined;
  const led = phraseBefore(tokens, number === undefined ? from : from - 1, leads, 3) > 0;
  const surelyLed = phraseBefore(tokens, number === undefined ? from : from - 1, strongLeads, 3) > 0;
  if (number !== undefined && (strong || capitals > 0 || led)) return { from: from - 1, to: at };
  const proper =
    capitals > 0 && type.capital && !(first.first && from === at - 1 && lexicon.common(first.lower));
  if (proper && (strong || led)) return { from: properFrom(tokens, from, at), to: at };
  if (strong && surelyLed && !lexicon.common(tokens[at - 1]?.lower ?? '')) return { from, to: at };
  return undefined;
}

/** Without a number, the name begins at its first capital. */
function properFrom(tokens: readonly Token[], from: number, at: number): number {
  let first = from;
  while (first < at && tokens[first]?.capital !== true) first += 1;
  return first;
}

/** `12 rue de la Paix`, `23 Jalan Kembangan`. */
function openedStreet(tokens: readonly Token[], at: number): Span | undefined {
  const type = tokens[at];
  if (type === undefined || !openers.has(type.lower)) return undefined;
  let to = at;
  while (spaced(tokens[to + 1]) && particles.has(tokens[to + 1]?.lower ?? '')) to += 1;
  const particle = to > at;
  let names = 0;
  while (names < NAME_REACH - 1 && spaced(tokens[to + 1]) && isName(tokens[to + 1])) {
    const next = tokens[to + 1];
    if (
      next === undefined ||
      (!next.capital && names > 0) ||
      (!next.capital && lexicon.common(next.lower) && !particle)
    )
      break;
    to += 1;
    names += 1;
  }
  if (names === 0) return undefined;
  let from = at;
  if (joined(type) && ['bis', 'ter'].includes(tokens[from - 1]?.lower ?? '')) from -= 1;
  const number = isNumber(tokens[from - 1]) && joined(tokens[from]);
  if (number) return { from: from - 1, to };
  const ambiguous = weakTypes.has(type.lower) || strongTypes.has(type.lower) || type.lower === 'via';
  return tokens[to]?.capital === true && (type.capital || !ambiguous) && !ambiguous
    ? { from, to }
    : undefined;
}

/** `Hauptstraße 12`, `berliner allee 44`, `Am Lindenweg 7`. */
function endedStreet(tokens: readonly Token[], at: number): Span | undefined {
  const word = tokens[at];
  if (word === undefined) return undefined;
  const ending = endings.find((candidate) => word.lower.endsWith(candidate));
  if (ending === undefined) return undefined;
  const separate = word.lower === ending;
  if (separate && (!spaced(word) || !isName(tokens[at - 1]))) return undefined;
  const number = tokens[at + 1];
  if (!spaced(number) || !isNumber(number)) return undefined;
  if (!word.capital && (LOOSE_ENDINGS.has(ending) || lexicon.common(word.lower))) return undefined;
  if (word.capital && lexicon.common(word.lower)) return undefined;
  let from = separate ? at - 1 : at;
  while (
    spaced(tokens[from]) &&
    ['am', 'an', 'der', 'im', 'zum', 'zur', 'auf', 'dem'].includes(tokens[from - 1]?.lower ?? '')
  )
    from -= 1;
  return { from, to: at + 1 };
}

/** `Blk 88 Bedok North Road`, `Flat 3`, `Sector 21`, `H.No. 12-3-456`. */
function unitBefore(tokens: readonly Token[], from: number): number {
  let first = from;
  for (let round = 0; round < 4; round += 1) {
    const number = tokens[first - 1];
    const unit = tokens[first - 2];
    if (
      joined(tokens[first]) &&
      isNumber(number) &&
      unit !== undefined &&
      (units.has(unit.lower) || numbered.has(unit.lower)) &&
      /^[ .]{1,3}$/.test(number?.gap ?? '')
    ) {
      first -= 2;
      while (tokens[first]?.lower === 'no' && ['h', 'd'].includes(tokens[first - 1]?.lower ?? '')) first -= 1;
      continue;
    }
    // `Lakshmi Apartments, MG Road`, `The Old Rectory, Mill Lane`, `5 Shanti Villa, ...`
    const house = tokens[first - 1];
    if (
      house !== undefined &&
      tokens[first]?.gap.startsWith(',') === true &&
      house.capital &&
      (houses.has(house.lower) ||
        weakTypes.has(house.lower) ||
        strongTypes.has(house.lower) ||
        /nagar$/.test(house.lower))
    ) {
      first -= 1;
      while (spaced(tokens[first]) && tokens[first - 1]?.capital === true) first -= 1;
      if (isNumber(tokens[first - 1]) && joined(tokens[first])) first -= 1;
      continue;
    }
    if (isNumber(number) && tokens[first]?.gap.startsWith(',') === true) {
      first -= 1;
      continue;
    }
    break;
  }
  return first;
}

const extent = (tokens: readonly Token[], span: Span): Span => {
  let { to } = span;
  while (
    spaced(tokens[to + 1]) &&
    directions.has(tokens[to + 1]?.lower ?? '') &&
    tokens[to + 1]?.capital === true
  )
    to += 1;
  return { from: unitBefore(tokens, span.from), to };
};

/** Towns after an address: `, Springfield`, `, Co. Wicklow`. */
function townsAfter(tokens: readonly Token[], to: number): number {
  let last = to;
  for (let towns = 0; towns < 3; towns += 1) {
    const next = tokens[last + 1];
    if (next === undefined || !/^, ?$/.test(next.gap) || !next.capital) break;
    if (lexicon.common(next.lower) && !houses.has(next.lower)) break;
    last += 1;
    for (let more = 0; more < 2 && spaced(tokens[last + 1]) && tokens[last + 1]?.capital === true; more += 1)
      last += 1;
  }
  return last;
}

function takeSpan(scan: Scan, tokens: readonly Token[], span: Span): void {
  const { from, to } = extent(tokens, span);
  const last = townsAfter(tokens, to);
  const start = tokens[from]?.start ?? 0;
  let end = tokens[last]?.end ?? start;
  if (last === to) end += UNIT_TAIL.exec(scan.text.slice(end, end + 30))?.[0].length ?? 0;
  scan.take(
    'address',
    start,
    end,
    scan.whole
      .slice(start, end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  );
}

/** `B-14, Sector 21`, `Blk 12 Toa Payoh`: a house named by parts with numbers. */
function numberedParts(tokens: readonly Token[], at: number): Span | undefined {
  const part = tokens[at];
  const number = tokens[at + 1];
  if (part === undefined || number === undefined || !/^\d{1,4}[a-z]?$/i.test(number.text) || !spaced(number))
    return undefined;
  if (numbered.has(part.lower) && isNumber(tokens[at - 1]) && part.gap.startsWith(','))
    return { from: at - 1, to: at + 1 };
  if (!['blk', 'block'].includes(part.lower)) return undefined;
  let to = at + 1;
  while (to - at < 6 && spaced(tokens[to + 1]) && tokens[to + 1]?.capital === true) to += 1;
  return to > at + 1 || part.lower === 'blk' ? { from: at, to } : undefined;
}

/** Postal addresses in the orders of the countries in the packs, with unit before and town behind. */
export function findAddresses(scan: Scan, tokens: readonly Token[]): void {
  for (const match of scan.text.matchAll(BOX))
    scan.take('address', match.index, match.index + match[0].length);
  for (let at = 0; at < tokens.length; at += 1) {
    const span =
      namedStreet(tokens, at) ??
      openedStreet(tokens, at) ??
      endedStreet(tokens, at) ??
      numberedParts(tokens, at);
    if (span !== undefined) takeSpan(scan, tokens, span);
  }
  if (scan.digits)
    for (const match of scan.text.matchAll(LOT))
      scan.take('address', match.index, match.index + match[0].length);
}
