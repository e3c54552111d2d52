import { HARD_BREAK, NO_BREAK, SOFT_BREAK, type Break, type Piece } from './pieces';
import { MAX_RUN, type Lexicon } from './lexicon';

/** One word as the rules see it: plain spelling, no apostrophe; offsets are those of what was written. */
export interface Word {
  word: string;
  start: number;
  end: number;
  breakBefore: Break;
}

/** What the plain spelling of pieces rests on. */
export interface Spelling {
  lexicon: Lexicon;
  /** Variants of one or more words, joined by a space, to the words they stand for. */
  variants: ReadonlyMap<string, readonly string[]>;
  /** First word of each variant of several words, to the most words such a variant has. */
  longest: ReadonlyMap<string, number>;
  /** Texts that show that an unknown word is several words without spaces. */
  glued: readonly string[];
  /** Words that people hide. */
  hidden: ReadonlySet<string>;
  /** Pictures that rules know. */
  pictures: ReadonlySet<string>;
  real: ReadonlySet<string>;
}

const ONLY_DIGITS = /^\d+$/;
const ONLY_LETTERS = /^[\p{L}']+$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;
const SIGNS = /[@$!|*#+]+/;

const isSingle = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && piece.text.length === 1 && !PICTURE.test(piece.text);

/** `k i l l  m y s e l f`, `s.u.i.c.i.d.e`: reads a run of single letters that starts at `from` as words. */
function readSpaced(
  pieces: readonly Piece[],
  from: number,
  lexicon: Lexicon,
): { words: Word[]; to: number } | undefined {
  let to = from + 1;
  while (to - from < MAX_RUN && isSingle(pieces[to])) to++;
  const run = pieces.slice(from, to);
  const dotted =
    run.length >= 2 &&
    run.slice(1).every((piece) => piece.separator !== '' && !piece.separator.includes(' '));
  if (run.length < 3 && !dotted) return undefined;
  const shortest = Math.min(...run.slice(1).map((piece) => piece.separator.length));
  if (run.length === 2) {
    // Two letters with a sign between them are an abbreviation of its own (`s/h`, `o.d`), never a word.
    const [first, second] = run;
    const word = run.map((piece) => piece.text).join('.');
    return first && second
      ? { words: [{ word, start: first.start, end: second.end, breakBefore: first.breakBefore }], to }
      : undefined;
  }
  const words: Word[] = [];
  let group: Piece[] = [];
  const close = () => {
    const joined = group.map((piece) => piece.text).join('');
    const found = lexicon.has(joined) ? [joined] : (lexicon.cut(joined, true) ?? []);
    let at = 0;
    for (const word of found) {
      const start = group[at];
      at += word.length;
      const end = group[at - 1];
      if (!start || !end) break;
      words.push({
        word,
        start: start.start,
        end: end.end,
        breakBefore: start === run[0] ? start.breakBefore : NO_BREAK,
      });
    }
    group = [];
  };
  for (const piece of run) {
    if (piece !== run[0] && piece.separator.length > shortest) close();
    group.push(piece);
  }
  close();
  return { words: words.some((word) => word.word.length > (dotted ? 1 : 2)) ? words : [], to };
}

/** Longest run of pieces that are tried together as one word. */
const MOST_PARTS = 8;

/** `su-i-ci-de`, `ki_ll`: reads pieces held together by a sign as one of the words that people hide. */
function readBroken(
  pieces: readonly Piece[],
  from: number,
  spelling: Spelling,
): { word: Word; to: number } | undefined {
  const first = pieces[from];
  if (!first) return undefined;
  let joined = first.text;
  let found: { word: Word; to: number } | undefined;
  for (let to = from + 1; to < Math.min(from + MOST_PARTS, pieces.length); to++) {
    const piece = pieces[to];
    if (!piece || !/^[-._~\\/]+$/.test(piece.separator)) break;
    joined += piece.text;
    if (!spelling.hidden.has(joined)) continue;
    const { start, breakBefore } = first;
    found = { word: { word: joined, start, end: piece.end, breakBefore }, to: to + 1 };
  }
  return found;
}

/** The plain words behind one piece. */
function read(piece: Piece, spelling: Spelling): string[] {
  const { lexicon, variants } = spelling;
  const text = piece.text;
  if (variants.has(text) || lexicon.has(text)) return [text];
  if (PICTURE.test(text)) return spelling.pictures.has(text) ? [text] : [];
  if (ONLY_DIGITS.test(text)) return [text];
  if (ONLY_LETTERS.test(text)) {
    const bare = text.replace(/'s$/, '').replaceAll("'", '');
    if (variants.has(bare) || lexicon.has(bare) || spelling.real.has(bare)) return [bare];
    const plain = lexicon.unswap(bare) ?? lexicon.unstretch(bare) ?? lexicon.untypo(bare);
    if (plain !== undefined) return [plain];
    if (spelling.glued.some((part) => bare.includes(part))) return lexicon.cut(bare) ?? [bare];
    return [bare];
  }
  const disguised = lexicon.unleet(text) ?? lexicon.uncensor(text);
  if (disguised !== undefined) return [disguised];
  if (!SIGNS.test(text)) return [text];
  return [];
}

/** Cuts a piece at its signs (`die!i want`, `and*now`), for pieces that are no disguise. */
function cutAtSigns(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  // Offsets inside a piece are only known when folding kept its length; otherwise each part gets the whole span.
  const exact = piece.end - piece.start === piece.text.length;
  let at = 0;
  for (const part of piece.text.split(/([@$!|*#+]+)/)) {
    if (part !== '' && !SIGNS.test(part)) {
      const first = parts.length === 0;
      parts.push({
        text: part,
        start: exact ? piece.start + at : piece.start,
        end: exact ? piece.start + at + part.length : piece.end,
        breakBefore: first ? piece.breakBefore : SOFT_BREAK,
        separator: first ? piece.separator : '!',
      });
    }
    at += part.length;
  }
  return parts;
}

/** Replaces spellings, short forms and euphemisms by the words they stand for; the longest variant wins. */
function expand(words: readonly Word[], spelling: Spelling): Word[] {
  const expanded: Word[] = [];
  for (let i = 0; i < words.length;) {
    const first = words[i];
    if (!first) break;
    let used = 1;
    let meaning: readonly string[] | undefined;
    for (let count = Math.min(spelling.longest.get(first.word) ?? 1, words.length - i); count >= 1; count--) {
      const taken = words.slice(i, i + count);
      if (taken.slice(1).some((word) => word.breakBefore === HARD_BREAK)) continue;
      meaning = spelling.variants.get(taken.map((word) => word.word).join(' '));
      if (meaning) {
        used = count;
        break;
      }
    }
    const end = words[i + used - 1]?.end ?? first.end;
    if (!meaning) expanded.push(first);
    else {
      meaning.forEach((word, n) => {
        expanded.push({ word, start: first.start, end, breakBefore: n === 0 ? first.breakBefore : NO_BREAK });
      });
    }
    i += used;
  }
  return expanded;
}

/** "I. Want. To. Die.": a break between two sentences of one word each is emphasis, not an end. */
function softenStaccato(words: Word[]): Word[] {
  const hard = (i: number) => i >= words.length || words[i]?.breakBefore === HARD_BREAK;
  return words.map((word, i) =>
    i > 0 && hard(i) && hard(i - 1) && hard(i + 1) ? { ...word, breakBefore: SOFT_BREAK } : word,
  );
}

/** The words of a split text, in plain spelling. Linear in the number of pieces. */
export function readWords(pieces: readonly Piece[], spelling: Spelling): Word[] {
  const words: Word[] = [];
  let pending: Break = NO_BREAK;
  const add = (piece: Piece, texts: readonly string[]) => {
    texts.forEach((word, n) => {
      const breakBefore = n === 0 ? (Math.max(pending, piece.breakBefore) as Break) : NO_BREAK;
      words.push({ word, start: piece.start, end: piece.end, breakBefore });
    });
    pending = texts.length > 0 ? NO_BREAK : (Math.max(pending, piece.breakBefore) as Break);
  };
  for (let i = 0; i < pieces.length;) {
    const piece = pieces[i];
    if (!piece) break;
    const spaced = isSingle(piece) ? readSpaced(pieces, i, spelling.lexicon) : undefined;
    if (spaced) {
      const [first, ...rest] = spaced.words;
      if (first) {
        words.push({ ...first, breakBefore: Math.max(pending, first.breakBefore) as Break }, ...rest);
        pending = NO_BREAK;
      } else {
        for (const letter of pieces.slice(i, spaced.to)) add(letter, read(letter, spelling));
      }
      i = spaced.to;
      continue;
    }
    const broken = readBroken(pieces, i, spelling);
    if (broken) {
      words.push({ ...broken.word, breakBefore: Math.max(pending, piece.breakBefore) as Break });
      pending = NO_BREAK;
      i = broken.to;
      continue;
    }
    const texts = read(piece, spelling);
    if (texts.length === 0 && SIGNS.test(piece.text)) {
      for (const part of cutAtSigns(piece)) add(part, read(part, spelling));
    } else add(piece, texts);
    i++;
  }
  return expand(softenStaccato(words), spelling);
}
