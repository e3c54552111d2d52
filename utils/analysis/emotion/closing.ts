import { z } from '../../schema';
import type { Token } from '../text/token';
import { tokenise } from '../text/tokenise';
import closings from './closings.json';

const list = z.array(z.string().check(z.minLength(1)));
const data = z.parse(z.object({ about: z.string(), core: list, filler: list }), closings);

const key = (forms: readonly string[]): string => forms.join(' ');
const compile = (phrases: readonly string[]): Set<string> =>
  new Set(phrases.map((phrase) => key(tokenise(phrase).map((token) => token.form))));

const CORE = compile(data.core);
const FILLER = compile(data.filler);
const LONGEST = Math.max(...[...CORE, ...FILLER].map((phrase) => phrase.split(' ').length));
/** First words of all phrases: most messages begin with none of them. */
const STARTS = new Set([...CORE, ...FILLER].map((phrase) => phrase.split(' ')[0]));
/** A longer message says more than goodbye. */
const MOST_WORDS = 24;

/**
 * Whether a message is nothing but a goodbye or thanks. "Thanks, but I'm still scared" is none: every word
 * has to belong to a formula or to the small words around it.
 */
export function isClosing(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word');
  if (words.length > MOST_WORDS || !STARTS.has(words[0]?.form)) return false;
  let core = false;
  for (let at = 0; at < words.length;) {
    let taken = 0;
    for (let length = Math.min(LONGEST, words.length - at); length > 0 && taken === 0; length -= 1) {
      const phrase = key(words.slice(at, at + length).map((word) => word.form));
      if (CORE.has(phrase)) core = true;
      else if (!FILLER.has(phrase)) continue;
      taken = length;
    }
    if (taken === 0) return false;
    at += taken;
  }
  return core;
}
