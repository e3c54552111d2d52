import { lexicon } from '../lexicon';
import { phraseBefore, type Token } from '../tokens';
import {
  nameAfterLead,
  nameAfterOpener,
  nameBefore,
  phraseLength,
  saint,
  type Span,
} from './organisation-name';
import type { Kind } from '../kinds';
import type { Scan } from '../scan';

const { organisation } = lexicon;
const schoolHeads = new Set(organisation.schoolHeads);
const workHeads = new Set(organisation.workHeads);
const schoolLeads = new Set(organisation.schoolLeads);
const strongSchoolLeads = new Set(organisation.strongSchoolLeads);
const workLeads = new Set(organisation.workLeads);
const weakWorkLeads = new Set(organisation.weakWorkLeads);
const LEAD_REACH = 4;

function take(scan: Scan, tokens: readonly Token[], kind: Kind, span: Span | undefined): boolean {
  const [first, last] = [tokens[span?.from ?? -1], tokens[span?.to ?? -1]];
  if (first === undefined || last === undefined) return false;
  // The `'s` of `St Mary's` and `Nando's` is part of the name.
  const own = last.possessive && (kind === 'workplace' || ['st', 'saint'].includes(first.lower)) ? 2 : 0;
  const name = scan.whole.slice(first.start, last.end + own).toLowerCase();
  return scan.take(kind, first.start, last.end + own, name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** Names that say by a word of their own what they are. */
function takeNamed(scan: Scan, tokens: readonly Token[], at: number): void {
  const work = phraseLength(tokens, at, workHeads);
  if (work > 0 && take(scan, tokens, 'workplace', nameBefore(tokens, at, work))) return;
  const school = phraseLength(tokens, at, schoolHeads);
  if (school > 0 && take(scan, tokens, 'school', nameBefore(tokens, at, school))) return;
  take(scan, tokens, 'school', nameAfterOpener(tokens, at));
}

/** Names that the words before them give away: `I work at tesco`, `im at nus`. */
function takeLed(scan: Scan, tokens: readonly Token[], at: number, token: Token): void {
  take(scan, tokens, 'school', saint(tokens, at, schoolHeads));
  if (
    lexicon.acronyms.has(token.lower) &&
    (token.capital || phraseBefore(tokens, at, schoolLeads, LEAD_REACH) > 0)
  ) {
    take(scan, tokens, 'school', { from: at, to: at });
  }
  if (!/^,? {1,2}$/.test(token.gap)) return;
  if (phraseBefore(tokens, at, strongSchoolLeads, LEAD_REACH) > 0) {
    take(scan, tokens, 'school', nameAfterLead(tokens, at, ['is'].includes(tokens[at - 1]?.lower ?? '')));
  }
  if (phraseBefore(tokens, at, workLeads, LEAD_REACH) > 0) {
    const weak = phraseBefore(tokens, at, weakWorkLeads, LEAD_REACH) > 0;
    take(scan, tokens, 'workplace', nameAfterLead(tokens, at, weak));
  }
}

const FIRM =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}'-]{1,30} ){0,2}\p{Lu}[\p{L}'-]{1,30} (?:&|and) (?:Sons?|Daughters?|Brothers|Partners|Co)(?![\p{L}\p{N}])/gu;

/** Schools, universities and workplaces, by a word of their own or by what leads to them. */
export function findOrganisations(scan: Scan, tokens: readonly Token[]): void {
  for (const match of scan.text.matchAll(FIRM)) {
    scan.take('workplace', match.index, match.index + match[0].length, match[0].toLowerCase());
  }
  for (let at = 0; at < tokens.length; at += 1) takeNamed(scan, tokens, at);
  tokens.forEach((token, at) => takeLed(scan, tokens, at, token));
}
