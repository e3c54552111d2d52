import { lexicon } from '../lexicon';
import { follows, type Token } from '../tokens';

const particles = new Set(lexicon.people.particles);
const MOST_AFTER = 5;
const MOST_BEFORE = 3;

/** Mostly capitals, or nearly every word with one: capitals then say nothing. */
export function isShouting(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => text.length > 1 && /\p{L}/u.test(text));
  const loud = words.filter(({ text }) => text === text.toUpperCase()).length;
  const titled = words.filter(({ capital }) => capital).length;
  if (words.length < 4) return words.length > 1 && loud === words.length;
  return loud / words.length > 0.6 || titled / words.length > 0.8;
}

const isInitial = (token: Token): boolean => /^\p{Lu}$/u.test(token.text) && token.text !== 'I';
const isListed = (token: Token): boolean =>
  lexicon.givenNames.has(token.lower) || lexicon.surnames.has(token.lower);

/** Whether a word right after a name is part of it. */
function goesOn(token: Token, small: boolean): boolean {
  if (token.capital)
    return (
      isInitial(token) || isListed(token) || (!lexicon.common(token.lower) && !lexicon.kept(token.lower))
    );
  return small && isListed(token) && !lexicon.common(token.lower) && !lexicon.kept(token.lower);
}

/** Whether a word right before a name is part of it: `S. Kavitha`, `Tan Wei Ming`, `van der Merwe`. */
function leadsIn(token: Token): boolean {
  if (token.possessive) return false;
  if (particles.has(token.lower) && (!lexicon.common(token.lower) || token.lower === 'van')) return true;
  if (!token.capital) return false;
  if (isInitial(token)) return true;
  return (
    isListed(token) && (!token.first || !lexicon.common(token.lower) || lexicon.surnames.has(token.lower))
  );
}

/** The whole name around the word at `at`: `Hafiz bin Osman`, `Anna Kowalska`. First and last index. */
export function reach(tokens: readonly Token[], at: number): { from: number; to: number } {
  const small = tokens[at]?.capital !== true;
  let to = at;
  while (to - at < MOST_AFTER && tokens[to]?.possessive !== true) {
    const [next, beyond] = [tokens[to + 1], tokens[to + 2]];
    if (next === undefined || !follows(next)) break;
    const through =
      beyond !== undefined && follows(beyond) && (beyond.capital || (small && isListed(beyond)));
    if (particles.has(next.lower) && through) to += 2;
    else if (goesOn(next, small)) to += 1;
    else break;
  }
  let from = at;
  while (at - from < MOST_BEFORE && follows(tokens[from])) {
    const previous = tokens[from - 1];
    if (previous === undefined || !leadsIn(previous)) break;
    from -= 1;
  }
  return { from, to };
}
