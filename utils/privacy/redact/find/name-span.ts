import { lexicon } from '../lexicon';
import { follows, type Token } from '../tokens';

const particles = new Set(lexicon.people.particles);
const MOST_PARTS = 5;

/** Mostly capitals, or nearly every word with one: capitals then say nothing. */
export function isShouting(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => text.length > 1);
  if (words.length < 4)
    return words.length > 1 && words.every(({ text }) => text === text.toUpperCase() && /\p{L}/u.test(text));
  const loud = words.filter(({ text }) => text === text.toUpperCase() && /\p{L}/u.test(text));
  const titled = words.filter(({ capital }) => capital);
  return loud.length / words.length > 0.6 || titled.length / words.length > 0.8;
}

const isInitial = (token: Token): boolean => /^\p{Lu}$/u.test(token.text) && token.text !== 'I';
const listed = (token: Token): boolean =>
  lexicon.givenNames.has(token.lower) || lexicon.surnames.has(token.lower);

/** Whether a word beside a name is part of it. */
function belongs(token: Token, nameIsSmall: boolean): boolean {
  if (token.capital) {
    if (isInitial(token)) return true;
    return listed(token) || (!lexicon.common(token.lower) && !lexicon.kept(token.lower));
  }
  return nameIsSmall && listed(token) && !lexicon.common(token.lower) && !lexicon.doubtful(token.lower);
}

/** The whole name around the word at `at`: `Tan Wei Ming`, `Hafiz bin Osman`, `S. Kavitha`. */
export function reach(tokens: readonly Token[], at: number): { from: number; to: number } {
  const small = tokens[at]?.capital !== true;
  let to = at;
  while (to - at < MOST_PARTS && tokens[to]?.possessive !== true) {
    const next = tokens[to + 1];
    if (!follows(next) || next === undefined) break;
    const beyond = tokens[to + 2];
    if (
      particles.has(next.lower) &&
      follows(beyond) &&
      beyond !== undefined &&
      (beyond.capital || (small && listed(beyond)))
    ) {
      to += 2;
    } else if (belongs(next, small)) {
      to += 1;
    } else break;
  }
  let from = at;
  while (at - from < 3 && follows(tokens[from])) {
    const previous = tokens[from - 1];
    if (
      previous === undefined ||
      previous.possessive ||
      !previous.capital ||
      (previous.first && !listed(previous) && !isInitial(previous))
    )
      break;
    if (!isInitial(previous) && !(listed(previous) && !lexicon.common(previous.lower))) break;
    from -= 1;
  }
  return { from, to };
}
