import { z } from '../../schema';
import data from './bank/shorthand.json';
import { settleLookAlikes } from './look-alikes';
import { mayEcho } from './never-echo';
import { sign } from './signs';
import { verbForm } from './verbs';
import { isKnown, mend } from './vocabulary';

const shorthandSchema = z.object({
  about: z.string(),
  words: z.record(z.string(), z.string()),
  phrases: z.record(z.string(), z.string()),
  proper: z.record(z.string(), z.string()),
});
const shorthand = shorthandSchema.parse(data);
const WORDS = new Map(Object.entries(shorthand.words));
const PROPER = new Map(Object.entries(shorthand.proper));
const PHRASES = new Map(Object.entries(shorthand.phrases));
const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));

/** A word of plain English and the piece of the message that it stands for. */
export interface Word {
  /** Lower case, with apostrophes; a name or a month keeps its capital. */
  w: string;
  start: number;
  end: number;
  /** A comma, a dash or a bracket stands before it. */
  pause?: boolean;
  /** Inside quotation marks: somebody's words. */
  quoted?: boolean;
  /** With the capitals that it was given, where these are not those of a sentence: for quoting. */
  written?: string;
  /** Neither common English nor a single slip away from it. */
  unknown?: boolean;
}

/** A run of words between full stops, line breaks, emoji or anything that is not prose. */
export interface Sentence {
  words: Word[];
  question: boolean;
  /** It ends on "!". */
  exclaimed: boolean;
}

/** What is not prose: links, addresses, code, mark-up, handles. Nothing of it is ever quoted. */
const NOT_PROSE = sign('not prose', 'gimu');
/** Zero-width and direction characters: they may stand inside a word to hide it. */
const INVISIBLE = /\p{Cf}/u;
const SINGLE_QUOTE = /^\s*['‘’]+\s*$|^['’]|['‘]$/u;
/** "Thank you, it's hard to talk about": what follows is told, and no part of the thanks. */
const THANKED = sign('thanked');
const PIECE =
  /(?<emoji>\p{Extended_Pictographic}+|:'?[()]|;\)|<3)|(?<stop>[.!?…\n\r;]+)|(?<pause>[,:()–—*]+|\s-+\s)|(?<quote>["“”«»])|(?<word>(?:[£$€]\s?)?(?:\d+(?:[.,:]\d+)+|[\p{L}\p{M}\p{N}\p{Cf}]+)(?:['’‘`´&][\p{L}\p{Cf}]+)*(?:(?<=s)['’](?=\s\p{L}))?(?:-[\p{L}\p{N}]+(?:['’][\p{L}]+)?)*%?)/gu;

/** Splits a message into sentences of plain words. Offsets are those of the message as it was written. */
export function readSentences(text: string): Sentence[] {
  const prose = text.replace(NOT_PROSE, (hit) => '\n'.repeat(hit.length));
  const shouted = isShouted(prose);
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let quoted = false;
  let pause = false;
  let readTo = 0;
  const close = (question: boolean, exclaimed = false): void => {
    const mended = applyPhrases(words);
    if (mended.length > 0) sentences.push({ words: mended, question, exclaimed });
    words = [];
    quoted = false;
    pause = false;
  };
  for (const match of prose.matchAll(PIECE)) {
    const { emoji, stop, quote, word } = match.groups ?? {};
    // "6/10", "me & her": with a sign left out, what stands around it reads as something else.
    const between = prose.slice(readTo, match.index);
    const mark = SINGLE_QUOTE.exec(between);
    // 'needs space' in single marks: what opens with a letter behind it, or closes what was opened.
    if (mark !== null && (quoted || /(?:^|\s)['‘]$/u.test(between))) quoted = !quoted;
    const skipped = mark === null && /\S/u.test(between);
    readTo = match.index + match[0].length;
    const last = words.at(-1);
    if (skipped && last !== undefined) last.unknown = true;
    if (stop !== undefined) {
      const trailing =
        /^(?:\.{2,}|…)$/u.test(stop) &&
        /^\s*[a-z]/u.test(prose.slice(match.index + stop.length, match.index + stop.length + 4));
      if (trailing) pause = true;
      else {
        const goesOn: boolean = quoted && isInsideQuote(prose.slice(match.index));
        // "She was fine about it??" is surprise; what asks by its words is heard as a question without the mark.
        close(stop.includes('?') && !/\?.*\?/u.test(stop), stop.includes('!'));
        quoted = goesOn;
      }
    } else if (emoji !== undefined) close(false);
    else if (quote !== undefined) quoted = !quoted;
    else if (word === undefined) {
      if (THANKED.test(words.map(({ w }) => w).join(' '))) close(false);
      else pause = true;
    } else {
      for (const piece of plainWord(word, words.length === 0, shouted)) {
        const next: Word = { w: piece.w, start: match.index, end: match.index + word.length };
        if (pause) next.pause = true;
        if (quoted) next.quoted = true;
        if (piece.unknown || skipped) next.unknown = true;
        if (!shouted && words.length > 0 && word !== piece.w && word.toLowerCase() === piece.w)
          next.written = word;
        words.push(next);
        pause = false;
      }
    }
  }
  close(false);
  return sentences;
}

/** "He said "Dear Ann. I'm tired."": whether a quotation goes on behind a full stop: an odd number of marks is left in its line. */
const isInsideQuote = (rest: string): boolean =>
  (/^[^\n\r]*/u.exec(rest)?.[0].match(/["“”«»]/gu)?.length ?? 0) % 2 === 1;

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters > 8 && capitals > letters * 0.6;
}

/** The plain words that one written word stands for: none for a filler, several for a shorthand. */
function plainWord(written: string, first: boolean, shouted: boolean): { w: string; unknown: boolean }[] {
  let raw = written.replace(new RegExp(INVISIBLE, 'gu'), '').replace(/[’‘`´]/gu, "'");
  let low = raw.toLowerCase();
  const drawn = low.replace(/(\p{L})\1{2,}/gu, '$1$1');
  if (drawn !== low) {
    low = isKnown(drawn) || WORDS.has(drawn) ? drawn : low.replace(/(\p{L})\1{2,}/gu, '$1');
    raw = low;
  }
  // "McDonald's", "iPhone": a name that carries a capital inside.
  if (/\p{Ll}\p{Lu}/u.test(raw) && !shouted) return [{ w: raw, unknown: false }];
  // A mark at school, not short for "see" or "be".
  if (/^[B-F]$/u.test(raw) && !shouted) return [{ w: raw, unknown: false }];
  const proper = PROPER.get(low);
  if (proper !== undefined) return [{ w: proper, unknown: false }];
  const plain = WORDS.get(low);
  if (plain !== undefined) return plain === '' ? [] : plain.split(' ').map((w) => ({ w, unknown: false }));
  const stem = low.replace(/'(?:s|d|ll|re|ve|m)$/u, '');
  const capital = /^\p{Lu}/u.test(raw) && !shouted;
  const acronym = /^\p{Lu}{2,5}$/u.test(raw) && !shouted;
  if (low === 'i' || stem === 'i') return [{ w: low, unknown: false }];
  if (
    /^(?:mum|mom|mummy|mommy|dad|daddy|mother|father|grandma|grandpa|nan|gran|auntie|uncle|aunt)s?$/u.test(
      low,
    )
  )
    return [{ w: low, unknown: false }];
  if (raw === 'US' && !shouted) return [{ w: 'US', unknown: false }];
  if (raw === 'IT' && !shouted) return [{ w: 'IT', unknown: false }];
  if (/^[A-F]s$/u.test(raw) && (raw !== 'As' || !first)) return [{ w: raw, unknown: false }];
  if (acronym && !isKnown(low)) return [{ w: raw, unknown: false }];
  const known = isKnown(low) || isKnown(stem) || verbForm(low) !== null;
  if (capital && (!first || !known)) return [{ w: known && !looksLikeName(raw) ? low : raw, unknown: false }];
  if (known) return [{ w: low, unknown: false }];
  // A swear word is no slip of a decent one.
  const mended = mayEcho(low) ? mend(low) : null;
  return [{ w: mended ?? low, unknown: mended === null }];
}

/** Words that people write with a capital to give them weight, as "Always". */
const CAPITALS_FOR_WEIGHT = sign('capitals for weight');

/** A capital inside a sentence is a name unless the word is one of those that people capitalise for weight. */
function looksLikeName(raw: string): boolean {
  return raw.length > 2 && raw !== raw.toUpperCase() && !CAPITALS_FOR_WEIGHT.test(raw);
}

/** Replaces set phrases; the replacement stands for the whole run. */
function applyPhrases(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    let taken = 0;
    for (let n = Math.min(LONGEST_PHRASE, words.length - i); n > 1 && taken === 0; n--) {
      const run = words.slice(i, i + n);
      const plain = PHRASES.get(run.map((word) => word.w).join(' '));
      const last = run.at(-1);
      const start = run[0];
      if (plain === undefined || last === undefined || start === undefined) continue;
      for (const w of plain.split(' ').filter(Boolean)) out.push({ ...start, w, end: last.end });
      if (plain === '' && words[i + n] !== undefined && start.pause === true)
        words = words.map((word, at) => (at === i + n ? { ...word, pause: true } : word));
      taken = n;
    }
    if (taken > 0) i += taken - 1;
    else {
      const word = words[i];
      if (word !== undefined) out.push(word);
    }
  }
  return settleLookAlikes(
    out.filter((word, i) => word.w !== out[i - 1]?.w || /^(?:that|had|very)$/u.test(word.w)),
  );
}

/** Words as one text. */
export const wordsOf = (words: readonly Word[]): string => words.map((word) => word.w).join(' ');

/** The words with a mark in the place of each that is somebody's quoted: it says nothing of the client. */
export const unquoted = (words: readonly Word[]): Word[] =>
  words.map((word) => (word.quoted === true ? { ...word, w: '…' } : word));
