/** Tenths of a token. */
const WORD_START = 7;
const LETTER = 1;
const LATE_LETTER = 2;
/** Letters of a word after which it is rare or misspelt. */
const SHORT_WORD = 6;
const DIGIT = 10;
const MARK = 7;
const NEXT_MARK = 3;
const LINE_END = 10;
const EXTRA_SPACE = 3;
const ACCENTED = 8;
const OTHER_ALPHABET = 7;
const IDEOGRAPH = 15;

/**
 * A number of tokens that real tokenizers stay below for ordinary talk. They take one token for a common word
 * with its space, two or three for a rare or misspelt one, and one for several marks in a row; here a word
 * of four letters costs 1.1 and one of ten 2.1, a mark 0.7 and the next in a row 0.3, every digit one, a
 * letter of another alphabet 0.7, an ideograph or half an emoji 1.5. A real tokenizer weighs a megabyte and
 * is right for one family of models.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(tenths(text) / 10);
}

function tenths(text: string): number {
  let sum = 0;
  let letters = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isLetter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
    letters = isLetter ? letters + 1 : 0;
    if (isLetter) sum += letters > SHORT_WORD ? LATE_LETTER : LETTER + (letters === 1 ? WORD_START : 0);
    else if (unit === 32) sum += before === 32 ? EXTRA_SPACE : 0;
    else sum += isMark(unit) && isMark(before) ? NEXT_MARK : weightOf(unit);
    before = unit;
  }
  return sum;
}

function isMark(unit: number): boolean {
  return unit > 32 && unit < 0x80 && !/[0-9a-z]/i.test(String.fromCharCode(unit));
}

function weightOf(unit: number): number {
  if (unit < 32) return LINE_END;
  if (unit >= 48 && unit <= 57) return DIGIT;
  if (unit < 0x80) return MARK;
  if (unit < 0x0250) return ACCENTED;
  if (unit >= 0x2010 && unit < 0x2040) return MARK;
  return unit < 0x0900 ? OTHER_ALPHABET : IDEOGRAPH;
}

const GAP = ' … ';
/** Words with the space before them; a placeholder such as `[NAME_1]` is one, whatever stands around it. */
const WORDS = /\s*(?:\[[A-Z]+_\d+\]|[^\s[]{1,24}|\[)/gu;

/**
 * Cuts a text to at most `tokens` by estimate, keeping its beginning and its end, at spaces where there are
 * some. A placeholder is never cut in two.
 */
export function cutToTokens(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  const words = text.match(WORDS) ?? [];
  const head: string[] = [];
  const tail: string[] = [];
  let left = tokens * 10 - tenths(GAP);
  // The end of a message is where a person arrives: it gets every second word.
  for (let first = 0, last = words.length - 1; first <= last;) {
    const fromEnd = tail.length < head.length;
    const word = words[fromEnd ? last : first] ?? '';
    // A long word is cut where nobody else would: each of its pieces begins anew.
    left -= tenths(word) + (word.length >= 24 ? LATE_LETTER * SHORT_WORD : 0);
    if (left < 0) break;
    if (fromEnd) {
      tail.push(word);
      last--;
    } else {
      head.push(word);
      first++;
    }
  }
  return `${head.join('')}${GAP}${tail.reverse().join('').trimStart()}`.trim();
}
