import { z } from '../../schema';
import type { Reading } from '../reading';
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

/** How much of a reading must be unpleasant for the message to weigh on the client, words or not. */
const UNPLEASANT = 0.55;
const FEWEST_READ_WORDS = 3;

/** Whether the reading of a message says that it weighs on the client. */
function isHeavy({ emotions, closing }: Reading): boolean {
  const { sadness, fear, anger, disgust } = emotions;
  return !closing && sadness + fear + anger + disgust >= UNPLEASANT;
}

/**
 * The sentence of a client's message in which they tell something that weighs on them, as a light cue, or null. For
 * messages in which nothing listed is found; questions and glad news are none. Without a reading only what they say
 * about themself in words that weigh is found.
 */
export function findTelling(text: string, reading?: Reading): Cue | null {
  if (text.length > LONGEST || text.includes('?')) return null;
  const forms = wordsOf(text).map(({ form }) => form);
  if (forms.some((form) => LIGHTENS.has(form))) return null;
  const saysOfSelf = forms.length >= FEWEST_WORDS && forms.some((form) => ME.has(form));
  const heavy = reading && forms.length >= FEWEST_READ_WORDS && isHeavy(reading) ? reading : undefined;
  if (!saysOfSelf && !heavy) return null;
  const [sign] = [...(heavy?.evidence ?? [])].sort((a, b) => b.weight - a.weight);
  const sentences = [...text.matchAll(/[^.!…\n]+/gu)].flatMap(({ 0: sentence, index }) => {
    const said = sentence.trim();
    const start = index + sentence.indexOf(said);
    return said === '' ? [] : [{ said, start, end: start + said.length }];
  });
  const told =
    (saysOfSelf && sentences.find(({ said }) => wordsOf(said).some(({ form }) => MARKS.has(form)))) ||
    (heavy &&
      (sentences.find(({ start, end }) => sign && sign.start < end && sign.end > start) ?? sentences[0]));
  if (!told) return null;
  const { said, start, end } = told;
  return { start, end, text: said, kind: 'hint', weight, family: TELLING, sentence: said };
}
