import { z } from '../../schema';
import type { Cue } from './cue';
import { wordsOf } from './phrases';
import telling from './telling.json';

/** The family of what is told without any listed phrase. */
export const TELLING = 'telling';

const tellingSchema = z.object({
  weight: z.number().check(z.minimum(0), z.maximum(1)),
  denies: z.array(z.string()),
  weighs: z.array(z.string()),
  lightens: z.array(z.string()),
});
const { weight, denies, weighs, lightens } = tellingSchema.parse(telling);
const MARKS = new Set([...denies, ...weighs]);
const LIGHTENS = new Set(lightens);
const ME = new Set(['i', 'im', 'ive', "i'd", "i'll", 'ill', 'me', 'my', 'myself', 'we', 'us', 'our']);
const FEWEST_WORDS = 5;
/** A page is not read for a light cue. */
const LONGEST = 400;

/**
 * The sentence of a client's message in which they tell something about themself that weighs on them, as a light
 * cue, or null. For messages in which nothing listed is found; questions and glad news are none.
 */
export function findTelling(text: string): Cue | null {
  if (text.length > LONGEST || text.includes('?')) return null;
  const forms = wordsOf(text).map(({ form }) => form);
  if (forms.length < FEWEST_WORDS || !forms.some((form) => ME.has(form))) return null;
  if (forms.some((form) => LIGHTENS.has(form))) return null;
  for (const { 0: sentence, index } of text.matchAll(/[^.!…\n]+/gu)) {
    if (!wordsOf(sentence).some(({ form }) => MARKS.has(form))) continue;
    const said = sentence.trim();
    const start = index + sentence.indexOf(said);
    return {
      start,
      end: start + said.length,
      text: said,
      kind: 'hint',
      weight,
      family: TELLING,
      sentence: said,
    };
  }
  return null;
}
