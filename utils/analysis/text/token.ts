/**
 * What a token is: a `word` (letters, digits inside allowed), a `number`, an `emoji`, a text `emoticon`
 * such as ":(", a run of `punctuation`, or a `mask` such as "[NAME]" in which a name was hidden.
 */
export type TokenKind = 'word' | 'number' | 'emoji' | 'emoticon' | 'punctuation' | 'mask';

/** One token of a text. */
export interface Token {
  kind: TokenKind;
  /** UTF-16 offsets in the original text, `end` exclusive. */
  start: number;
  end: number;
  /**
   * The form that is compared and hashed: lower case, no apostrophes ("can't" and "cant" are one), no
   * accents or hidden characters, letters drawn out beyond two cut to two, chat spellings written out.
   * Of an emoji or emoticon: its feeling word where there is one, else itself.
   */
  form: string;
  /** Written in capitals, two letters or more. */
  caps: boolean;
  /** A letter drawn out three times or more ("soooo"). */
  drawnOut: boolean;
}
