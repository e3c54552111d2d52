import type { Span } from '../analysis/reading';
import type { Message } from '../conversation/message';
import type { Moment } from './moment';

/** The client's own words: a span of the text of message `messageId`. */
export interface ClientQuote extends Span {
  messageId: string;
}

/** Longest quote in a sentence of the panel. */
const LONGEST = 70;
const SENTENCE = /[^.!?…\n]+/gu;
const WORD = /[\p{L}\p{N}]/u;

/** `start` to `end` of a message, at most LONGEST long, cut between words; null when it holds no word. */
export function quoteOf({ id, text }: Message, start: number, end: number): ClientQuote | null {
  while (start < end && /[\s"“”]/u.test(text.charAt(start))) start += 1;
  while (end > start && /[\s"“”,;:]/u.test(text.charAt(end - 1))) end -= 1;
  if (end - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST);
    end = space > start ? space : start + LONGEST;
    // A pair of surrogates is not cut in two.
    if (/[\ud800-\udbff]/u.test(text.charAt(end - 1))) end -= 1;
  }
  const words = text.slice(start, end);
  return WORD.test(words) ? { messageId: id, start, end, text: words } : null;
}

/** A few words around a span, up to the ends of its sentence. */
function sentenceAround({ text }: Message, start: number, end: number): [number, number] {
  const before = Math.max(...['.', '!', '?', '…', '\n'].map((stop) => text.lastIndexOf(stop, start - 1))) + 1;
  const rest = text.slice(end).search(/[.!?…\n]/u);
  return [start === 0 ? 0 : before, rest < 0 ? text.length : end + rest];
}

/** What the client said that most wants an answer: the heaviest cue of their last turn, or its last sentence. */
export function quoteClient({ turn, turnCues }: Moment): ClientQuote | null {
  const heaviest = [...turnCues].sort((a, b) => b.weight - a.weight)[0];
  const message = heaviest && turn.find(({ id }) => id === heaviest.id);
  if (message) {
    const [from, to] = sentenceAround(message, heaviest.start, heaviest.end);
    // A long sentence is quoted by the words of the cue alone.
    return to - from <= LONGEST
      ? quoteOf(message, from, to)
      : quoteOf(message, heaviest.start, Math.max(heaviest.end, Math.min(to, heaviest.start + LONGEST)));
  }
  for (const said of [...turn].reverse()) {
    const pieces = [...said.text.slice(-2_000).matchAll(SENTENCE)];
    const cut = Math.max(0, said.text.length - 2_000);
    for (const { index, 0: piece } of pieces.reverse()) {
      const quote = quoteOf(said, cut + index, cut + index + piece.length);
      if (quote && quote.text.split(/\s+/u).length > 2) return quote;
    }
  }
  const last = turn.at(-1);
  return last ? quoteOf(last, 0, last.text.length) : null;
}
