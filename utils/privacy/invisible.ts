/**
 * Characters that a reader does not see: soft hyphen, zero-width and bidirectional controls, the tag
 * block (which can carry a whole hidden sentence), fillers and variation selectors supplement.
 * U+200D and U+200C are kept where they do honest work: joining emoji, and shaping Persian or Indic text.
 */
const ALWAYS =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** A joiner between two Latin, digit, space or punctuation characters joins nothing: it only hides. */
const IDLE_JOINER =
  /(?<=^|[\p{Script=Latin}\p{Nd}\p{P}\s])[\u200C\u200D]+|[\u200C\u200D]+(?=$|[\p{Script=Latin}\p{Nd}\p{P}\s])/gu;

/** Whether one code point is never seen (joiners count as unseen: they carry no letter). */
export function isInvisible(codePoint: string): boolean {
  if (codePoint === '\u200C' || codePoint === '\u200D') return true;
  ALWAYS.lastIndex = 0;
  return ALWAYS.test(codePoint);
}

/**
 * The text without characters that a reader cannot see, so that a model reads what the supporter reads.
 * Line breaks, tabs, emoji sequences and right-to-left letters stay. Never throws; linear in the length.
 */
export function stripInvisible(text: string): string {
  return text.replace(ALWAYS, '').replace(CONTROLS, '').replace(IDLE_JOINER, '');
}
