import { lexicon } from '../lexicon';
import { anyWord, shapeSource } from '../shape';
import { MASK, type Scan } from '../scan';

const { numbers, packs } = lexicon;
const exact = (shapes: readonly string[]): RegExp =>
  shapes.length === 0 ? /(?!)/ : new RegExp(`^(?:${shapes.map(shapeSource).join('|')})$`);

const countries = packs.map(({ phones }) => ({
  calling: phones.calling,
  trunk: phones.trunk,
  national: exact(phones.shapes),
  bare: exact(phones.bare),
}));
const local = exact(packs.flatMap(({ phones }) => phones.local));
const helplines = new Set(numbers.public);

/** Digits with what people put between them. */
const RUN =
  /(?<![\p{L}\p{N}\p{Sc}_])(?<!\d[.,])(?:\(?\+ ?\(?|\()?\d(?:[ .()/-]{0,3}\d){5,29}(?![\p{L}\p{N}_%])/gu;
const GROUP = /\d+/g;
const LETTER_DIGITS = /(?<![A-Za-z0-9])(?=[A-Za-z]{0,4}\d)[0-9oOlI]{2,14}(?![A-Za-z0-9])/g;
const PHONE_WORD = new RegExp(`(?<![a-z])${anyWord(numbers.phoneWords)}(?![a-z])`, 'i');
const SPELT = new RegExp(
  `(?<![a-z])${anyWord(Object.keys(numbers.digitWords))}(?:[ ,-]{1,3}${anyWord(Object.keys(numbers.digitWords))}){6,24}(?![a-z])`,
  'gi',
);

/** `ext. 204` behind a number leads to one desk. */
const EXTENSION = /^,? {0,2}(?:ext(?:ension|n)?\.?|x) {0,2}\d{1,6}(?!\d)/i;

interface Group {
  digits: string;
  start: number;
  end: number;
}

/** The number without calling code and trunk prefix, or undefined when it is no telephone number. */
function national(digits: string, international: boolean): string | undefined {
  const abroad = international ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (abroad !== undefined) return abroad.length >= 7 && abroad.length <= 15 ? abroad : undefined;
  for (const { calling, trunk, national: shape, bare } of countries) {
    if (bare.test(digits)) return digits;
    if (trunk !== '' && digits.startsWith(trunk) && shape.test(digits.slice(trunk.length))) {
      return digits.slice(trunk.length);
    }
    if (calling.length > 1 && digits.startsWith(calling) && shape.test(digits.slice(calling.length))) {
      return digits.slice(calling.length);
    }
  }
  return undefined;
}

/** `count 5 4 3 2 1`, `98 76 54`: groups of one or two digits are a list, unless a number starts like a phone's. */
const isList = (groups: readonly Group[]): boolean =>
  groups.length > 3 &&
  groups.every(({ digits }) => digits.length <= 2) &&
  !/^0|^[689]\d$/.test(groups[0]?.digits ?? '');
const isRound = (digits: string): boolean => /^\d{1,3}0+$/.test(digits);

/** The last eight digits tell numbers apart, with and without the calling code. */
const keyOf = (digits: string): string => digits.slice(-8);

function takeRun(scan: Scan, text: string, start: number): void {
  const groups: Group[] = [...text.matchAll(GROUP)].map((match) => ({
    digits: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  const plus = text.slice(0, 4).includes('+');
  let from = 0;
  while (from < groups.length) from = takeLongest(scan, groups, from, plus && from === 0, start);
}

/** Takes the longest number that begins at group `from`; returns the group to go on with. */
function takeLongest(
  scan: Scan,
  groups: readonly Group[],
  from: number,
  plus: boolean,
  runStart: number,
): number {
  for (let to = Math.min(groups.length, from + 12); to > from; to -= 1) {
    const part = groups.slice(from, to);
    const digits = part.map((group) => group.digits).join('');
    if (helplines.has(digits)) return to;
    if (digits.length < 7 || digits.length > 17 || isRound(digits)) continue;
    if (isList(part) && !plus) continue;
    const first = part[0]?.start ?? runStart;
    const last = part.at(-1)?.end ?? first;
    const found =
      national(digits, plus) ?? (local.test(digits) && beside(scan, first, last) ? digits : undefined);
    if (found === undefined) continue;
    const opened = from === 0 ? runStart : scan.whole[first - 1] === '(' ? first - 1 : first;
    scan.take(
      'phone',
      opened,
      last + (EXTENSION.exec(scan.text.slice(last, last + 18))?.[0].length ?? 0),
      keyOf(found),
    );
    return to;
  }
  return from + 1;
}

/** A word for a telephone stands near, with nothing that was taken out between. */
function beside({ text }: Scan, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 12);
  return (
    PHONE_WORD.test(before.slice(before.lastIndexOf(MASK) + 1)) || PHONE_WORD.test(after.split(MASK)[0] ?? '')
  );
}

/** `o77oo 9oo 123`: the letters that stand for digits, as digits, at the same offsets. */
function digitLetters(text: string): string {
  return text.replace(LETTER_DIGITS, (word) => word.replace(/[oO]/g, '0').replace(/[lI]/g, '1'));
}

/** The digits of `oh seven seven double oh nine hundred`. */
function spelt(text: string): string {
  let digits = '';
  let times = 1;
  for (const word of text.toLowerCase().split(/[ ,-]+/)) {
    const value = numbers.digitWords[word] ?? '';
    if (value.startsWith('x')) times = Number(value[1]);
    else {
      digits += value.repeat(times);
      times = 1;
    }
  }
  return digits;
}

/** Numbers that begin with `+`: they can be nothing else, so they go before every other rule about digits. */
export function findInternationalPhones(scan: Scan): void {
  if (!scan.whole.includes('+')) return;
  for (const match of digitLetters(scan.text).matchAll(RUN)) {
    if (match[0].slice(0, 4).includes('+')) takeRun(scan, match[0], match.index);
  }
}

/** Telephone numbers: of the countries in the packs, of any country with `+`, and spelt in words. */
export function findPhones(scan: Scan): void {
  for (const match of scan.text.matchAll(SPELT)) {
    const digits = spelt(match[0]);
    const counting = '0123456789'.includes(digits.slice(0, 6)) || '9876543210'.includes(digits.slice(0, 6));
    if (digits.length >= 7 && !counting)
      scan.take('phone', match.index, match.index + match[0].length, keyOf(digits));
  }
  if (!scan.digits) return;
  for (const match of digitLetters(scan.text).matchAll(RUN)) takeRun(scan, match[0], match.index);
}
