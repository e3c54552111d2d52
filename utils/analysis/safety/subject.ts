import { NO_BREAK } from './pieces';
import type { Word } from './words';

/** Word sets of `context.json`, ready to look up. */
export interface SubjectWords {
  carriers: ReadonlySet<string>;
  negators: ReadonlySet<string>;
  /** Words after which "I" is somebody's quoted "I", or a thought about oneself. */
  sayers: ReadonlySet<string>;
  /** Words that report what somebody said. */
  reporters: ReadonlySet<string>;
  clauseStarts: ReadonlySet<string>;
  others: ReadonlySet<string>;
  things: ReadonlySet<string>;
  firstPerson: ReadonlySet<string>;
  reach: number;
}

const ARTICLES = new Set(['a', 'an', 'the', 'his', 'her', 'their']);
/** Words that bring a subject of their own: "the party needs to ...". */
const POINTING = new Set(['the', 'these', 'those']);

export interface Before {
  /** A "not" that belongs to what follows. */
  negated: boolean;
  /** Whose wish, act or suffering it is, as far as the words just before say. */
  subject: 'client' | 'other' | 'thing' | 'unknown';
  /** The client is named ("I", "me", "my"), not only left out. */
  named: boolean;
  /** Someone else is quoted as saying it. */
  reported: boolean;
}

/**
 * Walks back from word `from` over words that only carry meaning on ("am", "really", "thinking of"), to a "not" and
 * to the subject. At most `reach` words, so that the whole stays linear.
 */
export function lookBefore(
  words: readonly Word[],
  from: number,
  sets: SubjectWords,
  isNegation: (word: number) => boolean,
): Before {
  const found: Before = { negated: false, subject: 'client', named: false, reported: false };
  const previous = words[from - 1]?.word ?? '';
  for (let i = from - 1; i >= 0 && from - i <= sets.reach; i--) {
    const word = words[i]?.word ?? '';
    if ((words[i + 1]?.breakBefore ?? NO_BREAK) !== NO_BREAK) return found;
    if (sets.negators.has(word)) {
      if (isNegation(i)) found.negated = true;
    } else if (word === 'me' && ARTICLES.has(words[i + 1]?.word ?? '')) {
      // "sent me a ...": the client is the one who got it.
      continue;
    } else if (sets.firstPerson.has(word)) {
      found.named = true;
      if (word === 'i' && !sets.sayers.has(words[i - 1]?.word ?? '')) return found;
    } else if (sets.others.has(word)) {
      if (found.named) return found;
      return {
        ...found,
        subject: sets.things.has(word) ? 'thing' : 'other',
        reported: sets.reporters.has(previous),
      };
    } else if (!sets.carriers.has(word)) {
      if (found.named || sets.clauseStarts.has(word)) return found;
      return { ...found, subject: nearestSubject(words, i, from - sets.reach, sets) };
    }
  }
  return found;
}

/** Behind words that could be anything, the nearest subject tells whose words they are; with none, they are the client's own. */
function nearestSubject(
  words: readonly Word[],
  from: number,
  least: number,
  sets: SubjectWords,
): Before['subject'] {
  for (let i = from; i >= Math.max(0, least); i--) {
    const word = words[i]?.word ?? '';
    if (word === 'i') return 'client';
    if (sets.others.has(word) || POINTING.has(word)) return 'unknown';
    if ((words[i]?.breakBefore ?? NO_BREAK) !== NO_BREAK) return 'client';
  }
  return 'unknown';
}
