import { lexicon } from '../lexicon';
import { follows, phraseBefore } from '../tokens';
import { CAPITAL_RULES } from './name-capitals';
import { isLoud, isUnknown, isWordlike, type Place } from './name-place';

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
const personObject = new Set(people.personObject);
const after = new Set(people.after);
const before = new Set(people.before);
const speech = new Set(people.speech);
const clauseWords = new Set(people.clauseWords);
const modals = new Set(people.modals);
const functionWords = new Set(people.functionWords);
const PHRASE_REACH = 4;

/** Nothing follows that would make the word an adjective or a verb: the end, a stop, or a tail like `from`. */
const ends = ({ next }: Place): boolean => next === undefined || selfTails.has(next.lower);

/** `called saffron and she …`: the clause ends with the name. */
const goesOn = ({ next }: Place): boolean => next !== undefined && clauseWords.has(next.lower);

/** `my name is tamsin`, `a girl named Xiomara`. */
function introduced(place: Place): boolean {
  const { tokens, at, token } = place;
  if (!follows(token) || phraseBefore(tokens, at, introductions, PHRASE_REACH) === 0) return false;
  if (place.given || isUnknown(place)) return true;
  if (place.doubtful) return place.telling || ((ends(place) || goesOn(place)) && !place.kept);
  return place.telling && !place.kept && !isLoud(token);
}

/** `I'm Oluwaseun`, `im priya`, `this is Siobhan`, `its marcus again`. */
function selfIntroduced(place: Place): boolean {
  const { tokens, at, token } = place;
  if (!follows(token) || phraseBefore(tokens, at, selfIntroductions, 3) === 0) return false;
  if (place.given) return true;
  if (place.doubtful) return token.capital && ends(place) && !place.kept;
  return place.telling && isUnknown(place) && !isLoud(token);
}

/** `my sister Anna`, `my boyfriend jake`, `my nan, Dorothy`, `my dog Biscuit`. */
function related(place: Place): boolean {
  const { tokens, at, token, next } = place;
  const relation = tokens[at - 1];
  if (relation === undefined || !relations.has(relation.lower) || relation.possessive) return false;
  if (!/^(?: {1,2}|, ?| \()$/.test(token.gap)) return false;
  const owned = [1, 2, 3].some((back) => possessors.has(tokens[at - 1 - back]?.lower ?? ''));
  if (!owned || place.given) return place.given;
  // Nobody writes the verb after a relation with a capital.
  if (place.telling && (!place.kept || place.doubtful) && !isLoud(token)) return true;
  if (token.gap !== ' ' || token.capital || token.text.length < 3) return false;
  if (place.doubtful) {
    const ended = tokens[at + 1] === undefined || /^[.,!?\n]/.test(tokens[at + 1]?.gap ?? '');
    return (
      (next !== undefined && speech.has(next.lower)) || (ended && !modals.has(token.lower) && !place.kept)
    );
  }
  return isUnknown(place) && (next === undefined || after.has(next.lower)) && !lexicon.slip(token.lower);
}

/** `Mr Abernathy`, `dr patel`, `Auntie Rosnah`. */
function titled(place: Place): boolean {
  const { previous, token } = place;
  if (previous === undefined || !titles.has(previous.lower) || previous.possessive) return false;
  // `I miss her` is no title.
  if (previous.lower === 'miss' && !previous.capital)
    return lexicon.surnames.has(token.lower) && !place.common;
  if (isLoud(token) && place.common) return false;
  const plain = plainTitles.has(previous.lower);
  if (place.given) return true;
  if (token.capital && !token.first) {
    return plain ? !place.kept : isUnknown(place) || (previous.capital && place.doubtful);
  }
  return plain && (isUnknown(place) || (lexicon.surnames.has(token.lower) && !place.common));
}

/** `Hi Sam`, `thanks Tom`, `love, Mia`, `- Ffion`. */
function addressed(place: Place): boolean {
  const { tokens, at, token } = place;
  const previous = tokens[at - 1];
  if (
    previous !== undefined &&
    greetings.has(previous.lower) &&
    previous.first &&
    /^,? {1,2}$/.test(token.gap)
  ) {
    const ended = tokens[at + 1] === undefined || tokens[at + 1]?.gap !== ' ';
    return place.given || (token.capital && ended && !place.kept && (place.doubtful || !place.common));
  }
  if (!place.closing || !token.capital || place.kept) return false;
  if (/(?:^|\s)[-~] ?$/.test(token.gap)) return place.given || place.doubtful || !place.common;
  const signed = previous !== undefined && signOffs.has(previous.lower) && /^,? ?\n|^, ?$/.test(token.gap);
  return signed && (place.given || place.doubtful || !place.common);
}

/** A given name that is nothing else, wherever it stands; short ones need their capital. */
function listed({ given, token, common, kept }: Place): boolean {
  if (!given || kept) return false;
  if (token.capital) return token.text.length > 2;
  return token.text.length > 3 || (token.text.length === 3 && !common);
}

/** `texted keiran`: nearly a given name, beside a word about people. */
function mistyped(place: Place): boolean {
  const { token, previous, next } = place;
  if (place.given || !isUnknown(place) || !lexicon.nearGivenName(token.lower)) return false;
  const meant = previous !== undefined && (before.has(previous.lower) || personObject.has(previous.lower));
  return place.telling || meant || (next !== undefined && speech.has(next.lower));
}

const RULES = [introduced, selfIntroduced, related, titled, addressed, listed, mistyped, ...CAPITAL_RULES];

/** Whether the words around it, or the word itself, say that it is a person's name; `named`: the word before is one. */
export function isName(place: Place, named: boolean): boolean {
  if (!isWordlike(place.token) || functionWords.has(place.token.lower)) return false;
  // `Anna, Zorvath and Ife`: the list goes on.
  if (named && /^, $/.test(place.token.gap) && place.telling && isUnknown(place)) return true;
  return RULES.some((rule) => rule(place));
}
