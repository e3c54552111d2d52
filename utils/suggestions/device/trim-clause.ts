import { subjectLength } from './subjects';
import { CONTRACTED, OPENERS, SUBJECT_PRONOUNS } from './grammar';
import type { Word } from './words';

const TRAILERS = new Set('and but so because or like the a an my to if when then just i than'.split(' '));
const TAGS = [
  ['i', 'guess'],
  ['i', 'suppose'],
  ['i', 'think'],
  ['right', 'now', 'though'],
  ['you', 'see'],
  ['which', 'is', 'weird'],
  ['which', 'is', 'strange'],
  ['which', 'is', 'odd'],
];

/** "idk I just feel empty": the not-knowing is a way to begin, not what is said. */
function startsUnsure(words: readonly Word[]): boolean {
  const begins =
    words
      .slice(0, 3)
      .map((word) => word.w)
      .join(' ') === "i don't know";
  return begins && /^(?:i|i'm|i've|my|it|it's|he|she|they|everything|just)$/u.test(words[3]?.w ?? '');
}

/** "I guess I just miss it": the guessing softens what is said. */
function guesses(words: readonly Word[]): boolean {
  return (
    words[0]?.w === 'i' &&
    /^(?:guess|suppose|reckon)$/u.test(words[1]?.w ?? '') &&
    subjectLength(words, 2) > 0
  );
}

/** Takes off greetings, linking words and tails that carry nothing. */
export function trimClause(words: readonly Word[]): Word[] {
  let from = startsUnsure(words) ? 3 : guesses(words) ? 2 : 0;
  let to = words.length;
  while (from < to && opensIdly(words, from)) from++;
  for (const tag of TAGS)
    if (to - from > tag.length + 2 && tag.every((w, i) => words[to - tag.length + i]?.w === w))
      to -= tag.length;
  while (to > from && endsIdly(words, to - 1)) to--;
  return words.slice(from, to);
}

function opensIdly(words: readonly Word[], at: number): boolean {
  const w = words[at]?.w ?? '';
  const next = words[at + 1]?.w ?? '';
  if (!OPENERS.has(w)) return false;
  if (w === 'no') {
    if (words[at + 1]?.pause === true || /^(?:not|but|no)$/u.test(next)) return true;
    return SUBJECT_PRONOUNS.has(next) || CONTRACTED.test(next) || /^(?:my|our|his|her)$/u.test(next);
  }
  if (w === 'so') return OPENERS.has(next) || subjectLength(words, at + 1) > 0 || /n't$/u.test(next);
  return true;
}

function endsIdly(words: readonly Word[], at: number): boolean {
  const w = words[at]?.w ?? '';
  const before = words[at - 1]?.w ?? '';
  if (w === 'like' && /^(?:feels?|felt|looks?|looked|be|is|was|sounds?|seems?|i'm|i'd)$/u.test(before))
    return false;
  if (!TRAILERS.has(w) || /^(?:with|for|of|though|as)$/u.test(w)) return false;
  return !(
    w === 'to' && /^(?:talk|speak|turn|want|have|need|going|like|supposed|used|listen|able|go)$/u.test(before)
  );
}
