import { z } from '../schema';
import functionWords from './function-words.json';
import { tokenise } from './text/tokenise';

/** Whether the engine, which knows English only, covers a text. */
export type Coverage = 'covered' | 'other' | 'unsure';

const listSchema = z.record(z.string(), z.array(z.string()));
const lists = z.parse(listSchema, functionWords.languages);
const ENGLISH = new Set(lists['en']);
const OTHERS = Object.entries(lists)
  .filter(([code]) => code !== 'en')
  .map(([, words]) => new Set(words));

const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;
/** Characters looked at: enough to tell, and a long text costs no more. */
const LOOKED_AT = 2_000;
/** Share of a text's letters in another script that makes it another language. */
const FOREIGN_SCRIPT = 0.5;
/** Fewer words than this cannot be told by their function words. */
const FEW_WORDS = 4;

/**
 * Tells by script and by the share of function words ("the", "and" against "que", "und") whether a text is
 * English. Short texts are `unsure`: then nothing is claimed. A fallback for the browser's own detection.
 */
export function coversLanguage(text: string): Coverage {
  const sample = text.slice(0, LOOKED_AT);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters === 0) return 'unsure';
  const latin = sample.match(LATIN)?.length ?? 0;
  if (1 - latin / letters > FOREIGN_SCRIPT) return 'other';
  const words = tokenise(sample).filter((token) => token.kind === 'word');
  const share = (list: Set<string>): number =>
    words.filter((word) => list.has(word.form)).length / words.length;
  const english = share(ENGLISH);
  const other = Math.max(...OTHERS.map(share));
  if (words.length < FEW_WORDS) return english > 0.5 && english > other ? 'covered' : 'unsure';
  if (other > 0.25 && other > english * 1.5) return 'other';
  return english > 0.15 ? 'covered' : 'unsure';
}

/** What somebody else, such as the browser, holds a text's language to be; `share` of the text, 0 to 1. */
export interface LanguageGuess {
  language: string;
  share: number;
}

/** A guess counts from here on: on two or three words every detector errs. */
const GUESS_WORDS = 3;
const GUESS_SHARE = 0.7;

/** As `coversLanguage`; where the words alone do not tell, a guess at the language does. */
export function coverageOf(text: string, guess: LanguageGuess | null): Coverage {
  const own = coversLanguage(text);
  if (own !== 'unsure' || guess === null || guess.share < GUESS_SHARE) return own;
  const words = tokenise(text.slice(0, LOOKED_AT)).filter((token) => token.kind === 'word');
  if (words.length < GUESS_WORDS) return own;
  return guess.language.split('-')[0] === 'en' ? 'covered' : 'other';
}
