import { hashText, spreadHash } from '../../analysis/text/hash';
import { tokenise } from '../../analysis/text/tokenise';
import { isQuestion } from '../../conversation/question';
import type { Offered, Told } from './fit';

/** Of a longer text only the last so many words and marks count: what is said last is answered. */
const MOST_WORDS = 90;

const SLOT = /\{\w+\}/gu;

/** The words and marks of a text by which its fit is read. The name of a slot that is still empty is none of them. */
export const wordsOf = (text: string): string[] =>
  tokenise(text.replace(SLOT, ' '))
    .slice(-MOST_WORDS)
    .map(({ form }) => form);

/** Most words and marks of a turn of each length. */
const LENGTHS = [12, 25] as const;
const LENGTH_MARKS = ['<short>', '<middling>', '<long>'] as const;

/** Shares above which a theme has a mark, and stronger ones. */
const THEME_FROM = [0.08, 0.25, 0.5] as const;

/**
 * What else is known of a turn of these words: how long it is, what it is about, and what it answers. A scene is
 * answered otherwise than one plain sentence, and a question otherwise than a remark.
 */
export function turnMarksOf(
  { before, themes }: Pick<Told, 'before' | 'themes'>,
  words: readonly string[],
): string[] {
  const length = LENGTH_MARKS[LENGTHS.filter((most) => words.length > most).length] ?? LENGTH_MARKS[0];
  const marks = [length, before === null ? '<opens>' : isQuestion(before) ? '<asked>' : '<remarked>'];
  for (const [theme, share] of themes ?? []) {
    const steps = THEME_FROM.filter((from) => share > from).length;
    if (steps > 0) marks.push(`<${theme} ${String(steps)}>`);
  }
  return marks;
}

/** The mark of the line that a hint was made of. */
export const lineMarkOf = ({ kind, line }: Pick<Offered, 'kind' | 'line'>): string =>
  `<${(spreadHash(hashText(`${kind} ${line}`)) >>> 10).toString(36)}>`;

/** What else is known of a hint: its kind, what it answers, and which line it was made of. */
export const marksOf = (hint: Omit<Offered, 'text'>): string[] => [
  `<${hint.kind}>`,
  `<${hint.kind} ${hint.point}>`,
  lineMarkOf(hint),
];

/** Shares from which on a turn is more and more what a line is for. */
const HEART_FROM = [0.03, 0.06, 0.12, 0.2, 0.3, 0.5] as const;

/** How much a turn is what a line is for: the share of the likeliest of its hearts, whose names blanks separate. */
export function heartMarksOf(heart: string, hearts: Told['hearts']): string[] {
  if (hearts.size === 0) return [];
  const share = Math.max(...heart.split(' ').map((name) => hearts.get(name) ?? 0));
  const steps = String(HEART_FROM.filter((from) => share >= from).length);
  return [`<heart ${steps}>`, `<heart ${heart} ${steps}>`];
}

/** Shares of a turn's words up to which an echo covers little, some or much of it, and above which nearly all. */
const COVERS = [0.15, 0.35, 0.6] as const;
/** What counts as the edge of a turn: so much of it, and so many words and marks more. */
const EDGE = { share: 0.12, more: 2 };

/**
 * What a hint whose slots are filled says back of a turn of these words: how much, and roughly from where, since a short
 * word may stand there twice.
 */
export function echoMarksOf(
  { text, line }: Pick<Offered, 'text' | 'line'>,
  turn: readonly string[],
): string[] {
  const own = new Set(wordsOf(line));
  const echo = new Set(wordsOf(text).filter((word) => !own.has(word) && /\p{L}/u.test(word)));
  const places = turn.flatMap((word, at) => (echo.has(word) ? [at] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return ['<echoes nothing>'];
  const edge = EDGE.share * turn.length + EDGE.more;
  const begins = first < edge;
  const ends = last >= turn.length - edge;
  const where = begins ? (ends ? 'all' : 'start') : ends ? 'end' : 'middle';
  const covers = COVERS.filter((most) => places.length / turn.length > most).length;
  return [`<echoes ${String(covers)}>`, `<echoes ${where}>`, `<echoes ${String(covers)} ${where}>`];
}

/** All marks of a hint beside the turn of these words that it answers. */
export const hintMarksOf = (
  hint: Offered,
  { hearts }: Pick<Told, 'hearts'>,
  turn: readonly string[],
): string[] => [
  ...marksOf(hint),
  ...(hint.heart === undefined ? [] : heartMarksOf(hint.heart, hearts)),
  ...(hint.text === hint.line ? [] : echoMarksOf(hint, turn)),
];
