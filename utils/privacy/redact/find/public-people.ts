import { lexicon } from '../lexicon';
import type { Token } from '../tokens';

const LONGEST = 4;
const phrases = new Set(lexicon.publicPeople);

/** The places of words that name somebody everyone knows (`Harry Potter`): they tell nothing about the writer. */
export function publicPlaces(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    let phrase = '';
    for (let count = 0; count < LONGEST && at + count < tokens.length; count += 1) {
      phrase += `${count === 0 ? '' : ' '}${tokens[at + count]?.lower ?? ''}`;
      if (!phrases.has(phrase)) continue;
      for (let i = at; i <= at + count; i += 1) places.add(i);
    }
  }
  return places;
}
