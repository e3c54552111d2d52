import { subjectLength, timeLength } from './subjects';
import { ADVERBS, BE, CONTRACTED, DO, HAVE, MODALS, TIME_HEADS, TIME_NOUNS } from './grammar';
import { withBe, withSubject } from './left-out';
import { trimClause } from './trim-clause';
import { verbForm } from './verbs';
import type { Word } from './words';

/** What the finite verb of a clause says about time and manner. */
export type Shape =
  | 'present'
  | 'past'
  | 'progressive'
  | 'past-progressive'
  | 'perfect'
  | 'perfect-progressive'
  | 'be'
  | 'was'
  | 'been'
  | 'modal'
  | 'going-to';

/** A clause taken apart: subject, helping words, main verb, rest. */
export interface Parsed {
  /** The whole clause, with a left-out "I" put back. */
  words: Word[];
  who: 'i' | 'we' | 'other';
  subject: Word[];
  shape: Shape;
  negative: boolean;
  /** "can't", "might": the modal as written. */
  modal: string;
  adverbs: Word[];
  /** Base of the main verb; "be" when the rest is what someone or something is. */
  verb: string;
  /** What follows the main verb. */
  rest: Word[];
}

/** A longer clause loses its time phrase instead: at the end of it, it would hang on something else. */
const LONGEST_TO_REORDER = 9;

/** "last night I asked him" is "I asked him last night". */
function timeLast(words: readonly Word[]): Word[] {
  const time = timeLength(words, 0);
  if (time === 0 || subjectLength(words, time) === 0) return [...words];
  if (words.length > LONGEST_TO_REORDER) return words.slice(time);
  if (words.slice(time).some((word, i) => i > 0 && word.pause === true)) return [...words];
  const everyTime = words[time - 1]?.w === 'time';
  if (everyTime && words.slice(time + 3).some((_, i) => subjectLength(words, time + 3 + i) > 0))
    return [...words];
  return [
    ...words.slice(time).map((word, i) => (i === 0 ? { ...word, pause: false } : word)),
    ...words.slice(0, time).map((word) => ({ ...word, pause: false })),
  ];
}

/** "every day scold me": who does it was left out; the day does not. */
function isTimeAlone(subject: readonly Word[], verb: string): boolean {
  const form = verbForm(verb);
  return (
    TIME_HEADS.has(subject[0]?.w ?? '') &&
    TIME_NOUNS.has(subject.at(-1)?.w ?? '') &&
    form?.bare === true &&
    !form.third
  );
}

/**
 * Takes a clause apart. Null when there is no subject with a finite verb that this grammar is sure of:
 * then nothing of it is turned, and the hint speaks of its topic or feeling instead.
 */
export function parseClause(clause: readonly Word[], isFeeling: (word: string) => boolean): Parsed | null {
  const trimmed = timeLast(trimClause(clause));
  const words = withBe(trimmed, isFeeling) ?? withSubject(trimmed, isFeeling);
  if (words === null || words.length < 2) return null;
  const length = subjectLength(words, 0);
  const first = words[0];
  if (length === 0 || first === undefined) return null;
  const subject = words.slice(0, length);
  if (isTimeAlone(subject, words[length]?.w ?? '')) return null;
  const helpers: string[] = [];
  const contracted =
    CONTRACTED.exec(first.w) !== null && length === 1 ? first.w.slice(first.w.indexOf("'") + 1) : '';
  const pronoun = first.w.replace(/'.*$/u, '');
  let at = length;
  let negative = false;
  const adverbs: Word[] = [];
  let modal = '';
  if (contracted !== '') helpers.push(contracted);
  for (; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const { w } = word;
    const next = words[at + 1]?.w ?? '';
    if (w === 'not' || w === 'never') negative = true;
    if (/^(?:a bit|kind of|sort of)$/u.test(`${w} ${next}`)) at++;
    else if (ADVERBS.has(w) && !(w === 'pretty' && next === '')) adverbs.push(word);
    else if (
      w.endsWith('ly') &&
      verbForm(w) === null &&
      at + 1 < words.length &&
      helpersLast(helpers) !== 'be'
    )
      adverbs.push(word);
    else if (BE.has(w) || w === 'been' || w === 'being' || (w === 'be' && modal !== '')) helpers.push(w);
    else if (MODALS.has(w)) {
      modal = w;
      helpers.push(w);
    } else if (
      (DO.has(w) && (w.endsWith("n't") || verbForm(next)?.bare === true || next === 'not')) ||
      (HAVE.has(w) && opensPerfect(words, at))
    )
      helpers.push(w);
    else break;
    if (w.endsWith("n't")) negative = true;
  }
  const who = pronoun === 'i' ? 'i' : pronoun === 'we' ? 'we' : 'other';
  const frame = { words, who, subject, negative, adverbs, modal } as const;
  const main = words[at];
  const kinds = helpers.map(helperKind);
  const lastKind = kinds.at(-1);
  const form = main === undefined ? null : verbForm(main.w);
  const rest = words.slice(at + 1);
  if (lastKind === 'be' || lastKind === 'been') {
    if (main === undefined) return null;
    if (form?.ing === true) {
      if (main.w === 'going' && rest[0]?.w === 'to' && verbForm(rest[1]?.w ?? '')?.bare === true)
        return { ...frame, shape: 'going-to', verb: form.base, rest };
      const shape =
        lastKind === 'been' ? 'perfect-progressive' : isPastBe(helpers) ? 'past-progressive' : 'progressive';
      return { ...frame, shape, verb: form.base, rest };
    }
    const shape = lastKind === 'been' ? 'been' : modal !== '' ? 'modal' : isPastBe(helpers) ? 'was' : 'be';
    return { ...frame, shape, verb: 'be', rest: words.slice(at) };
  }
  if (main === undefined || form === null) return null;
  if (lastKind === 'have') {
    if (contracted === 'd' && form.bare && !form.participle)
      return { ...frame, shape: 'modal', modal: 'would', verb: form.base, rest };
    if (
      main.w === 'got' &&
      rest[0]?.w !== 'to' &&
      !/^(?:better|worse|used|really|very|into|over|through|back|out)$/u.test(rest[0]?.w ?? '')
    )
      return { ...frame, shape: 'present', verb: 'have', rest };
    if (form.participle) return { ...frame, shape: 'perfect', verb: form.base, rest };
    return null;
  }
  if (lastKind === 'modal')
    return form.bare ? { ...frame, shape: 'modal', modal: modal || 'will', verb: form.base, rest } : null;
  if (lastKind === 'do')
    return form.bare
      ? { ...frame, shape: /did/u.test(helpers.join(' ')) ? 'past' : 'present', verb: form.base, rest }
      : null;
  if (form.ing && contracted === '') return null;
  // "he read my diary": with no -s it is past.
  if (main.w === 'read' && who === 'other' && !plural(subject))
    return { ...frame, shape: 'past', verb: form.base, rest };
  if (
    form.past &&
    (!form.bare || /^(?:hit|put|let|hurt|quit|shut|cut)$/u.test(main.w)) &&
    !(form.bare && who !== 'other' && negative)
  )
    return { ...frame, shape: 'past', verb: form.base, rest };
  // "everything also scold": whoever scolds was left out.
  if (/^(?:everything|nothing|this|that|it|there)$/u.test(first.w) && form.bare && !form.third) return null;
  if (who === 'other' ? form.third || (form.bare && plural(subject)) : form.bare)
    return { ...frame, shape: 'present', verb: form.base, rest };
  return form.bare ? { ...frame, shape: 'present', verb: form.base, rest } : null;
}

/** "have been", "have lost": have as a helper, not as a verb of its own. */
function opensPerfect(words: readonly Word[], at: number): boolean {
  for (let n = at + 1; n < Math.min(at + 4, words.length); n++) {
    const w = words[n]?.w ?? '';
    if (w === 'been') return true;
    const form = verbForm(w);
    // "hasn't come" is perfect in any case; "have run" may be "have runs".
    const denied = words[at]?.w.endsWith("n't") === true;
    if (form !== null) return form.participle && (denied || !(form.bare && !form.past));
    if (!ADVERBS.has(w) && !w.endsWith('ly')) return false;
  }
  return false;
}

function helpersLast(helpers: readonly string[]): string {
  const last = helpers.at(-1);
  return last === undefined ? '' : helperKind(last);
}

function helperKind(word: string): 'be' | 'been' | 'have' | 'modal' | 'do' {
  if (word === 'been') return 'been';
  if (word === 'm' || word === 're' || word === 's' || BE.has(word) || word === 'being' || word === 'be')
    return 'be';
  if (word === 've' || word === 'd' || HAVE.has(word)) return 'have';
  if (DO.has(word)) return 'do';
  return 'modal';
}

function isPastBe(helpers: readonly string[]): boolean {
  return helpers.some((word) => word.startsWith('was') || word.startsWith('were'));
}

function plural(subject: readonly Word[]): boolean {
  const head = subject.at(-1)?.w ?? '';
  return (
    /^(?:they|people|parents|friends|kids|children|both|all|these|those)$/u.test(head) || /[^s]s$/u.test(head)
  );
}
