import { lexicon } from '../lexicon';
import { follows, phraseBefore, type Token } from '../tokens';
import type { Scan } from '../scan';
import type { Kind } from '../kinds';

const { organisation } = lexicon;
const schoolHeads = new Set(organisation.schoolHeads);
const workHeads = new Set(organisation.workHeads);
const openers = new Set(organisation.schoolOpeners);
const schoolLeads = new Set(organisation.schoolLeads);
const strongSchoolLeads = new Set(organisation.strongSchoolLeads);
const workLeads = new Set(organisation.workLeads);
const weakWorkLeads = new Set(organisation.weakWorkLeads);
const NAME_REACH = 4;
const HEAD_REACH = 4;

interface Span {
  from: number;
  to: number;
}

/** How many words from `at` on make a head (`High School`, `Junior College`), the longest. */
function headLength(tokens: readonly Token[], at: number, heads: ReadonlySet<string>): number {
  let phrase = tokens[at]?.lower ?? '';
  let length = heads.has(phrase) ? 1 : 0;
  for (let more = 1; more < HEAD_REACH && follows(tokens[at + more]); more += 1) {
    const token = tokens[at + more];
    if (token === undefined) break;
    phrase += ` ${token.lower}`;
    if (heads.has(phrase)) length = more + 1;
  }
  return length;
}

const generic = (token: Token): boolean => lexicon.generic.has(token.lower);
/** A word that can be part of a proper name of a place of learning or work. */
function proper(token: Token | undefined, led: boolean): boolean {
  if (token === undefined || generic(token)) return false;
  if (token.capital)
    return !(token.first && lexicon.common(token.lower)) && !['dr', 'mr', 'mrs', 'ms'].includes(token.lower);
  return led
    ? !lexicon.kept(token.lower) && !lexicon.common(token.lower)
    : !lexicon.common(token.lower) && !lexicon.kept(token.lower) && token.text.length > 3;
}

/** `Westfield High School`, `Bradford Royal Infirmary`: the proper words right before a head. */
function beforeHead(tokens: readonly Token[], at: number, length: number): Span | undefined {
  let from = at;
  let names = 0;
  while (at - from < NAME_REACH && follows(tokens[from])) {
    const previous = tokens[from - 1];
    if (previous === undefined) break;
    if (proper(previous, false)) names += 1;
    else if (
      !(previous.capital && !previous.first) &&
      !(
        previous.lower === 'st' ||
        ['royal', 'holy', 'general', 'cross', 'hall', 'park', 'road', 'public', 'national'].includes(
          previous.lower,
        )
      )
    )
      break;
    from -= 1;
  }
  if (names === 0) return undefined;
  while (from < at && !proper(tokens[from], false) && tokens[from]?.capital !== true) from += 1;
  let to = at + length - 1;
  // `Trinity College Dublin`
  const beyond = tokens[to + 1];
  if (
    ['college', 'university', 'school'].includes(tokens[to]?.lower ?? '') &&
    follows(beyond) &&
    beyond !== undefined &&
    beyond.capital &&
    !lexicon.common(beyond.lower) &&
    !lexicon.kept(beyond.lower)
  )
    to += 1;
  return { from, to };
}

/** `University of Leicester`, `lycée Victor Hugo`, `IIT Bombay`. */
function afterOpener(tokens: readonly Token[], at: number): Span | undefined {
  const length = headLength(tokens, at, openers);
  if (length === 0) return undefined;
  const first = at + length;
  let to = first - 1;
  while (to - first < 2 && follows(tokens[to + 1])) {
    const next = tokens[to + 1];
    if (next === undefined || generic(next)) break;
    const opener = tokens[at]?.lower ?? '';
    const open = opener !== 'college' && opener !== 'school';
    const named = next.capital
      ? !lexicon.kept(next.lower) || open
      : open && to < first && !lexicon.common(next.lower);
    if (!named) break;
    to += 1;
  }
  return to >= first ? { from: at, to } : undefined;
}

/** `St Mary's`, `St. Aloysius College`. */
function saint(tokens: readonly Token[], at: number): Span | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined || !['st', 'saint'].includes(token.lower) || !follows(next))
    return undefined;
  if (!next.capital || (!token.capital && !next.possessive)) return undefined;
  const length = headLength(tokens, at + 2, schoolHeads);
  return { from: at, to: length > 0 && follows(tokens[at + 2]) ? at + 1 + length : at + 1 };
}

/** The words after `I work at`, `my school is`. */
function afterLead(tokens: readonly Token[], at: number, weak: boolean): Span | undefined {
  const token = tokens[at];
  if (
    token === undefined ||
    generic(token) ||
    (lexicon.kept(token.lower) && !lexicon.employers.has(token.lower))
  )
    return undefined;
  const named =
    lexicon.employers.has(token.lower) ||
    (token.capital
      ? !lexicon.common(token.lower) || !weak
      : !weak && !lexicon.common(token.lower) && token.text.length > 2);
  if (!named) return undefined;
  let to = at;
  while (
    to - at < 3 &&
    tokens[to]?.possessive !== true &&
    follows(tokens[to + 1]) &&
    tokens[to + 1]?.capital === true
  )
    to += 1;
  return { from: at, to };
}

function take(scan: Scan, tokens: readonly Token[], kind: Kind, span: Span): boolean {
  const last = tokens[span.to];
  const start = tokens[span.from]?.start ?? 0;
  const end =
    (last?.end ?? start) +
    (last?.possessive === true && /^(?:st|saint)$/.test(tokens[span.from]?.lower ?? '') ? 2 : 0);
  return scan.take(
    kind,
    start,
    end,
    scan.whole
      .slice(start, end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

/** Schools, universities and workplaces: by the word that ends or opens their name, or by what leads to it. */
export function findOrganisations(scan: Scan, tokens: readonly Token[]): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const work = headLength(tokens, at, workHeads);
    if (work > 0) {
      const span = beforeHead(tokens, at, work);
      if (span !== undefined && take(scan, tokens, 'workplace', span)) continue;
    }
    const opened = afterOpener(tokens, at);
    if (opened !== undefined && take(scan, tokens, 'school', opened)) continue;
    const school = headLength(tokens, at, schoolHeads);
    if (school > 0) {
      const span = beforeHead(tokens, at, school);
      if (span !== undefined && take(scan, tokens, 'school', span)) continue;
    }
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const named = saint(tokens, at);
    if (named !== undefined) take(scan, tokens, 'school', named);
    if (
      lexicon.acronyms.has(token.lower) &&
      (token.text === token.text.toUpperCase() ||
        token.capital ||
        phraseBefore(tokens, at, schoolLeads, 4) > 0)
    ) {
      take(scan, tokens, 'school', { from: at, to: at });
    }
    if (!/^[ ,]{1,2}$/.test(token.gap)) continue;
    if (phraseBefore(tokens, at, strongSchoolLeads, 4) > 0) {
      const span = afterLead(tokens, at, false);
      if (span !== undefined) take(scan, tokens, 'school', span);
    }
    if (phraseBefore(tokens, at, workLeads, 4) > 0) {
      const span = afterLead(tokens, at, phraseBefore(tokens, at, weakWorkLeads, 4) > 0);
      if (span !== undefined) take(scan, tokens, 'workplace', span);
    }
  }
}
