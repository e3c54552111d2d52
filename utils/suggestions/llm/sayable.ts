import { coversLanguage } from '../../analysis/language';
import { isKnown } from '../device/vocabulary';
import { MAX_HINT, type HintKind } from '../hint';
import { wordsOf } from '../select-distinct';
import { contentStems } from '../../analysis/cues/stems';
import { plainForRules } from '../safe-words';
import { z } from '../../schema';
import { PROMPT } from './prompt-data';
import speaks from './speaks-to-them.json';

/** Why a model's text is nothing that a person would say here. */
export type NotSayable =
  | 'length'
  | 'placeholder'
  | 'number'
  | 'shouting'
  | 'stretched'
  | 'no-question'
  | 'too-short'
  | 'unknown-words'
  | 'language'
  | 'prompt-echo'
  | 'beside-the-point';

/** Fewer words than this are a password or a grunt, not something to say. */
const FEWEST_WORDS = 3;
/** Least share of a hint's words that must be common English, whatever the conversation says. */
const LEAST_COMMON = 0.6;
/** Share of words that may be neither common nor the conversation's own; one always may. */
const MOST_STRANGE = 0.15;
/** Words in a row that two sentences share by chance only when they are very common. */
const ECHO = 6;
/** Letters of the longest abbreviation that people write in capitals, such as IELTS. */
const LONGEST_ABBREVIATION = 5;

const { forms } = z.parse(z.object({ about: z.string(), forms: z.array(z.string()) }), speaks);
const SPEAKS_TO_THEM = new RegExp(['\\b(?:you|your|yours|yourself|yourselves)\\b', ...forms].join('|'), 'u');

const SYSTEM_TEXT = ` ${wordsOf(PROMPT.system.join(' ')).join(' ')} `;

/**
 * Checks that a model's text has the form of something said by one person to another, in the language that
 * the safe-word rules understand: a rule cannot vouch for words that it cannot read. Null when it does.
 * @param conversation everything that was said, so that its names and its slang count as known
 */
export function whyNotSayable(
  text: string,
  kind: HintKind,
  conversation: readonly string[],
): NotSayable | null {
  if (text.length > MAX_HINT) return 'length';
  if (/\d(?:[\s().-]*\d){5,}/u.test(text)) return 'number';
  if (/(\p{L})\1{3}/u.test(text)) return 'stretched';
  if (kind === 'explore' && !/[?？]\s*["'”’)]*\s*$/u.test(text)) return 'no-question';
  const said = new Set(conversation.flatMap(bareWords));
  if (shouts(text, conversation)) return 'shouting';
  const words = bareWords(text);
  if (words.length < FEWEST_WORDS) return 'too-short';
  const common = words.filter(isCommon);
  if (coversLanguage(text) === 'other' || common.length < words.length * LEAST_COMMON) return 'language';
  const strange = words.filter((word) => !isCommon(word) && !said.has(word)).length;
  if (strange > Math.max(1, Math.floor(words.length * MOST_STRANGE))) return 'unknown-words';
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return 'language';
  if (echoes(words)) return 'prompt-echo';
  return speaksToThem(text, conversation) ? null : 'beside-the-point';
}

/** Capitals throughout a word: only for an abbreviation that somebody in the conversation used. */
function shouts(text: string, conversation: readonly string[]): boolean {
  return (text.match(/\p{Lu}[\p{Lu}\d]{2,}/gu) ?? []).some(
    (word) =>
      word.length > LONGEST_ABBREVIATION ||
      !conversation.some((said) => said.toLowerCase().includes(word.toLowerCase())),
  );
}

/** Words without the quotation marks that stand like apostrophes before or after them. */
function bareWords(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.replace(/^'+|'+$/gu, ''))
    .filter((word) => word !== '');
}

/** A word without its clitic ("you're", "don't") that common English knows; digits inside letters are none. */
function isCommon(word: string): boolean {
  if (/\p{L}\d|\d\p{L}{3}/u.test(word)) return false;
  return isKnown(word) || isKnown(word.replace(/(?:n't|'\p{L}{1,2})$/u, ''));
}

/** Said to the person: it speaks of them, takes up one of their words, or has a form that does. */
function speaksToThem(text: string, conversation: readonly string[]): boolean {
  if (SPEAKS_TO_THEM.test(plainForRules(text))) return true;
  const theirs = new Set(conversation.flatMap((said) => [...contentStems(said)]));
  return [...contentStems(text)].some((stem) => theirs.has(stem));
}

/** The model reads its own instructions out. */
function echoes(words: readonly string[]): boolean {
  for (let i = 0; i + ECHO <= words.length; i++) {
    if (SYSTEM_TEXT.includes(` ${words.slice(i, i + ECHO).join(' ')} `)) return true;
  }
  return false;
}
