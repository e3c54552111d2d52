import { CLASS, classOf } from './characters';

/** Letters kept of a word's form; the rest of a longer word is looked at, not kept. */
const LONGEST_FORM = 40;
/** Words that would turn into another word without their apostrophe. */
const KEEP_APOSTROPHE = new Set([
  "i'll",
  "he'll",
  "she'll",
  "we'll",
  "we're",
  "she'd",
  "he'd",
  "we'd",
  "i'd",
  "who're",
]);
const MARKS = /\p{M}+/gu;
/** What nearly every word is, and needs no look at its characters one by one. */
const SIMPLE = /^[A-Za-z0-9]{1,40}$/;
const ASCII = /^[a-z0-9*]*$/;

/** Lower case, without marks, hidden characters and look-alike forms (full width, mathematical letters). */
function plainLetters(raw: string): string {
  let letters = '';
  let units = 0;
  for (const character of raw) {
    if (units >= LONGEST_FORM) break;
    const kind = classOf(character.codePointAt(0) ?? 0);
    if (kind === CLASS.mark || kind === CLASS.hidden) continue;
    letters += kind === CLASS.apostrophe ? "'" : character;
    units += 1;
  }
  const lower = letters.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

function hasRun(word: string): boolean {
  for (let i = 2; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    if (unit === word.charCodeAt(i - 1) && unit === word.charCodeAt(i - 2) && unit > 0x39) return true;
  }
  return false;
}

/** Cuts letters that are drawn out three times or more: one at a word's end, two of an inner "e" or "o". */
function cutDrawnOut(word: string): string {
  let cut = '';
  for (let i = 0; i < word.length;) {
    const letter = word.charAt(i);
    let end = i + 1;
    while (end < word.length && word.charAt(end) === letter) end += 1;
    const run = end - i;
    const inner = end < word.length && i > 0 && (letter === 'e' || letter === 'o');
    cut += run < 3 ? letter.repeat(run) : inner ? letter + letter : letter;
    i = end;
  }
  return cut;
}

/**
 * The form of a word as written: see `Token.form`, before chat spellings are written out.
 * `drawnOut` says that a letter was repeated three times or more.
 */
export function wordForm(raw: string): { form: string; drawnOut: boolean } {
  const letters = SIMPLE.test(raw) ? raw.toLowerCase() : plainLetters(raw);
  const plain =
    letters.includes("'") && !KEEP_APOSTROPHE.has(letters) ? letters.replaceAll("'", '') : letters;
  const drawnOut = hasRun(plain);
  return { form: drawnOut ? cutDrawnOut(plain) : plain, drawnOut };
}
