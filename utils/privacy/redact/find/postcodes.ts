import { lexicon } from '../lexicon';
import { anyShape, anyWord } from '../shape';
import type { PostcodeRule } from '../pack-schema';
import type { Scan } from '../scan';

const ADDRESS_REACH = 40;
const DECIMAL_PAIR = /(?<![\d.])-?\d{1,2}\.\d{3,12}[,; ]{1,3}-?\d{1,3}\.\d{3,12}(?![\d.]*\d)/g;
const DEGREES =
  /\d{1,3} ?° ?\d{1,2} ?['′] ?\d{0,2}(?:\.\d{1,4})? ?["″]? ?[NS][, ]{1,3}\d{1,3} ?° ?\d{1,2} ?['′] ?\d{0,2}(?:\.\d{1,4})? ?["″]? ?[EW]/gi;
const THREE_WORDS = /\/\/\/[\p{L}]{2,30}\.[\p{L}]{2,30}\.[\p{L}]{2,30}/gu;
const PLUS_CODE = /(?<![A-Z0-9])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![A-Z0-9])/g;

const TOWN = '\\p{Lu}\\p{Ll}{2,30}';

interface Compiled {
  rule: PostcodeRule;
  alone: RegExp | undefined;
  named: RegExp | undefined;
  region: RegExp | undefined;
  town: RegExp | undefined;
  any: RegExp;
}

const rules: readonly Compiled[] = lexicon.packs
  .flatMap((pack) => pack.postcodes)
  .map((rule) => {
    const shape = anyShape(rule.shapes);
    const end = '(?![A-Za-z0-9])';
    return {
      rule,
      alone: rule.alone ? new RegExp(`(?<![A-Za-z0-9])${shape}${end}`, 'gi') : undefined,
      named:
        rule.words.length > 0
          ? new RegExp(
              `(?<![A-Za-z])${anyWord(rule.words)}(?:[ :=-]{1,3}(?:is|code|no|number|:)){0,2}[ :=-]{1,3}(${shape})${end}`,
              'gid',
            )
          : undefined,
      // States are written in capitals: `in 20001` and `me 04101` are sentences.
      region:
        rule.regions.length > 0
          ? new RegExp(`(?<![A-Za-z])(?:${anyWord(rule.regions)}[ ,(-]{0,3}${shape})${end}`, 'gd')
          : undefined,
      town:
        rule.town === true
          ? new RegExp(`(?<![A-Za-z0-9.,\\p{Sc}])(${shape}) (${TOWN}(?:[ -]${TOWN})?)`, 'gu')
          : undefined,
      any: new RegExp(`(?<![A-Za-z0-9])${shape}${end}`, 'gi'),
    };
  });

const key = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');
const ORDINAL_END = /\d(?:st|nd|rd|th|hr|hrs)$/;
const LATER_LETTERS = /[a-z]{4}$/;

/** Letters of a code that people type small too, yet not words that have its shape. */
function isCode({ rule }: Compiled, value: string): boolean {
  if (ORDINAL_END.test(value) || LATER_LETTERS.test(value)) return false;
  if (rule.starts === undefined) return true;
  const area = (/^[A-Za-z]{1,2}/.exec(value)?.[0] ?? '').toUpperCase();
  return rule.starts.includes(area);
}

function takeCodes(scan: Scan, compiled: Compiled): void {
  const { alone, named, region, town } = compiled;
  for (const pattern of [named, region]) {
    if (pattern === undefined) continue;
    for (const match of scan.text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
      scan.take('postcode', start, end, key(scan.whole.slice(start, end)));
    }
  }
  if (town !== undefined) takeTowns(scan, town);
  if (alone === undefined) return;
  for (const match of scan.text.matchAll(alone)) {
    if (!isCode(compiled, match[0])) continue;
    scan.take('postcode', match.index, match.index + match[0].length, key(match[0]));
  }
}

/** `80331 München`, but not `10000 People`. */
function takeTowns(scan: Scan, town: RegExp): void {
  for (const match of scan.text.matchAll(town)) {
    const [, code = '', name = ''] = match;
    const word = (name.split(/[ -]/)[0] ?? '').toLowerCase();
    if (lexicon.common(word) || lexicon.kept(word)) continue;
    const end = match.index + code.length;
    scan.take('postcode', match.index, end, key(code));
    scan.take('place', end + 1, end + 1 + name.length, name.toLowerCase());
  }
}

/** `06 12 34 56 78` behind an address is a telephone number and no five codes. */
const inLongerNumber = (text: string, start: number, end: number): boolean =>
  /\d[ .]$/.test(text.slice(Math.max(0, start - 2), start)) || /^[ .]\d/.test(text.slice(end, end + 2));

/** A number with the shape of a code right after an address is its code. */
function takeAfterAddress(scan: Scan, { any }: Compiled, ends: readonly number[]): void {
  let next = 0;
  for (const match of scan.text.matchAll(any)) {
    while (next < ends.length && (ends[next] ?? 0) <= match.index) next += 1;
    const nearest = ends[next - 1];
    if (nearest === undefined || match.index - nearest > ADDRESS_REACH) continue;
    if (inLongerNumber(scan.whole, match.index, match.index + match[0].length)) continue;
    if (/[.!?\n]/.test(scan.whole.slice(Math.max(nearest, match.index - 3), match.index))) continue;
    scan.take('postcode', match.index, match.index + match[0].length, key(match[0]));
  }
}

/** Postcodes of the countries in the packs, and coordinates. */
export function findPostcodes(scan: Scan): void {
  for (const match of scan.text.matchAll(THREE_WORDS))
    scan.take('place', match.index, match.index + match[0].length);
  if (!scan.digits) return;
  for (const pattern of [DECIMAL_PAIR, DEGREES, PLUS_CODE]) {
    for (const match of scan.text.matchAll(pattern))
      scan.take('place', match.index, match.index + match[0].length);
  }
  for (const compiled of rules) takeCodes(scan, compiled);
  const ends = scan
    .taken()
    .filter(({ kind }) => kind === 'address')
    .map(({ end }) => end);
  if (ends.length > 0) for (const compiled of rules) takeAfterAddress(scan, compiled, ends);
}
