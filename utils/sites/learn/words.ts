import words from './words.json';

/** What a name in a page's markup may mean. The lists are data; a test holds them to `markupWordsSchema`. */
export type Meaning = keyof typeof words;

const LISTS = new Map<Meaning, readonly string[]>(
  (Object.keys(words) as Meaning[]).map((meaning) => [meaning, words[meaning]]),
);
const MOST_KNOWN = 4_000;
const UTILITY: ReadonlySet<string> = new Set(words.utility);

/** The words of a name: `chat-msg__content--me` is chat, msg, content, me; `fromMe` is from, me. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether a name holds a word or phrase of that meaning, compared whole: `readme` is not `me`. */
export const means = remembered((name: string, meaning: Meaning): boolean => {
  const spoken = ` ${wordsOf(name).join(' ')} `;
  return (LISTS.get(meaning) ?? []).some((phrase) => spoken.includes(` ${phrase} `));
});

/**
 * Whether a name was written by a person and will outlive a build: letters that can be spoken. Names made by a
 * machine (`css-1q2w3e`, `_3xKpD`, `ember123`) differ with the next build.
 */
export const isWordLike = remembered((name: string): boolean => {
  if (name.length < 2 || name.length > 60 || /^(?:css|sc|jss|emotion|styled|svelte)-/.test(name))
    return false;
  const parts = wordsOf(name);
  return parts.length > 0 && parts.length <= 8 && parts.every(isSpoken);
});

function isSpoken(part: string): boolean {
  if (/\p{N}/u.test(part)) return false;
  if (part.length <= 3) return true;
  return /[aeiouy]/.test(part) && !/[^aeiouy]{5}/.test(part);
}

/** A class that says how something looks, in a vocabulary of such classes (`px-4`, `md:flex`, `bg-white/50`). */
export const isUtility = remembered((name: string): boolean => {
  if (/[:/[\]%.]/.test(name)) return true;
  const [first = '', ...others] = name.split('-').filter((part) => part !== '');
  const isShort = others.length <= 2 && !name.includes('__') && !name.includes('--');
  return isShort && UTILITY.has(first) && !/[A-Z_]/.test(name);
});

/** The same names come back in row after row: what was found of one is kept, for so many. */
function remembered<Rest extends readonly string[]>(ask: (name: string, ...rest: Rest) => boolean) {
  const known = new Map<string, boolean>();
  return (name: string, ...rest: Rest): boolean => {
    const key = rest.length === 0 ? name : `${rest.join(' ')} ${name}`;
    let answer = known.get(key);
    if (answer === undefined) {
      if (known.size >= MOST_KNOWN) known.clear();
      answer = ask(name, ...rest);
      known.set(key, answer);
    }
    return answer;
  };
}
