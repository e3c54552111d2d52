/** What any match of a part of a pattern needs: one of these pieces of text; null when nothing can be told. */
type Need = readonly string[] | null;

interface Part {
  need: Need;
  /** The only text that the part matches, or null when there are several. */
  exact: string | null;
}

/** Pieces shorter than this tell too little. */
export const PIECE = 3;
/** Of more pieces than this, hardly a text would hold none. */
const MOST_PIECES = 400;
const NOTHING: Part = { need: null, exact: '' };
const ANYTHING: Part = { need: null, exact: null };

/**
 * Pieces of text, each of `PIECE` UTF-16 units or more, of which every text that a pattern matches holds at least
 * one; null when there is no such list. It reads the source of patterns with the flag `u` and without `i`, and knows
 * groups, choices, looking around, classes and counts; whatever else stands there is taken to match anything.
 */
export function neededPieces(source: string): readonly string[] | null {
  const reader = { source, at: 0, strange: false };
  const { need } = readChoice(reader);
  return reader.at === source.length && !reader.strange ? need : null;
}

interface Reader {
  readonly source: string;
  at: number;
  /** Something stands there that is not known. */
  strange: boolean;
}

const COUNT = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/uy;
const CLASS = /\[(?:\\.|[^\]\\])*\]/uy;
const ESCAPE = /\\(?:[pP]\{[^}]*\}|k<[^>]*>|u\{[^}]*\}|u[\da-fA-F]{4}|.)/uy;
const OPENING = /\((?:\?(?:[:=!]|<[=!]|<\w+>)|(?!\?))/uy;

/** What a sticky pattern matches where the reader stands; the reader goes on behind it. */
function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const hit = pattern.exec(reader.source);
  if (hit !== null) reader.at += hit[0].length;
  return hit;
}

/** Passes over one character of a kind that is not known: nothing is told of the whole pattern. */
function giveUp(reader: Reader): Part {
  reader.strange = true;
  reader.at += 1;
  return ANYTHING;
}

function readChoice(reader: Reader): Part {
  const choices = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    choices.push(readSequence(reader));
  }
  const [only] = choices;
  if (choices.length === 1 && only !== undefined) return only;
  const needs = choices.map(needOf);
  const all = needs.every((need) => need !== null) ? [...new Set(needs.flat())] : null;
  return { need: all !== null && all.length <= MOST_PIECES ? all : null, exact: null };
}

/** What a part needs, its only text counted when that is long enough. */
const needOf = ({ need, exact }: Part): Need => (exact !== null && exact.length >= PIECE ? [exact] : need);

function readSequence(reader: Reader): Part {
  let best: Need = null;
  let run = '';
  let exact: string | null = '';
  const offer = (need: Need): void => {
    if (need !== null && worth(need) > worth(best)) best = need;
  };
  while (reader.at < reader.source.length && !/[|)]/u.test(reader.source[reader.at] ?? '')) {
    const part = readCounted(reader);
    if (part.exact === null) {
      offer(needOf({ need: null, exact: run }));
      offer(part.need);
      run = '';
      exact = null;
    } else {
      run += part.exact;
      if (exact !== null) exact += part.exact;
    }
  }
  offer(needOf({ need: null, exact: run }));
  return { need: best, exact };
}

/** A short list of long pieces is seldom in a text by chance. */
const worth = (need: Need): number =>
  need === null ? 0 : Math.min(...need.map(({ length }) => Math.min(length, 6))) + 1 / need.length;

/** A part with its count: what need not come needs nothing, and what may come again is no one text. */
function readCounted(reader: Reader): Part {
  const part = readPart(reader);
  const count = take(reader, COUNT);
  if (count === null) return part;
  const least = count[1] === undefined ? (count[0].startsWith('+') ? 1 : 0) : Number(count[1]);
  return { need: least === 0 ? null : needOf(part), exact: null };
}

function readPart(reader: Reader): Part {
  const sign = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
  if (sign === '(') return readGroup(reader);
  if (sign === '[') return take(reader, CLASS) === null ? giveUp(reader) : ANYTHING;
  if (sign === '\\') {
    const escape = take(reader, ESCAPE)?.[0];
    if (escape === undefined) return giveUp(reader);
    if (/^\\[bB]$/u.test(escape)) return NOTHING;
    return /^\\[^\p{L}\p{N}]$/u.test(escape) ? { need: null, exact: escape.slice(1) } : ANYTHING;
  }
  if (/^[*+?{}\]]$/u.test(sign)) return giveUp(reader);
  reader.at += sign.length;
  if (sign === '^' || sign === '$') return NOTHING;
  return sign === '.' ? ANYTHING : { need: null, exact: sign };
}

function readGroup(reader: Reader): Part {
  const opening = take(reader, OPENING)?.[0];
  if (opening === undefined) return giveUp(reader);
  const inside = readChoice(reader);
  // A pattern that compiles closes its groups.
  reader.at += 1;
  return /[=!]$/u.test(opening) ? NOTHING : inside;
}
