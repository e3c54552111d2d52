import type { Message } from '../../conversation/message';
import { type Clause, splitClauses } from './clauses';
import type { Placed } from './echo';
import { isFeelingWord } from './feelings';
import { parseClause } from './parse';
import type { Voice } from './turn';
import { saidWhole } from './whole-sentence';
import { readSentences, type Sentence } from './words';

/** Longest part of one message that is read, from its start and from its end, in UTF-16 units. */
const LONGEST_READ = 3_000;

const ANYWAY = /^anyways?$/u;

/** "stayed in bed till two, anyway …": what comes before is put aside. */
export const isPutAside = (placed: readonly Placed[], at: number): boolean =>
  placed
    .slice(at + 1)
    .some(
      ({ clause, messageId }) =>
        messageId === placed[at]?.messageId &&
        (ANYWAY.test(clause.lead) || ANYWAY.test(clause.words[0]?.w ?? '')),
    );

const opensWithBut = ({ lead, words }: Clause): boolean =>
  lead.startsWith('but') || (lead === '' && words[0]?.w === 'but');

/** "I thought I'd love it. But most days …": what the next sentence takes back. */
export const isTakenBack = (placed: readonly Placed[], at: number): boolean =>
  following(placed, at).some(
    ({ clause }) => clause.sentence === (placed[at]?.clause.sentence ?? 0) + 1 && opensWithBut(clause),
  );

/** The next few clauses of the same message. */
const following = (placed: readonly Placed[], at: number): readonly Placed[] =>
  placed.slice(at + 1, at + 4).filter(({ messageId }) => messageId === placed[at]?.messageId);

/** "My tutor is nice, but …": what comes before the "but" of its sentence is granted; what follows is meant. */
export const isGranted = (placed: readonly Placed[], at: number): boolean =>
  isTakenBack(placed, at) ||
  following(placed, at).some(
    ({ clause }) =>
      clause.sentence === placed[at]?.clause.sentence &&
      (/^(?:but|and then|and now)/u.test(clause.lead) ||
        clause.words.some(({ w }, i) => i > 0 && w === 'but')),
  );

/** What was read of a message stays with it, and goes when it goes: a turn is looked at more than once. */
const READ = new WeakMap<Message, { text: string; sentences: readonly Sentence[] }>();

/** The sentences of a message; of a very long one, of its beginning and its end. */
export function sentencesOf(message: Message): readonly Sentence[] {
  const { text } = message;
  const known = READ.get(message);
  if (known?.text === text) return known.sentences;
  const long = text.length > 2 * LONGEST_READ;
  // Blanks in the middle keep every offset of what is read.
  const read = long
    ? text.slice(0, LONGEST_READ) + '\n'.repeat(text.length - 2 * LONGEST_READ) + text.slice(-LONGEST_READ)
    : text;
  const sentences = readSentences(read);
  READ.set(message, { text, sentences });
  return sentences;
}

/** The clauses of a message, each in its sentence. */
export function clausesOf(message: Message, voice: Voice): Placed[] {
  return sentencesOf(message).flatMap((sentence, i) => {
    const clauses = splitClauses(sentence, i);
    const parsed = clauses.map(({ words }) => parseClause(words, isFeelingWord));
    const wholes = saidWhole(sentence, clauses, parsed, voice);
    return clauses.map((clause, at) => ({
      clause,
      messageId: message.id,
      parsed: parsed[at] ?? null,
      sentence,
      saidWhole: wholes[at] ?? null,
    }));
  });
}
