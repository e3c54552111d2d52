import { lexicon } from '../lexicon';
import { anyWord } from '../shape';
import type { Scan } from '../scan';

const { dates } = lexicon;
const MONTH = `${anyWord(dates.months)}(?![a-z])`;
const YEAR = "(?:[ .,/-]{1,2}(?:of )?(?:19|20)\\d{2}(?!\\d)|[ .,/-]{1,2}'?\\d{2}(?!\\d))?";
const DAY_FIRST = `(?:the )?\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: of| de)?[ .-]{0,2}${MONTH}${YEAR}`;
const MONTH_ONLY = `${MONTH}[ .,]{1,2}(?:of )?(?:19|20)\\d{2}`;
const MONTH_FIRST = `${MONTH}[ .]{0,2}(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?!\\d)${YEAR}`;
const NUMERIC = '\\d{1,4}[./-] ?\\d{1,2}[./-] ?\\d{2,4}|\\d{1,2}[./-]\\d{1,2}';
const SPACED = '\\d{1,2} \\d{1,2} (?:19|20)?\\d{2}|\\d{8}';
const LINK = `(?:[ :=.(-]{1,3}${anyWord(dates.between)}(?![a-z])){0,3}[ :=.(-]{1,4}`;

const BIRTH = new RegExp(
  `(?<![a-z])(?:${anyWord(dates.birth)}|turn(?:ing|ed|s)? \\d{1,2}(?: on)?)${LINK}(${DAY_FIRST}|${MONTH_FIRST}|${MONTH_ONLY}|${NUMERIC}|${SPACED})(?![\\d/])`,
  'gid',
);
/** `12 March 2001 is my birthday`. */
const BEFORE_BIRTH = new RegExp(
  `(?<![\\d/])(${DAY_FIRST}|${MONTH_FIRST}|${NUMERIC}) (?:is|was|its|it's) (?:my|his|her|our|their) ${anyWord(dates.birth)}`,
  'gid',
);
/** `14 June 2019`, `June 14th, 2019`: the day, the month and the year. */
const FULL_YEAR = '[ .,/-]{1,2}(?:of )?(?:19|20)\\d{2}(?!\\d)';
const IN_WORDS = new RegExp(
  `(?<![\\d/.])(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: of| de)?[ .-]{0,2}${MONTH}|(?<![a-z])${MONTH}[ .]{0,2}(?:the )?\\d{1,2}(?:st|nd|rd|th)?)${FULL_YEAR}`,
  'gi',
);
const FULL = /(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?![./-]?\d)/g;

/** Day, month and year in any order that is in use; two-digit years only where both others have two digits or a slash. */
function isDate(first: string, separator: string, middle: string, last: string): boolean {
  const [a, b, c] = [Number(first), Number(middle), Number(last)];
  const dayMonth = (day: number, month: number): boolean =>
    day >= 1 && day <= 31 && month >= 1 && month <= 12;
  if (first.length === 4) return a >= 1900 && a <= 2099 && last.length <= 2 && dayMonth(c, b);
  if (first.length > 2 || last.length === 3) return false;
  const known = dayMonth(a, b) || dayMonth(b, a);
  if (last.length === 4) return known && c >= 1900 && c <= 2099;
  return known && (separator === '/' || (first.length === 2 && middle.length === 2));
}

/** Dates of birth, and full dates. A day and month alone stay: stories need them. */
export function findDates(scan: Scan): void {
  if (!scan.digits) return;
  for (const pattern of [BIRTH, BEFORE_BIRTH]) {
    for (const match of scan.text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      scan.take('birthdate', start, end, (match[1] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, ' '));
    }
  }
  for (const { 0: whole, index } of scan.text.matchAll(IN_WORDS)) {
    scan.take('date', index, index + whole.length, whole.toLowerCase().replace(/[^a-z0-9]+/g, ' '));
  }
  for (const match of scan.text.matchAll(FULL)) {
    const [whole, first = '', separator = '', middle = '', last = ''] = match;
    if (isDate(first, separator, middle, last)) {
      scan.take('date', match.index, match.index + whole.length, `${first} ${middle} ${last}`);
    }
  }
}
