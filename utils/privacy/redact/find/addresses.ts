import { lexicon } from '../lexicon';
import { anyWord } from '../shape';
import {
  isNumber,
  joined,
  numbered,
  spaced,
  streetAt,
  strongTypes,
  units,
  weakTypes,
  withDirection,
} from './streets';
import type { Scan } from '../scan';
import type { Token } from '../tokens';
import type { Span } from './streets';

const houses = new Set(lexicon.address.houses);
const LOT = /#\d{1,3}[A-Z]?-\d{1,5}[A-Z]?(?!\d)/gi;
const BOX = /(?<![A-Za-z])(?:p\.? ?o\.? ?box|postfach|boite postale) \d{1,8}(?!\d)/gi;
const UNIT = `,? {1,2}(?:${anyWord([...units])}\\.? {0,2})?#?\\d{1,4}[A-Za-z]?(?:-\\d{1,5})?(?![A-Za-z0-9])`;
const UNIT_AFTER = new RegExp(
  `^(?:${UNIT}(?! ?(?:am|pm|years?|minutes?|mins?|hours?|days?|times?|people))){1,2}`,
  'i',
);
const LOT_BEFORE = /(?:#|\d{1,5}[A-Za-z]?\/)$/;
const MOST_UNITS = 4;
const MOST_TOWNS = 3;

const isUnit = (token: Token | undefined): boolean =>
  token !== undefined && (units.has(token.lower) || numbered.has(token.lower));
const isHouse = (token: Token): boolean =>
  token.capital &&
  (houses.has(token.lower) ||
    weakTypes.has(token.lower) ||
    strongTypes.has(token.lower) ||
    token.lower.endsWith('nagar'));

/** One step to the left: `Flat` before `3`, `Flat 3,` before `22`, `The Old Rectory,` before `Mill Lane`. */
function unitStep(tokens: readonly Token[], first: number): number {
  const [here, before] = [tokens[first], tokens[first - 1]];
  if (here === undefined || before === undefined) return first;
  if (isNumber(here) && isUnit(before) && /^[ .]{1,3}$/.test(here.gap)) return first - 1;
  if (isNumber(here) && before.lower === 'no' && isUnit(tokens[first - 2])) return first - 2;
  if (here.lower === 'no' && ['h', 'd'].includes(before.lower) && here.gap === '.') return first - 1;
  if (isNumber(before) && joined(here)) {
    return isUnit(tokens[first - 2]) || here.gap.startsWith(',') ? first - 1 : first;
  }
  // `2nd Floor, 8th Cross`
  if (here.gap.startsWith(',') && numbered.has(before.lower) && /^\d/.test(tokens[first - 2]?.text ?? ''))
    return first - 2;
  if (!here.gap.startsWith(',') || !before.capital) return first;
  let from = first - 1;
  while (spaced(tokens[from]) && tokens[from - 1]?.capital === true && first - from < MOST_UNITS) from -= 1;
  const unit = joined(tokens[from]) && isNumber(tokens[from - 1]) && isUnit(tokens[from - 2]);
  if (!isHouse(before) && tokens[from]?.lower !== 'the' && !unit) return first;
  return isNumber(tokens[from - 1]) && joined(tokens[from]) ? from - 1 : from;
}

function unitsBefore(tokens: readonly Token[], from: number, free: number): number {
  let first = from;
  for (let step = 0; step < MOST_UNITS; step += 1) {
    const next = unitStep(tokens, first);
    if (next === first || next < free) break;
    first = next;
  }
  return first;
}

/** Towns after an address: `, Springfield`, `, Co. Wicklow`. The index of the last token of them. */
function townsAfter(tokens: readonly Token[], to: number): number {
  const isTown = (token: Token | undefined): token is Token =>
    token !== undefined && token.capital && /^[\p{L}'-]+$/u.test(token.text);
  let last = to;
  for (let towns = 0; towns < MOST_TOWNS; towns += 1) {
    const next = tokens[last + 1];
    if (!isTown(next) || !/^, ?$/.test(next.gap)) break;
    // `Bath`, `Reading`: an everyday word is a town only where nothing but a postcode goes on.
    const beyond = tokens[last + 2];
    const ended =
      beyond === undefined ||
      /\d/.test(beyond.text) ||
      /^[,.]/.test(beyond.gap) ||
      (isTown(beyond) && !lexicon.common(beyond.lower));
    if (lexicon.common(next.lower) && next.text !== next.text.toUpperCase() && !ended) break;
    last += 1;
    for (let more = 0; more < 2 && spaced(tokens[last + 1]) && isTown(tokens[last + 1]); more += 1) last += 1;
  }
  return last;
}

function take(scan: Scan, start: number, end: number): boolean {
  const key = scan.whole.slice(start, end).toLowerCase();
  return scan.take('address', start, end, key.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** Takes a street with what belongs to it; returns the index of the first token after it. */
function takeStreet(scan: Scan, tokens: readonly Token[], street: Span, free: number): number {
  const first = tokens[unitsBefore(tokens, street.from, free)]?.start ?? 0;
  const start = first - (LOT_BEFORE.exec(scan.text.slice(Math.max(0, first - 8), first))?.[0].length ?? 0);
  let last = withDirection(tokens, street.to);
  let end = tokens[last]?.end ?? start;
  end += UNIT_AFTER.exec(scan.text.slice(end, end + 40))?.[0].length ?? 0;
  while ((tokens[last + 1]?.start ?? end) < end) last += 1;
  last = townsAfter(tokens, last);
  if (!take(scan, start, Math.max(end, tokens[last]?.end ?? end))) return free;
  return last + 1;
}

/** Postal addresses in the orders of the countries in the packs, with unit before and town behind. */
export function findAddresses(scan: Scan, tokens: readonly Token[]): void {
  let at = 0;
  for (const match of scan.text.matchAll(BOX)) {
    const end = match.index + match[0].length;
    while (at < tokens.length - 1 && (tokens[at]?.end ?? end) < end) at += 1;
    take(scan, match.index, Math.max(end, tokens[townsAfter(tokens, at)]?.end ?? end));
  }
  let free = 0;
  for (at = 0; at < tokens.length; at += 1) {
    const street = streetAt(tokens, at, free);
    if (street !== undefined) free = takeStreet(scan, tokens, street, free);
  }
  if (scan.digits)
    for (const match of scan.text.matchAll(LOT)) take(scan, match.index, match.index + match[0].length);
}
