const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Whether a word is one slip of the hand away from a known one: a letter left out, put in, exchanged or two
 * swapped (`evryone`). Some 50 look-ups for each letter; asked only for the few words that rules suspect.
 */
export function isSlipOf(word: string, known: (candidate: string) => boolean): boolean {
  if (word.length < 4 || word.length > 20) return false;
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail !== '' && known(head + tail.slice(1))) return true;
    if (tail.length > 1 && known(`${head}${tail[1] ?? ''}${tail[0] ?? ''}${tail.slice(2)}`)) return true;
    for (const letter of LETTERS) {
      if (known(head + letter + tail) || (tail !== '' && known(head + letter + tail.slice(1)))) return true;
    }
  }
  return false;
}
