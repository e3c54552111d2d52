import { z } from '../../schema';
import data from './bank/verbs.json';
import { BE, DO, HAVE, MODALS } from './grammar';
import { isKnown } from './vocabulary';
import { sign } from './signs';

const { irregular, regular, double } = z
  .object({
    about: z.string(),
    irregular: z.array(z.tuple([z.string(), z.string(), z.string()])),
    regular: z.array(z.string()),
    double: z.array(z.string()),
  })
  .parse(data);

/** Which forms of a verb a word can be. `read` is several at once. */
export interface VerbForm {
  base: string;
  bare: boolean;
  third: boolean;
  past: boolean;
  participle: boolean;
  ing: boolean;
}

const DOUBLE = new Set(double);
const FORMS = new Map<string, VerbForm>();
const PAST = new Map<string, string>();

function note(word: string, base: string, form: 'bare' | 'third' | 'past' | 'participle' | 'ing'): void {
  const known = FORMS.get(word);
  if (known === undefined)
    FORMS.set(word, {
      base,
      bare: false,
      third: false,
      past: false,
      participle: false,
      ing: false,
      [form]: true,
    });
  else if (known.base === base || form !== 'bare') known[form] = true;
}

/** The -ing form: "make" to "making", "lie" to "lying", "stop" to "stopping". */
export function gerundOf(base: string): string {
  if (base === 'be') return 'being';
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/(?:ee|oe|ye)$/u.test(base)) return `${base}ing`;
  if (base.endsWith('e')) return `${base.slice(0, -1)}ing`;
  if (DOUBLE.has(base)) return `${base}${base.slice(-1)}ing`;
  return base.endsWith('ic') ? `${base}king` : `${base}ing`;
}

/** The form after he, she or it: "try" to "tries". */
export function thirdOf(base: string): string {
  if (base === 'be') return 'is';
  if (base === 'have') return 'has';
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/u.test(base) ? `${base}es` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  if (DOUBLE.has(base)) return `${base}${base.slice(-1)}ed`;
  return base.endsWith('ic') ? `${base}ked` : `${base}ed`;
}

/** The past: "leave" to "left", "try" to "tried". */
export function pastOf(base: string): string {
  return PAST.get(base) ?? regularPast(base);
}

for (const [base, past, participle] of irregular) {
  PAST.set(base, past);
  note(base, base, 'bare');
  note(thirdOf(base), base, 'third');
  note(past, base, 'past');
  note(participle, base, 'participle');
  note(gerundOf(base), base, 'ing');
}
for (const base of ['learn', 'dream', 'burn', 'lean', 'spill', 'spell', 'spoil', 'smell']) {
  note(`${base}ed`, base, 'past');
  note(`${base}ed`, base, 'participle');
}
note('gotten', 'get', 'participle');
for (const base of regular) {
  note(base, base, 'bare');
  note(thirdOf(base), base, 'third');
  note(regularPast(base), base, 'past');
  note(regularPast(base), base, 'participle');
  note(gerundOf(base), base, 'ing');
  if (DOUBLE.has(base) && /[lm]$/u.test(base)) {
    note(`${base}ed`, base, 'past');
    note(`${base}ing`, base, 'ing');
  }
}

const NOT_PAST = sign('not past');

/** Past of a verb that the bank lacks, told by its ending: "trolleyed" is one if "trolley" is a word. */
function guessed(word: string): VerbForm | null {
  if (word.length < 5 || !word.endsWith('ed') || NOT_PAST.test(word)) return null;
  const stem = word.slice(0, -2);
  const undoubled = stem.at(-1) === stem.at(-2) && !/(?:ss|ll|ff)$/u.test(stem) ? stem.slice(0, -1) : stem;
  const base = word.endsWith('ied')
    ? `${word.slice(0, -3)}y`
    : isKnown(stem)
      ? stem
      : isKnown(`${stem}e`)
        ? `${stem}e`
        : undoubled;
  if (!isKnown(base)) return null;
  return { base, bare: false, third: false, past: true, participle: true, ing: false };
}

/** The verb that a lower-case word is a form of, or null. */
export function verbForm(word: string): VerbForm | null {
  return FORMS.get(word) ?? guessed(word);
}

/** Whether a word can be the finite verb of a clause, or helps to make one. */
export function isFinite(word: string): boolean {
  if (BE.has(word) || HAVE.has(word) || DO.has(word) || MODALS.has(word)) return true;
  const form = verbForm(word);
  return form !== null && (form.bare || form.third || form.past);
}
