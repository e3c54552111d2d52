import type { Token } from '../../text/token';

/** Tokens `from` up to and without `to`. */
export interface Unit {
  from: number;
  to: number;
}

/** Words that open a new thought inside a long sentence. */
const OPENERS = new Set(['and', 'but', 'so', 'because', 'cos', 'then', 'though', 'when', 'while', 'if']);
/** A piece with fewer words is joined to what follows it; a message with fewer says too little to be judged. */
const FEWEST_WORDS = 3;
/** A message of more words is judged by its sentences alone: in a whole page one sentence drowns. */
const LONGEST_WHOLE = 60;
/** A sentence of more words is also judged by its clauses. */
const LONGEST_SENTENCE = 22;
/** A clause of more words, as in text without any stops, is cut. */
const LONGEST_CLAUSE = 40;

const isMark = (token: Token | undefined): boolean => token?.kind === 'punctuation';
const endsSentence = (token: Token | undefined): boolean => isMark(token) && /^[.?!]/.test(token?.form ?? '');

/** Number of words before each token, and of all at the end. */
function wordsBefore(tokens: readonly Token[]): Int32Array {
  const before = new Int32Array(tokens.length + 1);
  tokens.forEach((token, i) => {
    before[i + 1] = (before[i] ?? 0) + (token.kind === 'word' ? 1 : 0);
  });
  return before;
}

/** Cuts a unit before each token that `opens`, so that no piece has too few words. */
function cut(
  { from, to }: Unit,
  before: Int32Array,
  opens: (at: number, wordsSoFar: number) => boolean,
): Unit[] {
  const pieces: Unit[] = [];
  let start = from;
  const words = (a: number, b: number): number => (before[b] ?? 0) - (before[a] ?? 0);
  for (let i = from + 1; i < to; i += 1) {
    const soFar = words(start, i);
    if (soFar < FEWEST_WORDS || words(i, to) < FEWEST_WORDS || !opens(i, soFar)) continue;
    pieces.push({ from: start, to: i });
    start = i;
  }
  pieces.push({ from: start, to });
  return pieces;
}

/**
 * The parts of a message that are judged each for itself: the whole when it is short, its sentences, and the clauses
 * of long sentences, so that one clause in a long message is found. Together they hold each token three times at most.
 */
export function unitsOf(tokens: readonly Token[], text: string): Unit[] {
  const before = wordsBefore(tokens);
  const whole: Unit = { from: 0, to: tokens.length };
  const words = (unit: Unit): number => (before[unit.to] ?? 0) - (before[unit.from] ?? 0);
  if (words(whole) < FEWEST_WORDS) return [];
  const startsLine = (i: number): boolean => text.slice(tokens[i - 1]?.end, tokens[i]?.start).includes('\n');
  const sentences = cut(
    whole,
    before,
    (i) => !isMark(tokens[i]) && (endsSentence(tokens[i - 1]) || startsLine(i)),
  );
  const units: Unit[] = [];
  if (sentences.length === 1 || words(whole) <= LONGEST_WHOLE) units.push(whole);
  if (sentences.length > 1) units.push(...sentences);
  for (const sentence of sentences) {
    if (words(sentence) <= LONGEST_SENTENCE) continue;
    const clauses = cut(
      sentence,
      before,
      (i, soFar) =>
        !isMark(tokens[i]) &&
        (isMark(tokens[i - 1]) || OPENERS.has(tokens[i]?.form ?? '') || soFar >= LONGEST_CLAUSE),
    );
    if (clauses.length > 1) units.push(...clauses);
  }
  return units;
}
