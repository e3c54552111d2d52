import { z } from '../../schema';
import data from './bank/topics.json';
import { turnWords } from './turn';
import { verbForm } from './verbs';
import type { Word } from './words';
import { sign } from './signs';

const bankSchema = z.object({
  about: z.string(),
  topics: z.array(
    z.object({
      theme: z.string(),
      your: z.array(z.string()),
      the: z.array(z.string()),
      bare: z.array(z.string()),
    }),
  ),
  people: z.array(z.object({ group: z.string(), theme: z.string(), nouns: z.array(z.string()) })),
  pets: z.array(z.string()),
});
const bank = bankSchema.parse(data);

type Article = 'your' | 'the' | 'bare';
interface Noun {
  theme: string;
  article: Article;
  person: boolean;
  group?: string;
}

const NOUNS = new Map<string, Noun>();
for (const { theme, ...lists } of bank.topics)
  for (const article of ['your', 'the', 'bare'] as const)
    for (const noun of lists[article])
      if (!NOUNS.has(noun)) NOUNS.set(noun, { theme, article, person: false });
for (const { group, theme, nouns } of bank.people)
  for (const noun of nouns) NOUNS.set(noun, { theme, article: 'your', person: true, group });
for (const pet of bank.pets) NOUNS.set(pet, { theme: 'pet', article: 'your', person: true, group: 'pet' });
const LONGEST = 3;

/** Relations and pets, longest first, for the patterns of the frames. */
export const PERSON_NOUNS = bank.people
  .flatMap(({ nouns }) => nouns)
  .concat(bank.pets)
  .sort((a, b) => b.length - a.length);

/** Something or someone that the client talks about, as a hint would name it. */
export interface Topic {
  /** "your exams", "the interview", "work", "your best friend". */
  name: string;
  theme: string;
  person: boolean;
  group?: string;
  plural: boolean;
  /** Only where something happens: "at work", "to school". */
  place: boolean;
  start: number;
  end: number;
}

const KEPT = sign('kept before a topic');
/** "exam results", "work friends", "food bank": the second noun is what is spoken of. */
const COMPOUND = sign('second nouns');
const SINGULAR_S = /(?:ss|us|is)$/u;

/**
 * The topics of a clause in the order in which they stand.
 * @param own the clause is about the client: "exams next week" are theirs, a father's "cancer" is not
 */
export function topicsOf(words: readonly Word[], own: boolean): Topic[] {
  const found: Topic[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let n = Math.min(LONGEST, words.length - i); n > 0; n--) {
      const run = words.slice(i, i + n);
      const joined = run.map((word) => word.w).join(' ');
      const owner = /'s$/u.test(joined);
      const noun = NOUNS.get(joined) ?? (owner ? undefined : NOUNS.get(joined.toLowerCase()));
      const last = run.at(-1);
      if (noun === undefined || last === undefined || isVerbHere(words, i, n)) continue;
      if (/^(?:silent|special|vip)$/u.test(words[i - 1]?.w ?? '')) continue;
      if (!noun.person && COMPOUND.test(words[i + n]?.w ?? '')) continue;
      const topic = nameTopic(words, i, joined, noun, last.end, own);
      if (topic !== null) found.push(topic);
      i += n - 1;
      break;
    }
  }
  return found;
}

function nameTopic(
  words: readonly Word[],
  at: number,
  joined: string,
  noun: Noun,
  end: number,
  own: boolean,
): Topic | null {
  let from = at;
  while (from > 0 && at - from < 2 && KEPT.test(words[from - 1]?.w ?? '')) from--;
  const article = words[from - 1];
  const before = article?.w ?? '';
  const described = [...words.slice(from, at).map((word) => word.w), joined].join(' ');
  const plural = /s$/u.test(joined) && !SINGULAR_S.test(joined);
  const start =
    (article !== undefined && /^(?:my|our|the|his|her|their|a|an|this|that|these|those)$/u.test(before)
      ? article
      : words[from]
    )?.start ?? 0;
  const topic = (name: string): Topic => ({
    name,
    theme: noun.theme,
    person: noun.person,
    plural,
    place: /^(?:at|in|from|to|into|outside|on|after|before|until|till)$/u.test(
      words[
        (article !== undefined && /^(?:my|our|the|his|her|their|a|an|this|that|these|those)$/u.test(before)
          ? from - 1
          : from) - 1
      ]?.w ?? '',
    ),
    start,
    end,
    ...(noun.group !== undefined && { group: noun.group }),
  });
  // "my dad's job" is not theirs.
  if (/^(?:your|you)$/u.test(before) || /(?:'s|s')$/u.test(before)) return null;
  if (/^(?:my|our|his|her|their)$/u.test(before) && article !== undefined)
    return topic(`${turnWords([article], 'you')[0] ?? 'your'} ${described}`);
  if (noun.person) {
    if (
      /^(?:mum|mom|mummy|dad|daddy|nan|nana|gran|granny|grandma|grandpa|grandad)$/u.test(joined) &&
      !/^(?:a|the)$|'s$/u.test(before)
    )
      return topic(`your ${described}`);
    // "I am the only brother" says who the client is.
    if (/^(?:am|i'm|be|being|was)$/u.test(words[from - 2]?.w ?? '')) return null;
    if (/^(?:the|these|those)$/u.test(before)) return topic(`the ${described}`);
    return /^(?:friends|parents|family|kids|colleagues|coworkers|classmates)$/u.test(joined) &&
      from === at &&
      !/^(?:no|any|a|other|new)$/u.test(before)
      ? topic(`your ${described}`)
      : null;
  }
  if (/^(?:a|an)$/u.test(before)) return topic(noun.article === 'bare' ? described : `the ${described}`);
  if (/^(?:the|this|that|these|those)$/u.test(before))
    return topic(noun.article === 'bare' && from === at ? described : `the ${described}`);
  if (/^(?:no|any|every|each|another|some|\d+|two|three)$/u.test(before))
    return noun.article === 'bare' ? topic(described) : null;
  // "the 40th job" is not the job.
  if (
    /^(?:first|last|next|other|same|new|such|more|many|few|what|which)$|^\d+(?:st|nd|rd|th)$/u.test(before) &&
    noun.article === 'your'
  )
    return null;
  if (noun.article === 'bare') return topic(described);
  return topic(`${noun.article === 'your' && !own ? 'the' : noun.article} ${described}`);
}

/** A topic that is named by itself: "roommate" is "your roommate", "school" stays; its place is left to the caller. */
export function topicCalled(words: string): Omit<Topic, 'start' | 'end'> | null {
  const noun = NOUNS.get(words) ?? NOUNS.get(words.toLowerCase());
  if (noun === undefined) return null;
  return {
    name: noun.article === 'bare' ? words : `${noun.article} ${words}`,
    theme: noun.theme,
    person: false,
    plural: /s$/u.test(words) && !SINGULAR_S.test(words),
    place: false,
  };
}

/** "to sleep", "I notice", "can move": the word is a verb here. */
function isVerbHere(words: readonly Word[], at: number, length: number): boolean {
  if (length > 1 || verbForm(words[at]?.w ?? '')?.bare !== true) return false;
  return /^(?:to|i|we|he|she|they|you|can|can't|could|couldn't|would|will|won't|don't|didn't|doesn't|just|not|never|and|really|always|actually)$/u.test(
    words[at - 1]?.w ?? '',
  );
}
