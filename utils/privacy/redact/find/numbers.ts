import { luhn, mod97 } from '../checks';
import { lexicon } from '../lexicon';
import { anyShape, anyWord } from '../shape';
import type { IdRule } from '../pack-schema';
import type { Scan } from '../scan';

const BETWEEN =
  "(?:'s)?(?:[ :#=.,(-]{1,3}(?:is|no|nr|num|number|of|my|was|card|id|code|it's|its|the|am)){0,4}[ :#=.,(-]{1,4}";
const LOOSE = '[A-Za-z0-9][A-Za-z0-9/.-]{2,24}[A-Za-z0-9]';
const CARD =
  /(?<![A-Za-z0-9])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?!\d)|(?<![A-Za-z0-9])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?!\d)/g;
const HYPHENED = /(?<![\p{L}\p{N}\p{Sc}-])(?<!\d[.,:/])\d{3,6}(?:-\d{3,6}){1,3}(?![\p{L}\p{N}-])/gu;
/** Three groups of digits and more: `1234 5678 9123`. */
const SPACED = /(?<![\p{L}\p{N}\p{Sc}])(?<!\d[., ])\d{3,6}(?: \d{3,6}){2,4}(?![\p{L}\p{N}]| \d)/gu;
const LONG = /(?<![\p{L}\p{N}\p{Sc}])(?<!\d[.,])\d{9,40}(?![\p{L}\p{N}])/gu;

interface Compiled {
  rule: IdRule;
  alone: RegExp | undefined;
  named: RegExp | undefined;
}

const NUMBER_WORDS = ['number', 'no', 'nr', 'num', 'id', 'ref', 'reference', 'card'];
const wordsOf = ({ words, nouns = [] }: IdRule): string[] => [
  ...words,
  ...nouns.flatMap((noun) => NUMBER_WORDS.map((word) => `${noun} ${word}`)),
];

const rules: readonly Compiled[] = lexicon.packs
  .flatMap((pack) => pack.ids)
  // What has a check is surest.
  .sort((a, b) => Number(b.check !== undefined) - Number(a.check !== undefined))
  .map((rule) => {
    const shapes = anyShape(rule.shapes);
    const value = rule.loose === true ? `${LOOSE}|${shapes}` : shapes;
    return {
      rule,
      alone: rule.alone ? new RegExp(`(?<![A-Za-z0-9])${shapes}(?![A-Za-z0-9])`, 'gi') : undefined,
      named:
        wordsOf(rule).length > 0
          ? new RegExp(`(?<![A-Za-z0-9])${anyWord(wordsOf(rule))}${BETWEEN}(${value})(?![A-Za-z0-9])`, 'gid')
          : undefined,
    };
  });

const letters = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

/** An IBAN ends where its check says: the words after it may have its shape. */
function shortened(value: string): string | undefined {
  let rest = value;
  while (rest !== '') {
    if (mod97(letters(rest))) return rest;
    const cut = rest.replace(/[ .-]?[A-Za-z0-9]{1,4}$/, '');
    if (cut === rest) return undefined;
    rest = cut;
  }
  return undefined;
}

/** Lower-case words with spaces can have the shape of a code (`at 10 20 30 a`): people write codes otherwise. */
const isSentence = (value: string): boolean =>
  /(?:^|[^A-Za-z])[a-z]{1,4} |[ ][a-z]{1,4}(?![A-Za-z])/.test(value);

function takeAlone(scan: Scan, { rule, alone }: Compiled): void {
  if (alone === undefined) return;
  for (const match of scan.text.matchAll(alone)) {
    const value = rule.check === 'mod97' ? shortened(match[0]) : match[0];
    if (value === undefined || isSentence(value)) continue;
    scan.take(rule.kind, match.index, match.index + value.length, letters(value).toLowerCase());
  }
}

function takeNamed(scan: Scan, { rule, named }: Compiled): void {
  if (named === undefined) return;
  for (const match of scan.text.matchAll(named)) {
    const value = match[1] ?? '';
    const [start, end] = match.indices?.[1] ?? [0, 0];
    if ((value.match(/\d/g) ?? []).length < (rule.loose === true ? 3 : 2)) continue;
    scan.take(rule.kind, start, end, letters(value).toLowerCase());
  }
}

/** Bank cards, bank accounts and numbers of identity of the countries in the packs. */
export function findNumbers(scan: Scan): void {
  if (!scan.digits) return;
  for (const match of scan.text.matchAll(CARD)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length <= 19 && luhn(digits))
      scan.take('card', match.index, match.index + match[0].length, digits);
  }
  for (const rule of rules) takeNamed(scan, rule);
  for (const rule of rules) takeAlone(scan, rule);
}

/** `1234-5678`, but not `2019-2020` nor `100-200`. */
function takeHyphened(scan: Scan): void {
  for (const match of scan.text.matchAll(HYPHENED)) {
    const groups = match[0].split('-');
    if (groups.join('').length < 7 || groups.every((group) => /^(?:19|20)\d\d$|000$/.test(group))) continue;
    scan.take('id', match.index, match.index + match[0].length, groups.join(''));
  }
}

/** A long run of digits that nothing else explains is a number of somebody: no feeling needs nine digits. */
export function findLongNumbers(scan: Scan): void {
  if (!scan.digits) return;
  takeHyphened(scan);
  for (const match of scan.text.matchAll(SPACED)) {
    const groups = match[0].split(' ');
    if (groups.every((group) => /^(?:19|20)\d\d$|00$/.test(group))) continue;
    scan.take('id', match.index, match.index + match[0].length, groups.join(''));
  }
  for (const match of scan.text.matchAll(LONG)) {
    if (/^\d{1,3}0+$/.test(match[0])) continue;
    scan.take('id', match.index, match.index + match[0].length, match[0]);
  }
}
