/** A piece of a text: UTF-16 offsets, `end` exclusive. */
export interface Piece {
  start: number;
  end: number;
}

/** Ends of abbreviations whose full stop ends no sentence. */
const ABBREVIATION = /(?:^|\s|\()(?:dr|mr|mrs|ms|prof|st|vs|etc|e\.g|i\.e|a\.m|p\.m|no)$/i;
const SENTENCE_END = /[.!?…]+["'”’)\]]*(?=\s|$|[A-Z])|\?+|\n+/gu;

/** Where one sentence does two things: the second one starts at the group `next`. */
const ASKS = `(?:how|what|why|who|when|where|which|do you|did you|have you|has (?:it|he|she|this|that)|are you|were you|is (?:it|there|that|this)|was (?:it|there|that)|can you|could you|would you|will you|what's|how's|is your|does)`;
const TURNS = `(?:(?:it|that|this) (?:really |just )?(?:sounds?|seems?|must|makes sense)|sounds like|(?:maybe|perhaps) (?:you|try)|you (?:should|could|might)|have you (?:tried|thought|considered)|i(?:'ve| have)? (?:also|too)|i(?:'d| would) (?:suggest|recommend)|i(?:'m| am) (?:here|sorry|so sorry))`;
const SPLIT = new RegExp(
  `(?:,|;| -+| –| —)\\s+(?:(?:and|but|so|then|or)\\s+)?(?=(?:${ASKS}|${TURNS})\\b)|\\s(?:and|but|so)\\s(?=(?:${ASKS})\\b)`,
  'giu',
);

/** A first part that only sets the scene: "when you say that, what do you mean?" is one question. */
const SETS_THE_SCENE =
  /^(?:and |so |but |ok(?:ay)?,? )?(?:if|when|whenever|since|before|after|while|once|until|because|as|in|on|at|of|with|apart from|besides)\b/iu;

const MIN_WORDS_BEFORE_SPLIT = 3;
/** A shorter second part is a tag: "he never called, did he?". */
const MIN_WORDS_AFTER_SPLIT = 4;

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0;
}

function trimmed(text: string, start: number, end: number): Piece | null {
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

function sentencesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (
      match[0].startsWith('.') &&
      ABBREVIATION.test(text.slice(Math.max(from, match.index - 6), match.index))
    )
      continue;
    const piece = trimmed(text, from, end);
    if (piece) pieces.push(piece);
    from = end;
  }
  const last = trimmed(text, from, text.length);
  if (last) pieces.push(last);
  return pieces;
}

/**
 * Splits a message into the pieces that can each carry a code: sentences, and inside a sentence the places
 * where it turns from one act to another ("that sounds hard, how long has it been?"). Linear in its length.
 */
export function splitClauses(text: string): Piece[] {
  const clauses: Piece[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    let from = 0;
    for (const match of sentence.matchAll(SPLIT)) {
      const next = match.index + match[0].length;
      const asks = new RegExp(`^(?:${ASKS})\\b`, 'iu').test(sentence.slice(next, next + 24));
      // "I know what you mean, what a day": asking words open a clause only in a sentence that asks.
      if (
        asks &&
        !sentence.includes('?') &&
        !/^(?:have you (?:tried|thought|considered))/iu.test(sentence.slice(next))
      )
        continue;
      const first = sentence.slice(from, match.index);
      if (asks && SETS_THE_SCENE.test(first)) continue;
      if (wordCount(first) < MIN_WORDS_BEFORE_SPLIT) continue;
      if (wordCount(sentence.slice(next)) < MIN_WORDS_AFTER_SPLIT) continue;
      const piece = trimmed(text, start + from, start + match.index + 1);
      if (piece) clauses.push(piece);
      from = next;
    }
    const piece = trimmed(text, start + from, end);
    if (piece) clauses.push(piece);
  }
  return clauses;
}
