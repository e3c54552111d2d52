import { lexicon } from '../lexicon';
import { follows, phraseBefore, type Token } from '../tokens';
import { isShouting } from './name-span';
import type { Scan } from '../scan';

const leads = new Set(lexicon.places.leads);
const weakLeads = new Set(lexicon.places.weakLeads);
const nearby = new Set(lexicon.places.nearby);
const functionWords = new Set(lexicon.people.functionWords);
const MOST_WORDS = 3;

/** No everyday word and no country: possibly the name of a town. */
const unknown = (token: Token | undefined): boolean =>
  token !== undefined &&
  !lexicon.common(token.lower) &&
  !lexicon.kept(token.lower) &&
  token.text.length > 2 &&
  /^\p{L}/u.test(token.text);
const isPerson = ({ lower }: Token): boolean =>
  lexicon.givenNames.has(lower) && !lexicon.alsoPlaces.has(lower);
const isLoud = (token: Token): boolean => token.text === token.text.toUpperCase();

/** `Jake from Hartlepool`, `hi im 17, from doncaster`: somebody says where they are from. */
function from(tokens: readonly Token[], at: number): boolean {
  const [subject, word] = [tokens[at - 2], tokens[at - 1]];
  if (word?.lower !== 'from' || tokens[at]?.capital !== true) return false;
  const person =
    subject !== undefined && (lexicon.givenNames.has(subject.lower) || /^\d{1,2}[a-z]?$/i.test(subject.text));
  return person || word.first || /[,\u0001]/.test(word.gap);
}

/** `at Pizza Express`, `at VJC`: everyday words with capitals side by side, or letters that stand for a name. */
function isProper(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !token.capital || lexicon.kept(token.lower) || functionWords.has(token.lower))
    return false;
  if (isLoud(token)) return /^\p{Lu}{2,6}$/u.test(token.text) && !lexicon.common(token.lower);
  if (next === undefined || !follows(next) || !next.capital || isLoud(next)) return false;
  return !lexicon.generic.has(token.lower) && !lexicon.kept(next.lower) && !functionWords.has(next.lower);
}

function isPlace(tokens: readonly Token[], at: number, shouting: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || !follows(token)) return false;
  const led = phraseBefore(tokens, at, leads, 4) > 0;
  // `lives in Charlotte`: a name that is a place too.
  if (led && token.capital && lexicon.alsoPlaces.has(token.lower) && !lexicon.kept(token.lower)) return true;
  const near = !shouting && nearby.has(tokens[at - 1]?.lower ?? '');
  if (near && tokens[at - 1]?.lower === 'at' && isProper(tokens, at)) return true;
  if (!unknown(token) && !(token.capital && unknown(tokens[at + 1]) && /^\p{L}{2}$/u.test(token.text)))
    return false;
  if (token.capital) return led || from(tokens, at) || (near && !isLoud(token) && !isPerson(token));
  if (!led || lexicon.slip(token.lower)) return false;
  const pair = follows(tokens[at + 1]) && unknown(tokens[at + 1]);
  return pair || (token.text.length > 3 && phraseBefore(tokens, at, weakLeads, 4) === 0);
}

/** Towns and villages that somebody says they live in or come from; countries stay. */
export function findPlaces(scan: Scan, tokens: readonly Token[]): void {
  const shouting = isShouting(tokens);
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !isPlace(tokens, at, shouting)) continue;
    let to = at;
    while (to - at < MOST_WORDS - 1 && tokens[to]?.possessive !== true && follows(tokens[to + 1])) {
      const next = tokens[to + 1];
      if (
        next === undefined ||
        (token.capital
          ? !next.capital || lexicon.kept(next.lower) || functionWords.has(next.lower)
          : next.capital || !unknown(next))
      )
        break;
      to += 1;
    }
    const end = tokens[to]?.end ?? token.end;
    scan.take('place', token.start, end, scan.whole.slice(token.start, end).toLowerCase());
    at = to;
  }
}
