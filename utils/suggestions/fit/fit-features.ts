import { hashText, spreadHash } from '../../analysis/text/hash';
import { tokenise } from '../../analysis/text/tokenise';
import type { Offered } from './fit';

/** Of a longer text only the last so many words and marks count: what is said last is answered. */
const MOST_WORDS = 90;

/** The words and marks of a text by which its fit is read. */
export const wordsOf = (text: string): string[] =>
  tokenise(text)
    .slice(-MOST_WORDS)
    .map(({ form }) => form);

/** Most words and marks of a turn of each length. */
const LENGTHS = [12, 25] as const;
const LENGTH_MARKS = ['<short>', '<middling>', '<long>'] as const;

/** What else is known of a turn: how long it is. A scene is answered otherwise than one plain sentence. */
export const turnMarksOf = (words: readonly string[]): string[] => [
  LENGTH_MARKS[LENGTHS.filter((most) => words.length > most).length] ?? LENGTH_MARKS[0],
];

/** What else is known of a hint: its kind, what it answers, and which line it was made of. */
export const marksOf = ({ kind, point, line }: Omit<Offered, 'text'>): string[] => [
  `<${kind}>`,
  `<${kind} ${point}>`,
  `<${(spreadHash(hashText(`${kind} ${line}`)) >>> 10).toString(36)}>`,
];
