import { lexicon } from '../lexicon';
import type { Acquaintance } from '../acquaintance';
import type { Scan } from '../scan';

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

const HAN_NAME = new RegExp(
  `(?:${lexicon.people.hanIntroductions.join('|')})([\\p{Script=Han}\\p{Script=Katakana}]{2,4})(?=です|[，。,.!！?？\\s]|$)`,
  'gud',
);

/** `我叫陈美玲`: scripts without spaces between words. */
export function findHanNames(scan: Scan): void {
  for (const match of scan.text.matchAll(HAN_NAME)) {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    scan.take('name', start, end);
  }
}

/** Names on the page that are no plain words, wherever they stand whole: `sad_girl.04`, `美玲`. */
export function findKnownStrings(scan: Scan, friends: Acquaintance): void {
  const text = scan.text.toLowerCase();
  // Lower-casing can change the length (`İ`); then offsets would lie.
  if (text.length !== scan.text.length) return;
  for (const name of friends.strings) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const wide = WIDE.test(name);
      const open = !LETTER.test(text[at - 1] ?? ' ') || !LETTER.test(name[0] ?? '');
      const closed = !LETTER.test(text[end] ?? ' ') || !LETTER.test(name.at(-1) ?? '');
      if (wide || (open && closed)) scan.take('name', at, end);
    }
  }
}
