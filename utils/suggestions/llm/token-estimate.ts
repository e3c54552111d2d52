/**
 * Rough number of tokens of a text: a quarter for each Latin character, half for other alphabets, one for
 * each ideograph and the like. A real tokenizer weighs a megabyte and is right for one family of models.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(quarters(text) / 4);
}

function quarters(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const latin = unit < 0x0250 || (unit >= 0x2010 && unit < 0x2040);
    sum += latin ? 1 : unit < 0x0900 ? 2 : 4;
  }
  return sum;
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
  let left = tokens * 4 - quarters(GAP);
  // The end of a message is where a person arrives: it gets every second word.
  for (let first = 0, last = words.length - 1; first <= last;) {
    const fromEnd = tail.length < head.length;
    const word = words[fromEnd ? last : first] ?? '';
    left -= quarters(word);
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
