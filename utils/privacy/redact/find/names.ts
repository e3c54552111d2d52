import { lexicon } from '../lexicon';
import { lastWord, placeOf, type Place } from './name-place';
import { isName } from './name-rules';
import { isShouting, reach } from './name-span';
import { publicPlaces } from './public-people';
import type { Acquaintance } from '../acquaintance';
import type { Scan } from '../scan';
import type { Token } from '../tokens';

const { people } = lexicon;
const personObject = new Set(people.personObject);
const greetings = new Set(people.greetings);
const after = new Set(people.after);
const speech = new Set(people.speech);
const notAfter = new Set(people.notAfter);
const auxiliaries = new Set(people.auxiliaries);
const determiners = new Set(people.determiners);
const TIME_WORDS = new Set(['in', 'since', 'until', 'by', 'last', 'next', 'this']);

/** `annas house`, typed without the apostrophe. */
function isPlural(token: Token, friends: Acquaintance): boolean {
  if (token.lower.length < 5 || !token.lower.endsWith('s') || friends.part(token.lower) !== undefined)
    return false;
  return friends.part(token.lower.slice(0, -1)) === 'sure';
}

/** A known name that is also an everyday word (`will`, `grace`): only where it speaks of a person. */
function carefully({ tokens, at, token, previous, next, telling, kept, closing }: Place): boolean {
  if (telling) return !(kept && previous !== undefined && TIME_WORDS.has(previous.lower));
  const acts = next !== undefined && after.has(next.lower);
  const called = (closing && /^, ?$/.test(token.gap)) || (token.first && tokens[at + 1]?.gap === ', ');
  if (called) return true;
  if (token.capital) return (token.possessive || acts) && !notAfter.has(next?.lower ?? '');
  const met = previous !== undefined && (personObject.has(previous.lower) || greetings.has(previous.lower));
  const asked = previous !== undefined && ['does', 'did'].includes(previous.lower);
  const owned = previous !== undefined && determiners.has(previous.lower);
  const moves =
    acts &&
    !owned &&
    !auxiliaries.has(next.lower) &&
    (speech.has(next.lower) || /(?:s|ed)$/.test(next.lower));
  return met || asked || moves;
}

function isKnown(place: Place, friends: Acquaintance): boolean {
  const surety = friends.part(place.token.lower);
  if (surety === 'careful') return carefully(place);
  return surety === 'sure' || isPlural(place.token, friends);
}

function takeNames(scan: Scan, tokens: readonly Token[], friends: Acquaintance): void {
  const shouting = isShouting(tokens);
  const everybodyKnows = publicPlaces(tokens);
  const last = lastWord(tokens);
  let named = -2;
  for (let at = 0; at < tokens.length; at += 1) {
    const place = placeOf(tokens, at, shouting, last);
    if (place === undefined) continue;
    if (!isKnown(place, friends) && (everybodyKnows.has(at) || !isName(place, named === at - 1))) continue;
    const { from, to } = reach(tokens, at);
    const start = tokens[from]?.start ?? place.token.start;
    const end = (tokens[to]?.end ?? place.token.end) - (to === at && isPlural(place.token, friends) ? 1 : 0);
    if (scan.take('name', start, end)) friends.learn(scan.whole.slice(start, end));
    at = to;
    named = to;
  }
}

/**
 * People's names: known ones first, then by the words around them, then given names wherever they stand.
 * A name that was learnt here may stand earlier in the same text, so that is read once more.
 */
export function findNames(scan: Scan, tokens: readonly Token[], friends: Acquaintance): void {
  const before = friends.size();
  takeNames(scan, tokens, friends);
  if (friends.size() > before) takeNames(scan, tokens, friends);
}
