import { lexicon } from '../lexicon';
import { follows, phraseBefore, type Token } from '../tokens';
import { isShouting, reach } from './name-span';
import type { Acquaintance } from '../acquaintance';
import type { Scan } from '../scan';

const { people } = lexicon;
const introductions = new Set(people.introductions);
const selfIntroductions = new Set(people.selfIntroductions);
const selfTails = new Set(people.selfTails);
const relations = new Set(people.relations);
const possessors = new Set(people.possessors);
const titles = new Set(people.titles);
const plainTitles = new Set(people.plainTitles);
const greetings = new Set(people.greetings);
const signOffs = new Set(people.signOffs);
const joins = new Set(people.joins);
const personObject = new Set(people.personObject);
const before = new Set(people.before);
const after = new Set(people.after);
const speech = new Set(people.speech);
const notAfter = new Set(people.notAfter);
const INTRODUCTION_REACH = 4;

/** What the rules need to know of the word at one place. */
interface Place {
  tokens: readonly Token[];
  at: number;
  token: Token;
  previous: Token | undefined;
  next: Token | undefined;
  /** Its capital tells: neither the start of a sentence nor a text in capitals. */
  telling: boolean;
  /** A given name and nothing else. */
  given: boolean;
  /** A given name that is also a word, a month or a place. */
  doubtful: boolean;
  common: boolean;
  kept: boolean;
}

const nameParts = (word: string): string[] => word.split('-');

function placeOf(tokens: readonly Token[], at: number, shouting: boolean): Place | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const listed = nameParts(token.lower).some((part) => lexicon.givenNames.has(part));
  const doubtful = lexicon.doubtful(token.lower);
  const nextToken = tokens[at + 1];
  return {
    tokens,
    at,
    token,
    previous: follows(token) ? tokens[at - 1] : undefined,
    next: nextToken !== undefined && /^ {1,2}$/.test(nextToken.gap) ? nextToken : undefined,
    telling: token.capital && !token.first && !shouting,
    given: listed && !doubtful && !(token.text.includes('-') && lexicon.common(token.lower)),
    doubtful,
    common: lexicon.common(token.lower),
    kept: lexicon.kept(token.lower),
  };
}

const isWordlike = (token: Token): boolean =>
  /^[\p{L}\p{M}][\p{L}\p{M}'-]*$/u.test(token.text) && token.text.length > 1;
/** Nothing follows that would make the word an adjective or a verb: the end, a stop, or a tail like `from`. */
const ends = ({ next }: Place): boolean => next === undefined || selfTails.has(next.lower);
const unknownWord = ({ common, kept, doubtful }: Place): boolean => !common && !kept && !doubtful;

/** `my name is tamsin`, `a girl named Xiomara`. */
function introduced(place: Place): boolean {
  const { tokens, at, token } = place;
  if (!follows(token) || phraseBefore(tokens, at, introductions, INTRODUCTION_REACH) === 0) return false;
  if (place.given || unknownWord(place)) return true;
  if (place.doubtful) return place.telling || (ends(place) && !place.kept);
  return place.telling && !place.kept && lexicon.surnames.has(token.lower);
}

/** `I'm Oluwaseun`, `im priya`, `this is Siobhan`, `its marcus again`. */
function selfIntroduced(place: Place): boolean {
  const { tokens, at, token } = place;
  if (!follows(token) || phraseBefore(tokens, at, selfIntroductions, 3) === 0) return false;
  if (place.given) return true;
  if (place.doubtful) return token.capital && ends(place) && !place.kept;
  return place.telling && unknownWord(place);
}

/** `my sister Anna`, `my boyfriend jake`, `my nan, Dorothy`. */
function related(place: Place): boolean {
  const { tokens, at, token, next } = place;
  const relation = tokens[at - 1];
  if (relation === undefined || !relations.has(relation.lower) || relation.possessive) return false;
  if (!/^(?: {1,2}|, ?| \()$/.test(token.gap)) return false;
  const owned = [1, 2, 3].some((back) => possessors.has(tokens[at - 1 - back]?.lower ?? ''));
  if (!owned) return place.given;
  if (place.given || (place.telling && unknownWord(place))) return true;
  const active = next === undefined || after.has(next.lower);
  if (token.gap !== ' ') return place.telling && place.doubtful && active;
  if (place.doubtful) return place.telling || (next !== undefined && speech.has(next.lower));
  return !token.capital && unknownWord(place) && token.text.length > 2 && active;
}

/** `Mr Abernathy`, `dr patel`, `Auntie Rosnah`. */
function titled(place: Place): boolean {
  const { previous, token } = place;
  if (previous === undefined || !titles.has(previous.lower) || previous.possessive) return false;
  const plain = plainTitles.has(previous.lower);
  if (place.given) return true;
  if (token.capital && !token.first)
    return plain ? !place.kept : unknownWord(place) || (previous.capital && place.doubtful);
  return plain && (unknownWord(place) || (lexicon.surnames.has(token.lower) && !place.common));
}

/** `Hi Sam`, `thanks Tom`, `love, Mia`, `- Ffion`. */
function addressed(place: Place): boolean {
  const { tokens, at, token } = place;
  const previous = tokens[at - 1];
  const last = tokens.slice(at + 1).every(({ lower }) => /^x+o*$|^xo+$/.test(lower));
  if (
    previous !== undefined &&
    greetings.has(previous.lower) &&
    /^,? {1,2}$/.test(token.gap) &&
    previous.first
  ) {
    const ended = tokens[at + 1] === undefined || tokens[at + 1]?.gap !== ' ';
    return place.given || (token.capital && ended && !place.kept && (place.doubtful || !place.common));
  }
  if (!last || !token.capital || place.kept) return false;
  if (/(?:^|\s)[-–~] ?$/.test(token.gap)) return place.given || place.doubtful || !place.common;
  return (
    previous !== undefined &&
    signOffs.has(previous.lower) &&
    /^,? ?\n|^, ?$/.test(token.gap) &&
    (place.given || place.doubtful)
  );
}

/** `I told Mark`, `with Zorvath`, `Grace said`: a capital or a doubtful name among words about people. */
function amongPeople(place: Place): boolean {
  const { tokens, at, token, previous, next } = place;
  if (!isWordlike(token) || token.text.length < 3) return false;
  const acts = next !== undefined && speech.has(next.lower);
  const meant = previous !== undefined && before.has(previous.lower);
  if (place.doubtful) {
    if (place.telling) {
      if (lexicon.alsoPlaces.has(token.lower))
        return acts || (previous !== undefined && personObject.has(previous.lower));
      return acts || meant || token.possessive;
    }
    if (token.capital) return acts && !notAfter.has(next?.lower ?? '');
    const told = previous !== undefined && personObject.has(previous.lower) && previous.lower !== 'named';
    return told && (next === undefined || !lexicon.notStreet.has(token.lower));
  }
  if (place.common || place.kept || !token.capital) return false;
  if (!place.telling) return acts && token.first;
  const beside =
    previous !== undefined && joins.has(previous.lower) && tokens[at - 2]?.capital === true && acts;
  return meant || acts || beside || (token.possessive && next !== undefined && relations.has(next.lower));
}

/** A given name that is nothing else, wherever it stands; short ones need their capital. */
function listed({ given, token, common, kept }: Place): boolean {
  return (
    given &&
    !kept &&
    (token.capital ? token.text.length > 2 : token.text.length > 3 || (token.text.length === 3 && !common))
  );
}

/** A name known from the page or from before; one that is also a word only where it speaks of a person. */
function known(place: Place, friends: Acquaintance): boolean {
  const { token, next, previous } = place;
  const surety = friends.part(token.lower) ?? plural(token, friends);
  if (surety === undefined) return false;
  if (surety === 'sure') return true;
  if (place.telling)
    return !(place.kept && previous !== undefined && ['in', 'since', 'until', 'by'].includes(previous.lower));
  const acts = token.possessive || (next !== undefined && after.has(next.lower));
  if (token.capital) return acts && !notAfter.has(next?.lower ?? '');
  return (
    (previous !== undefined &&
      (personObject.has(previous.lower) ||
        greetings.has(previous.lower) ||
        (next === undefined && before.has(previous.lower) && false))) ||
    (next !== undefined && speech.has(next.lower))
  );
}

/** `annas house`, typed without the apostrophe. */
function plural(token: Token, friends: Acquaintance): 'sure' | undefined {
  return token.lower.endsWith('s') &&
    token.lower.length > 4 &&
    friends.part(token.lower.slice(0, -1)) === 'sure'
    ? 'sure'
    : undefined;
}

const RULES = [introduced, selfIntroduced, related, titled, addressed, listed, amongPeople] as const;

/** People's names: known ones first, then by the words around them, then given names wherever they stand. */
export function findNames(scan: Scan, tokens: readonly Token[], friends: Acquaintance): void {
  const shouting = isShouting(tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    const place = placeOf(tokens, at, shouting);
    if (place === undefined) continue;
    const { token } = place;
    const isKnown = known(place, friends);
    if (!isKnown && (!isWordlike(token) || !RULES.some((rule) => rule(place)))) continue;
    const { from, to } = reach(tokens, at);
    const start = tokens[from]?.start ?? token.start;
    const last = tokens[to] ?? token;
    const typedPlural =
      to === at &&
      from === at &&
      friends.part(token.lower) === undefined &&
      plural(token, friends) !== undefined;
    const end = typedPlural ? last.end - 1 : last.end;
    const name = scan.whole.slice(start, end);
    scan.take('name', start, end, friends.identify(name));
    at = to;
  }
}
