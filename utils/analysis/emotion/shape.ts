import type { Token } from '../text/token';

/**
 * How a text is built, beyond what its words mean: long words, marks, tense. It tells something of arousal. It also
 * tells a forum from a chat, so the categories are learnt without it.
 */
export const SHAPE = [
  'shape:characters',
  'shape:length squared',
  'shape:word length',
  'shape:long words',
  'shape:questions',
  'shape:numbers',
  'shape:dashes',
  'shape:colons',
  'shape:comma rate',
  'shape:past',
  'shape:ing',
  'shape:ly',
];

const PAST = new Set(['was', 'were', 'had', 'said']);
const LONG_WORD = 7;

/** Writes the signals of `SHAPE` in their order into `values`, from `at` on. */
export function readShape(
  tokens: readonly Token[],
  { words, commas }: { words: number; commas: number },
  values: Float64Array,
  at: number,
): void {
  let [characters, letters, long, past, ing, ly] = [0, 0, 0, 0, 0, 0];
  let [questions, numbers, dashes, colons] = [0, 0, 0, 0];
  for (const { kind, form, start, end } of tokens) {
    characters += end - start + 1;
    if (kind === 'word') {
      letters += form.length;
      if (form.length > LONG_WORD) long += 1;
      if (PAST.has(form)) past += 1;
      else if (form.length > 3 && form.endsWith('ing')) ing += 1;
      else if (form.length > 3 && form.endsWith('ly')) ly += 1;
    } else if (kind === 'number') numbers += 1;
    else if (kind === 'punctuation') {
      if (form.startsWith('?')) questions += form.length;
      else if (form.startsWith('-') || form.startsWith('–') || form.startsWith('—')) dashes = 1;
      else if (form.startsWith(';') || form.startsWith(':')) colons = 1;
    }
  }
  const all = Math.max(1, words);
  const log = Math.log(1 + all);
  let to = at;
  values[to++] = Math.log(1 + characters) / 4;
  values[to++] = (log * log) / 9;
  values[to++] = letters / all / 5;
  values[to++] = (3 * long) / all;
  values[to++] = Math.min(3, questions) / 3;
  values[to++] = Math.min(3, numbers) / 3;
  values[to++] = dashes;
  values[to++] = colons;
  values[to++] = (5 * commas) / all;
  values[to++] = (4 * past) / all;
  values[to++] = (4 * ing) / all;
  values[to] = (4 * ly) / all;
}
