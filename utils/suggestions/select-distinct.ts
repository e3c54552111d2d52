/** Words too common to make two sentences alike. */
const COMMON = new Set(
  (
    'a an and are as at be been being but by do does for from had has have i if in is it its like me my of on or ' +
    "so that the there this to too was were what when with you your you're you've it's that's i'm"
  ).split(' '),
);

/** Words of a text, lower case, punctuation dropped. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’‘]/gu, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

/** First three words, the part of a sentence that one hears repeated. */
export function openingOf(text: string): string {
  return wordsOf(text).slice(0, 3).join(' ');
}

/**
 * The last of several sentences, which one hears repeated as well: "…. I can hear how much there is in that." Null where
 * there is but one.
 */
export function closingOf(text: string): string | null {
  const sentences = text.split(/(?<=[.?!]’?)\s+/u);
  return sentences.length > 1 ? wordsOf(sentences.at(-1) ?? '').join(' ') : null;
}

/** Overlap of content words, 0 (nothing shared) to 1 (the same words). */
export function likeness(a: string, b: string): number {
  const left = new Set(wordsOf(a).filter((w) => !COMMON.has(w)));
  const right = new Set(wordsOf(b).filter((w) => !COMMON.has(w)));
  if (left.size === 0 || right.size === 0) return wordsOf(a).join(' ') === wordsOf(b).join(' ') ? 1 : 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / Math.min(left.size, right.size);
}

/** Likeness from which one text counts as a repeat of another. */
export const REPEATS = 0.8;

/** Whether `text` says again what one of `others` says. Very short texts must be the same to count. */
export function repeats(text: string, others: readonly string[]): boolean {
  const own = wordsOf(text);
  return others.some((other) => {
    const theirs = wordsOf(other);
    if (own.join(' ') === theirs.join(' ')) return true;
    return Math.min(own.length, theirs.length) >= 5 && likeness(text, other) >= REPEATS;
  });
}
