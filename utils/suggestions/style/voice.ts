import type { Message } from '../../conversation/message';

/** How a supporter usually writes, as far as their messages of this conversation show it. */
export interface Voice {
  /** Median words of their messages. */
  words: number;
  /** False when they write out "I am" and "do not" throughout. */
  contracts: boolean;
}

/** Fewer messages, or words, than this show no habit. */
const FEWEST_MESSAGES = 3;
const FEWEST_WORDS = 25;
/** How far back messages are looked at. */
const LOOKED_AT = 20;
/** So many written-out forms without a single short one make a habit. */
const WRITTEN_OUT = 3;

const SHORT = /\b(?:\w+n['’]t|(?:i|you|we|they|he|she|it|that|there|what)['’](?:m|re|ve|ll|d|s))\b/giu;
const LONG =
  /\b(?:i am|you are|you have|it is|that is|there is|do not|does not|did not|can not|cannot|is not|are not|was not|have not|i will|i have)\b/giu;

/** The supporter's voice, or null while they have written too little to tell. Looks at the newest messages. */
export function learnVoice(messages: readonly Message[]): Voice | null {
  const own: string[] = [];
  for (let i = messages.length - 1; i >= 0 && own.length < LOOKED_AT; i--) {
    const message = messages[i];
    if (message?.side === 'supporter' && message.text.trim() !== '') own.push(message.text);
  }
  const lengths = own.map((text) => text.trim().split(/\s+/u).length).sort((a, b) => a - b);
  const total = lengths.reduce((sum, words) => sum + words, 0);
  if (own.length < FEWEST_MESSAGES || total < FEWEST_WORDS) return null;
  const all = own.join('\n');
  const short = all.match(SHORT)?.length ?? 0;
  const long = all.match(LONG)?.length ?? 0;
  return { words: lengths[lengths.length >> 1] ?? 0, contracts: short > 0 || long < WRITTEN_OUT };
}

const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/\bcan['’]t\b/giu, 'cannot'],
  [/\bwon['’]t\b/giu, 'will not'],
  [/\b(do|does|did|is|are|was|were|have|has|had|could|would|should)n['’]t\b/giu, '$1 not'],
  [/\bI['’]m\b/gu, 'I am'],
  [/\b(you|they|we)['’]re\b/giu, '$1 are'],
  [/\b(I|you|they|we)['’]ve\b/giu, '$1 have'],
  [/\b(I|you|they|we|he|she|it)['’]ll\b/giu, '$1 will'],
  [
    /\b(it|that|there|what|who)['’]s (?=been\b|got\b|left\b|happened\b|stayed\b|gone\b|it been\b|that been\b)/giu,
    '$1 has ',
  ],
  [/\b(it|that|there|what|who)['’]s\b(?! (?:it|that) been)/giu, '$1 is'],
];

/** What stands between quotation marks: somebody's own words, which stay as they are. Apostrophes in them are straight. */
const QUOTATION = /(‘[^’]*’)/u;

/** A text without short forms, for supporters who never use them. */
export function writtenOut(text: string): string {
  return text
    .split(QUOTATION)
    .map((part) =>
      QUOTATION.test(part)
        ? part
        : WRITTEN.reduce((written, [short, long]) => written.replace(short, long), part),
    )
    .join('');
}
