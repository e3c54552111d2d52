import { FAMILIES, KIN } from '../cues/lexicon';
import { HASH_SEED, hashText, spreadHash } from '../text/hash';
import type { Token } from '../text/token';
import { tokenise } from '../text/tokenise';

/** Buckets of the hashed feature table. */
export const CODE_BUCKETS = 1 << 13;

// Each family of features starts from its own seed, so that "no" the word and "no" the opening differ.
const WORD = hashText('w', HASH_SEED);
const PAIR = hashText('p', HASH_SEED);
const OPENING = hashText('f', HASH_SEED);
const SHAPE = hashText('s', HASH_SEED);
const KIND = hashText('k', HASH_SEED);

const LONGEST_OPENING = 3;
const LENGTH_STEPS = [1, 2, 4, 7, 12, 20];

/** Single words that name a feeling: "you feel <feeling>" is one thing to learn, not a hundred. */
const FEELING_WORDS = new Set(
  FAMILIES.filter(({ kind }) => kind === 'feeling').flatMap(({ says }) =>
    says.filter((phrase) => /^\w+$/.test(phrase)).map((phrase) => tokenise(phrase)[0]?.form ?? phrase),
  ),
);
const YOU = new Set(['you', 'your', 'youre', 'youve']);
const ME = new Set(['i', 'my', 'me', 'im', 'ive']);

function kindOf(form: string): string {
  return FEELING_WORDS.has(form) ? '<feeling>' : KIN.has(form) ? '<kin>' : form;
}

/**
 * The hashed features of the tokens of one clause, each once: words, neighbouring pairs and first words (feelings and
 * relatives as kinds), marks, length, whether it asks and whom it speaks of.
 */
export function codeFeatures(tokens: readonly Token[], asks: boolean): number[] {
  const buckets = new Set<number>();
  const add = (text: string, seed: number) => {
    buckets.add(spreadHash(hashText(text, seed)) & (CODE_BUCKETS - 1));
  };
  const forms: string[] = [];
  for (const { kind, form } of tokens) {
    if (kind === 'number') forms.push('<number>');
    else if (kind === 'word' || kind === 'mask') forms.push(form);
    else if (kind === 'punctuation') add(form, SHAPE);
  }
  let before = '<start>';
  for (const form of forms) {
    const kind = kindOf(form);
    add(form, WORD);
    if (kind !== form) add(kind, KIND);
    add(`${before} ${kind}`, PAIR);
    before = kind;
  }
  add(`${before} <end>`, PAIR);
  for (let n = 1; n <= Math.min(LONGEST_OPENING, forms.length); n += 1) {
    add(forms.slice(0, n).map(kindOf).join(' '), OPENING);
  }
  add(`length ${LENGTH_STEPS.filter((step) => forms.length > step).length}`, SHAPE);
  if (asks) {
    add('asks', SHAPE);
    add(`asks ${forms[0] ?? ''}`, SHAPE);
  }
  if (forms.some((form) => YOU.has(form))) add('you', SHAPE);
  if (forms.some((form) => ME.has(form))) add('i', SHAPE);
  return [...buckets];
}
