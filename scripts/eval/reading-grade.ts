/** Groups of vowels, less a silent e: near enough to syllables for a grade. */
function syllables(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '')
      .match(/[aeiouy]+/gu)?.length ?? 0;
  return Math.max(1, groups);
}

/**
 * Flesch-Kincaid grade of a text: about the school year in which it is easily read. May fall below 0.
 * Kincaid et al., Derivation of new readability formulas, 1975.
 */
export function readingGrade(text: string): number {
  const sentences = text.match(/[^.!?]+[.!?]*/gu)?.filter((part) => /\p{L}/u.test(part)).length ?? 0;
  const words = text.match(/[\p{L}'’-]+/gu) ?? [];
  if (sentences === 0 || words.length === 0) return 0;
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (total / words.length) - 15.59;
}
