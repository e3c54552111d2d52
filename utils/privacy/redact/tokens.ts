/** One word of a text, with what stands before it. Offsets are those of the text it was cut from. */
export interface Token {
  /** Without a possessive ending. */
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Starts with a capital and is more than the word `I`. */
  capital: boolean;
  /** First of a sentence, a line or a quotation: its capital says nothing. */
  first: boolean;
  /** `'s` followed. */
  possessive: boolean;
  /** What stands between the word before and this one. */
  gap: string;
  /** Only a space, or the stop of an initial or a title, is between it and the word before. */
  adjoins: boolean;
}

const WORD = /[dsa]\/[olp](?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?:;\n\r"“”(…*>]|(?:^|\s)-+\s/;

/** The words of a text in order. Linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let previous = 0;
  for (const match of text.matchAll(WORD)) {
    const whole = match[0];
    const possessive = /.'[sS]$/.test(whole);
    const word = possessive ? whole.slice(0, -2) : whole;
    const gap = text.slice(previous, match.index);
    const initial = tokens.at(-1);
    const afterInitial = gap === '. ' && initial !== undefined && isInitialOrTitle(initial.text);
    tokens.push({
      text: word,
      lower: word.toLowerCase(),
      start: match.index,
      end: match.index + word.length,
      capital: /^\p{Lu}/u.test(word) && !/^I(?:'|$)/.test(word),
      first: tokens.length === 0 || (SENTENCE_END.test(gap) && !afterInitial),
      possessive,
      gap,
      // `St Thomas' Hospital`
      adjoins:
        initial !== undefined &&
        (/^ {1,2}$/.test(gap) || afterInitial || (gap === "' " && initial.lower.endsWith('s'))),
    });
    previous = match.index + whole.length;
  }
  return tokens;
}

/** A word after which a full stop ends no sentence: `S. Kavitha`, `Mrs. O'Donoghue`, `St. Mary's`. */
function isInitialOrTitle(word: string): boolean {
  return /^(?:\p{Lu}|mrs?|ms|dr|prof|st|rev|sgt|h|no|blk|apt)$/iu.test(word);
}

/** Whether a word follows the one before it with nothing but a space (or the stop of an initial) between. */
export const follows = (token: Token | undefined): boolean => token !== undefined && token.adjoins;

/** Whether the words right before `index` are those of one of the phrases; returns how many they are. */
export function phraseBefore(
  tokens: readonly Token[],
  index: number,
  phrases: ReadonlySet<string>,
  longest: number,
): number {
  let phrase = '';
  for (let count = 1; count <= longest && index - count >= 0; count += 1) {
    const token = tokens[index - count];
    if (token === undefined) break;
    const word = token.possessive ? `${token.lower}'s` : token.lower;
    phrase = phrase === '' ? word : `${word} ${phrase}`;
    if (phrases.has(phrase)) return count;
    if (!/^[ ]{0,2}$/.test(token.gap)) break;
  }
  return 0;
}
