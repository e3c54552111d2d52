import { z } from '../../schema';
import { plainForRules } from '../safe-words';
import data from './bank/answers.json';

const answerSchema = z.object({
  name: z.string(),
  /** What the supporter did just before: one of `supporter` of the bank. */
  after: z.string(),
  /** A pattern for how the client answers, tried between word borders; without it, whatever they say. */
  words: z.optional(z.string()),
  /** Where this stands in the answer as well, something else is meant. */
  unless: z.optional(z.string()),
});
const { supporter, answers } = z
  .object({
    about: z.string(),
    /** Patterns for what a supporter asks or says, by name, tried from the beginning of any word. */
    supporter: z.record(z.string(), z.string()),
    answers: z.array(answerSchema),
  })
  .parse(data);

/** Names of what people do by answering what the supporter asked or said: they turn a suggestion down, name what is worst. */
export const ANSWERS: readonly string[] = [...new Set(answers.map(({ name }) => name))];

const between = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`, 'u');
const ACTS = new Map(
  Object.entries(supporter).map(([name, words]) => [name, new RegExp(`\\b(?:${words})`, 'u')]),
);
const compiled = answers.map(({ name, after, words, unless }) => {
  const act = ACTS.get(after);
  if (act === undefined) throw new Error(`The bank names nothing that a supporter does ${after}`);
  return {
    name,
    act,
    words: words === undefined ? null : between(words),
    unless: unless === undefined ? null : between(unless),
  };
});

/** Of a longer message only so much is looked at, in UTF-16 units: of the supporter's its end, of the client's its beginning. */
const MOST_HEARD = 1_500;
/** Where the supporter asks nothing, so many sentences at the end are what is answered. */
const LAST_SENTENCES = 2;

/** What a message asks last or, where it asks nothing, what it ends on, in plain words. */
function endOf(said: string): string {
  const sentences = (plainForRules(said.slice(-MOST_HEARD)).match(/[^.!?]+[.!?]*/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  return (
    sentences.findLast((sentence) => sentence.includes('?')) ?? sentences.slice(-LAST_SENTENCES).join(' ')
  );
}

/**
 * What the client does by answering like this, by name, in the order of the bank.
 * @param said what the supporter wrote before it; null where the client begins
 */
export function answersIn(text: string, said: string | null): string[] {
  if (said === null) return [];
  const asked = endOf(said);
  const plain = plainForRules(text.slice(0, MOST_HEARD));
  const found = compiled.filter(
    ({ act, words, unless }) =>
      act.test(asked) && words?.test(plain) !== false && unless?.test(plain) !== true,
  );
  return [...new Set(found.map(({ name }) => name))];
}

/** Tries every pattern on nothing, so that none is compiled when somebody waits. */
export function prepareAnswers(): void {
  for (const { act, words, unless } of compiled) for (const one of [act, words, unless]) one?.test('');
}
