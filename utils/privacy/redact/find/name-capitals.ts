import { lexicon } from '../lexicon';
import { follows, type Token } from '../tokens';
import { isLoud, isUnknown, type Place } from './name-place';

const { people } = lexicon;
const personObject = new Set(people.personObject);
const before = new Set(people.before);
const around = new Set(people.around);
const after = new Set(people.after);
const speech = new Set(people.speech);
const speakers = new Set(people.speakers);
const notAfter = new Set(people.notAfter);
const opening = new Set(people.opening);
const tails = new Set(people.tails);
const particles = new Set(people.particles);
const determiners = new Set(people.determiners);

/** `Tan Wei Ming`, `Mark Davies`: listed names side by side, though each may be a word. */
function wholeName(place: Place): boolean {
  const { tokens, at, token } = place;
  const isListed = (word: Token | undefined): word is Token =>
    word !== undefined &&
    word.capital &&
    (lexicon.givenNames.has(word.lower) || lexicon.surnames.has(word.lower)) &&
    !lexicon.kept(word.lower);
  const [second, third] = [tokens[at + 1], tokens[at + 2]];
  if (!isListed(token) || !follows(second) || !isListed(second)) return false;
  const all = follows(third) && isListed(third) ? [token, second, third] : [token, second];
  const unusual = all.filter(({ lower }) => !lexicon.common(lower)).length;
  return unusual >= all.length - 1 && (place.telling || unusual > 1 || lexicon.givenNames.has(token.lower));
}

/** `lim siew hui`, `wei ling`: small, side by side, all of them in the lists and none an everyday word. */
function smallName({ tokens, at, token, common, kept }: Place): boolean {
  const next = tokens[at + 1];
  if (token.capital || common || kept || next === undefined || !follows(next) || next.capital) return false;
  const isListed = ({ lower }: Token): boolean =>
    lexicon.givenNames.has(lower) || lexicon.surnames.has(lower);
  return isListed(token) && isListed(next) && !lexicon.common(next.lower) && !lexicon.kept(next.lower);
}

/** `Kiri Te Whata`, `Zorvath Quibble`: two words with a capital that are no everyday words. */
function wholeUnknown(place: Place): boolean {
  const { tokens, at, token } = place;
  const isNew = (word: Token | undefined): boolean =>
    word !== undefined &&
    follows(word) &&
    word.capital &&
    !isLoud(word) &&
    !lexicon.common(word.lower) &&
    !lexicon.kept(word.lower);
  if (!token.capital || isLoud(token) || !isUnknown(place) || token.text.length < 3) return false;
  const particle = particles.has(tokens[at + 1]?.lower ?? '') && follows(tokens[at + 1]);
  return isNew(tokens[at + 1]) || (particle && isNew(tokens[at + 2]));
}

/** `Tamzin here`, `me and tizzy`. */
function presented(place: Place): boolean {
  const { tokens, at, token, next, previous } = place;
  if (place.kept || (place.common && !place.doubtful)) return false;
  const alone = token.first || /^, ?$/.test(token.gap);
  const beyond = tokens[at + 2];
  const greeted = next !== undefined && tails.has(next.lower) && (beyond === undefined || beyond.gap !== ' ');
  if (alone && token.capital && greeted) return !lexicon.slip(token.lower);
  const withMe = previous?.lower === 'and' && tokens[at - 2]?.lower === 'me' && follows(previous);
  return withMe && isUnknown(place) && token.text.length > 2 && !lexicon.slip(token.lower);
}

/** A name that is a word, a month or a place: only where the words around it speak of a person. */
function doubtfulAmongPeople({ token, previous, next, telling, kept }: Place): boolean {
  const acts = next !== undefined && speech.has(next.lower);
  const told = previous !== undefined && personObject.has(previous.lower);
  if (!token.capital) {
    // `jordan says i overreact`
    const owned = previous !== undefined && (determiners.has(previous.lower) || !around.has(previous.lower));
    const speaks = next !== undefined && speakers.has(next.lower) && !owned;
    return speaks || (told && !lexicon.notStreet.has(token.lower));
  }
  if (!telling) return acts && !notAfter.has(next.lower);
  if (acts || told) return true;
  if (kept || isLoud(token) || lexicon.alsoPlaces.has(token.lower)) return false;
  const meant = previous !== undefined && (before.has(previous.lower) || around.has(previous.lower));
  const free = next === undefined || after.has(next.lower) || around.has(next.lower);
  return token.possessive || (previous !== undefined && before.has(previous.lower)) || (meant && free);
}

/** `i told tizzy`: after a verb that has a person as object, a word that is none. */
function toldSmall({ token, previous, next }: Place): boolean {
  if (previous === undefined || !personObject.has(previous.lower) || token.text.length < 4) return false;
  const free =
    next === undefined || after.has(next.lower) || around.has(next.lower) || notAfter.has(next.lower);
  return free && !lexicon.slip(token.lower);
}

/** `Delphine from my course`, `Baney and I`: an unknown word that a sentence about a person starts with. */
function opens({ tokens, at, next }: Place): boolean {
  if (next === undefined || next.capital) return false;
  if (next.lower === 'and') return ['i', 'me', 'my'].includes(tokens[at + 2]?.lower ?? '');
  return opening.has(next.lower) || speech.has(next.lower) || /[^s]s$|ed$/.test(next.lower);
}

/** Built like an English noun or the name of a medicine, or stretched like a shout (`Noooo`). */
function isNoName(word: string): boolean {
  return people.notNameEndings.some((ending) => word.endsWith(ending)) || /(.)\1\1/.test(word);
}

/**
 * A capital that tells, on a word that is no everyday word and nothing that is kept: most often a person. It
 * costs some sense when it is a band or a film; the other way round it would cost somebody's privacy.
 */
function unknownCapital(place: Place): boolean {
  const { token, previous, next } = place;
  if (place.doubtful) return doubtfulAmongPeople(place);
  if (token.text.length < 3 || !isUnknown(place)) return false;
  if (!token.capital) return toldSmall(place);
  if (isLoud(token) || isNoName(token.lower)) return false;
  const meant = previous !== undefined && (before.has(previous.lower) || around.has(previous.lower));
  if (place.telling && (meant || (next !== undefined && speech.has(next.lower)))) return true;
  if (lexicon.slip(token.lower)) return false;
  if (token.first) return opens(place);
  return place.telling && (token.possessive || previous === undefined || !determiners.has(previous.lower));
}

/** Rules that rest on capitals, and on the words around what might be a name. */
export const CAPITAL_RULES = [wholeName, smallName, wholeUnknown, presented, unknownCapital];
