/** What a UTF-16 code unit or code point is to the tokeniser. */
export const CLASS = {
  space: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  mark: 5,
  hidden: 6,
  picture: 7,
  symbol: 8,
} as const;
export type CharacterClass = (typeof CLASS)[keyof typeof CLASS];

const MARK = /\p{M}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const SPACE = /\s/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;
/** Soft hyphen, zero-width marks, direction marks, variation selectors, byte order mark, tags. */
const HIDDEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/u;

function classify(point: number): CharacterClass {
  if (point === 0x27 || point === 0x2019 || point === 0x2018 || point === 0x60 || point === 0xb4) {
    return CLASS.apostrophe;
  }
  // A lone surrogate stands for no character.
  if (point >= 0xd800 && point <= 0xdfff) return CLASS.hidden;
  const character = String.fromCodePoint(point);
  if (SPACE.test(character)) return CLASS.space;
  if (HIDDEN.test(character)) return CLASS.hidden;
  if (point > 0x7f && PICTURE.test(character)) return CLASS.picture;
  if (LETTER.test(character)) return CLASS.letter;
  if (DIGIT.test(character)) return CLASS.digit;
  if (MARK.test(character)) return CLASS.mark;
  return CLASS.symbol;
}

// Regular expressions per character are slow, so each code point of the first plane is asked only once.
const known = new Uint8Array(0x10000);

/** The class of a code point. */
export function classOf(point: number): CharacterClass {
  if (point > 0xffff) return classify(point);
  const seen = known[point];
  if (seen) return seen as CharacterClass;
  const fresh = classify(point);
  known[point] = fresh;
  return fresh;
}
