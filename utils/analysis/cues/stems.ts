import { wordsOf } from './phrases';
import stopwords from './stopwords.json';

const STOP = new Set(stopwords.words);
const SHORTEST = 3;
/** Longer words of one family part later: "silent" and "silence", "humiliated" and "humiliating". */
const LONGEST_STEM = 5;

/** A rough stem: English endings cut, so that "exams" meets "exam" and "listened" meets "listening". */
export function stem(form: string): string {
  if (form.length <= 4)
    return form.length === 4 && form.endsWith('s') && !form.endsWith('ss') ? form.slice(0, -1) : form;
  const cut = form.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|edly|ed|ers|er|es|ly|s)$/, '');
  const bare = cut.length < SHORTEST ? form : cut.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '');
  return bare.slice(0, LONGEST_STEM);
}

/** Stems of the words of a text that carry its content. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const { form, token } of wordsOf(text)) {
    if (token.kind !== 'word' || form.length < SHORTEST || STOP.has(form)) continue;
    stems.add(stem(form));
  }
  return stems;
}
