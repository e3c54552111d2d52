import { DETERMINERS } from './grammar';
import { isFinite } from './verbs';
import type { Word } from './words';

/** How far behind "it's" the person may stand whose feeling it is, and the preposition behind that, in words. */
const REACH = 5;

/** Puts a sentence that begins with what matters into plain order; any other is left as it is. */
export function plainOrder(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ w }) => w === "it's");
  return at < 0 ? words : (namedFirst(words, at) ?? feltFirst(words, at) ?? words);
}

/** "it's home that's the problem" is "home is the problem". */
function namedFirst(words: readonly Word[], at: number): Word[] | null {
  const [named, that] = words.slice(at + 1, at + 3);
  if (named === undefined || that?.w !== "that's" || at + 3 >= words.length) return null;
  return [...words.slice(0, at), { ...named, pause: at > 0 }, { ...that, w: 'is' }, ...words.slice(at + 3)];
}

/** "it's my sister I'm worried about now" is "I'm worried about my sister". */
function feltFirst(words: readonly Word[], at: number): Word[] | null {
  const determiner = words[at + 1]?.w ?? '';
  if (!DETERMINERS.has(determiner) || determiner === 'no') return null;
  const me = words.findIndex(({ w }, i) => i > at + 2 && i <= at + REACH && /^(?:i|i'm)$/u.test(w));
  if (me < 0) return null;
  const end = words.findIndex(
    ({ w }, i) => i > me + 1 && i < me + REACH && /^(?:about|of|with|for)$/u.test(w),
  );
  const named = words.slice(at + 1, me);
  const [first, ...told] = words.slice(me, end + 1);
  if (end < 0 || first === undefined || named.some(({ w, pause }) => isFinite(w) || pause === true))
    return null;
  const rest = words.slice(end + 1);
  return [
    ...words.slice(0, at),
    { ...first, pause: at > 0 },
    ...told,
    ...named,
    ...(rest[0]?.w === 'now' ? rest.slice(1) : rest),
  ];
}
