import { lexicon } from '../lexicon';
import { follows, phraseBefore, type Token } from '../tokens';
import type { Scan } from '../scan';

const leads = new Set(lexicon.places.leads);
const weakLeads = new Set(lexicon.places.weakLeads);

const free = (token: Token): boolean =>
  !lexicon.common(token.lower) && !lexicon.kept(token.lower) && /^\p{L}/u.test(token.text);

/** Towns and villages that somebody says they live in or come from; countries stay. */
export function findPlaces(scan: Scan, tokens: readonly Token[]): void {
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !follows(token) || token.text.length < 3 || !free(token)) continue;
    if (phraseBefore(tokens, at, leads, 4) === 0) continue;
    const weak = phraseBefore(tokens, at, weakLeads, 4) > 0;
    if (
      !token.capital &&
      (weak
        ? token.text.length < 4 || !follows(tokens[at + 1]) || !free(tokens[at + 1] ?? token)
        : token.text.length < 4)
    )
      continue;
    let to = at;
    while (to - at < 2 && tokens[to]?.possessive !== true && follows(tokens[to + 1])) {
      const next = tokens[to + 1];
      if (next === undefined || (token.capital ? !next.capital : next.capital || !free(next))) break;
      to += 1;
    }
    const start = token.start;
    const end = tokens[to]?.end ?? token.end;
    scan.take('place', start, end, scan.whole.slice(start, end).toLowerCase());
  }
}
