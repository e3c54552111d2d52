import { CONTRACTED, SUBJECT_PRONOUNS } from './grammar';
import type { Parsed } from './parse';
import { sign } from './signs';
import { gerundOf, pastOf, thirdOf, verbForm } from './verbs';
import type { Word } from './words';

/** Whom a turned clause speaks to: the client ("you"), or about the client to the supporter ("they"). */
export type Voice = 'you' | 'they';

type Pronouns = Record<'i' | 'me' | 'my' | 'mine' | 'myself', string>;
const PRONOUNS: Record<Voice, Pronouns> = {
  you: { i: 'you', me: 'you', my: 'your', mine: 'yours', myself: 'yourself' },
  they: { i: 'they', me: 'them', my: 'their', mine: 'theirs', myself: 'themselves' },
};
const CASES: Record<string, keyof Pronouns> = {
  i: 'i',
  we: 'i',
  me: 'me',
  us: 'me',
  my: 'my',
  our: 'my',
  mine: 'mine',
  ours: 'mine',
  myself: 'myself',
  ourselves: 'myself',
};
const SKIPPED = new Set(
  'just also really still never always only so not too even honestly probably'.split(' '),
);

/** Turns first person into second (or third): pronouns, and the verbs that agree with them. */
export function turnWords(words: readonly Word[], voice: Voice): string[] {
  const to = PRONOUNS[voice];
  const out: string[] = [];
  /** The subject that a verb without one would take. */
  let subject = '';
  words.forEach((word, i) => {
    const { w } = word;
    const before = words[i - 1]?.w ?? '';
    const contraction = /^(i|we)'(m|ve|d|ll|re)$/u.exec(w);
    const kind = CASES[w];
    if (SUBJECT_PRONOUNS.has(w) || CONTRACTED.test(w)) subject = w.replace(/'.*$/u, '');
    if (contraction !== null) out.push(`${to.i}'${contraction[2] === 'm' ? 're' : (contraction[2] ?? '')}`);
    else if (kind !== undefined) out.push(to[kind]);
    else if (w === 'am' && !/^\d/u.test(before)) out.push('are');
    else if ((w === 'was' || w === "wasn't") && takesFirstPerson(words, i, subject))
      out.push(w === 'was' ? 'were' : "weren't");
    else out.push(w);
  });
  return out;
}

/** Whether "was" at `i` belongs to an "I" before it, after it, or understood after "and". */
function takesFirstPerson(words: readonly Word[], i: number, subject: string): boolean {
  if (words[i + 1]?.w === 'i' && i === 0) return true;
  let at = i - 1;
  while (at >= 0 && (SKIPPED.has(words[at]?.w ?? '') || (words[at]?.w ?? '').endsWith('ly'))) at--;
  const before = words[at]?.w ?? '';
  if (before === 'i') return true;
  return /^(?:and|but|or|then)$/u.test(before) && subject === 'i';
}

const POLISH: readonly (readonly [RegExp, string])[] = [
  [/\byou and (your [\w-]+(?: [\w-]+)?) (?=are\b|were\b|have\b|had\b)/gu, 'you and $1 '],
  // "on holiday with your in-laws and you have been": the second "you" begins a clause of its own.
  [
    /(?<!\b(?:with|at|from|for|of|to|near|by|in|on|about) )\b(your [\w-]+(?: [\w-]+)?) and you\b(?!'| \w+(?:ed|ing)\b)/gu,
    'you and $1',
  ],
  [/\b(have|had|got) (?=(?:interview|appointment|exam|argument|operation|audition)\b)/gu, '$1 an '],
  [/\b(have|had|got) (?=(?:meeting|test|presentation|headache|fever|hearing|baby|fight|scan)\b)/gu, '$1 a '],
  [/\b(have|having|has|had) much (?!to\b|of\b|more\b)(?=\p{L})/gu, '$1 a lot of '],
  [/\b(he|she|it) don't\b/gu, "$1 doesn't"],
  [/\b(he|she|it) have\b/gu, '$1 has'],
  [/\b(you|they|we) was\b/gu, '$1 were'],
  [/\b(you|they|we) wasn't\b/gu, "$1 weren't"],
  [/\b(you|they|we) has\b/gu, '$1 have'],
  [/\b(you|they|we) is\b/gu, '$1 are'],
  [
    /(?<=^|, |\b(?:and|but|because|when|if|that|since|think|so|feel like|though|says?|said|know|until|means?|told (?:him|her|them|you)) )(you|they) are (?=\p{L})/gu,
    "$1're ",
  ],
  [/\b(you|they) have (?=(?:been|had|not|never|always|lost|tried|told|got|gone|done|just)\b)/gu, "$1've "],
  [/\b(you|they)'ve not\b/gu, "$1 haven't"],
  [/\bthere is (?=\p{L})/gu, "there's "],
  [/\bit is (?=\p{L})(?!(?:now|today|then|here|there|when|at|in|to|for|on|with|because)\b)/gu, "it's "],
  [/\b(can|could|would|should|do|does|did|is|are|was|were|has|have|had) not\b/gu, "$1n't"],
  [/\bcann't\b/gu, "can't"],
  [
    /\bsince (\d+|two|three|four|five|six|seven|eight|nine|ten|many|a few|few|some) (years|months|weeks|days|hours)\b/gu,
    'for $1 $2',
  ],
  [/ (?:only|though)$/u, ''],
  [/\b(for|in|at|about|like) like (?=a\b|\d|the\b)/gu, '$1 '],
  [/\ba (?=[aeio]\p{L})(?!one\b|once\b|eu)/gu, 'an '],
  [/\b(with|for|to|from|of|about) (\w+) and i\b/gu, '$1 $2 and you'],
  [/ ,/gu, ','],
];

/** Joins turned words into running text, with the commas that the client's pauses mark. */
export function finish(words: readonly string[], pauses: readonly boolean[] = []): string {
  let text = '';
  words.forEach((word, i) => {
    text += i === 0 ? word : `${pauses[i] === true ? ', ' : ' '}${word}`;
  });
  for (const [pattern, instead] of POLISH) text = text.replace(pattern, instead);
  return text;
}

/** The client's clause, said back: "i dont think my dad likes me" is "you don't think your dad likes you". */
export function sayBack(words: readonly Word[], voice: Voice = 'you', parsed: Parsed | null = null): string {
  const turned = turnWords(words, voice);
  if (parsed !== null) agree(turned, words, parsed);
  return finish(
    turned,
    words.map((word, i) => i > 0 && word.pause === true),
  );
}

/** Nouns that take either number: "my family expects", "school keep calling". */
const COLLECTIVE =
  /^(?:family|school|team|work|group|class|police|council|staff|uni|college|company|people|everyone|band|side|parents|friends)$/u;

/** Puts right the verb of a single third person, which many Englishes leave bare: "my boss scold me". */
function agree(turned: string[], words: readonly Word[], parsed: Parsed): void {
  const head = parsed.subject.at(-1)?.w ?? '';
  if (
    parsed.who !== 'other' ||
    /^(?:they|you|these|those|both|most)/u.test(head) ||
    /(?:[^s]s|people|children|kids)$/u.test(head)
  )
    return;
  if (parsed.subject.some((word) => word.w === 'and') || COLLECTIVE.test(head)) return;
  for (let i = parsed.subject.length; i < words.length && i < parsed.subject.length + 4; i++) {
    const w = words[i]?.w ?? '';
    if (/^(?:kind|sort)$/u.test(w) && words[i + 1]?.w === 'of') continue;
    if (w === "don't") turned[i] = "doesn't";
    else if (w === 'have') turned[i] = 'has';
    const form = verbForm(w);
    const after = verbForm(words[i + 1]?.w ?? '');
    if (w === 'keep' && after?.bare === true && !after.third) turned[i + 1] = gerundOf(after.base);
    if (form === null || w === 'have') {
      if (/n't$|^(?:can|could|will|would|should|might|must|may|did|does|do|to)$/u.test(w)) return;
      continue;
    }
    if (parsed.shape === 'present' && form.bare && !form.third && !form.past) {
      const habit = words.some((word) =>
        /^(?:always|every|never|sometimes|often|usually|keep|still)$/u.test(word.w),
      );
      turned[i] =
        habit || /^(?:want|need|like|love|hate|know|think|feel|live|seem|expect|keep)$/u.test(form.base)
          ? thirdOf(form.base)
          : pastOf(form.base);
    }
    return;
  }
}

const ACCUSATIVE: Record<string, string> = {
  he: 'him',
  she: 'her',
  they: 'them',
  it: 'it',
  this: 'this',
  that: 'that',
};
/** Adverbs that stay when a clause becomes something one does. */
const KEPT =
  /^(?:always|never|already|constantly|barely|hardly|still|secretly|suddenly|nearly|almost|slowly|properly)$/u;
/** What one thinks is not what one does; and some verbs say nothing without what follows. */
const OPINES = /^(?:think|guess|suppose|reckon|mean|agree|want|hope|wish)$/u;
const UNFINISHED = sign('unfinished');
/** What follows makes the -ing form clumsy. */
const CLUMSY = /^(?:supposed|meant|going|about|used|due|bound)$/u;

/**
 * The clause as something one does or lives with: "I told my mum" is "telling your mum", "he left me" is
 * "him leaving you", "I can't sleep" is "not being able to sleep". Null when English has no easy form.
 */
export function asDoing(parsed: Parsed, voice: Voice = 'you'): string | null {
  const { who, shape, modal, negative, verb, subject } = parsed;
  let { rest } = parsed;
  const [next] = rest;
  if (shape === 'going-to' || parsed.words.some((word) => word.w === 'every' && parsed.words[0] === word))
    return null;
  if (verb === 'be' && CLUMSY.test(next?.w ?? '')) return null;
  if (verb === 'use' && next?.w === 'to') return null;
  if (next?.w === 'that' && rest.length > 2) return null;
  if (/^(?:hate|love|like|enjoy|start|begin)$/u.test(verb) && verbForm(next?.w ?? '')?.ing === true)
    return null;
  if (OPINES.test(verb) || rest.some(({ w, pause }) => pause === true || w === 'then')) return null;
  if (next === undefined && UNFINISHED.test(verb)) return null;
  let action = gerundOf(verb);
  let not = negative ? 'not ' : '';
  const able = shape !== 'modal';
  if (able && verb === 'keep' && next !== undefined && verbForm(next.w)?.ing === true) {
    action = next.w;
    rest = rest.slice(1);
  } else if (able && verb === 'stop' && next !== undefined && verbForm(next.w)?.ing === true) {
    if (negative || rest.length < 2) return null;
    action = next.w;
    not = 'not ';
    rest = rest.slice(1);
  } else if (able && verb === 'start' && next !== undefined && verbForm(next.w)?.ing === true) return null;
  if (rest.length === 0 && OPINES.test(verbForm(action)?.base ?? '')) return null;
  if (shape === 'modal') {
    if (modal !== "can't" && modal !== "couldn't" && !(modal === 'can' && negative)) return null;
    if (verb === 'be' && next !== undefined && verbForm(next.w)?.ing === true) return null;
    action = `being able to ${verb}`;
    not = 'not ';
  }
  const adverb = parsed.adverbs.find((word) => KEPT.test(word.w))?.w ?? '';
  const kept = adverb === '' || (adverb === 'never' && shape === 'modal') ? '' : `${adverb} `;
  if (adverb === 'never') {
    if (/^(?:so|this|that)$/u.test(next?.w ?? '')) return null;
    not = '';
  }
  const tail = coordinated(rest, shape === 'modal', voice);
  if (tail === null) return null;
  const phrase = `${kept}${not}${action} ${tail}`.trim();
  if (who === 'i' || who === 'we') return finish(phrase.split(' '));
  const [first] = subject;
  if (
    first === undefined ||
    subject.some((word, i) => i > 0 && (SUBJECT_PRONOUNS.has(word.w) || CONTRACTED.test(word.w)))
  )
    return null;
  if (/^(?:nobody|no|none|nothing|neither)$/u.test(first.w)) return null;
  const doer =
    ACCUSATIVE[first.w.replace(/'.*$/u, '')] ??
    (CONTRACTED.test(first.w) ? null : turnWords(subject, voice).join(' '));
  if (doer === null || /^(?:it|there|this|that|what)\b/u.test(doer)) return null;
  return finish(`${doer} ${phrase}`.split(' '));
}

/** The rest of a clause after its verb became an -ing form: "and shake" follows as "and shaking". */
function coordinated(rest: readonly Word[], bare: boolean, voice: Voice): string | null {
  const turned = turnWords(rest, voice);
  for (let i = 0; i + 1 < rest.length; i++) {
    if (!/^(?:and|but|or)$/u.test(rest[i]?.w ?? '')) continue;
    let at = i + 1;
    while (/^(?:then|just|still|also|even)$/u.test(rest[at]?.w ?? '')) at++;
    const w = rest[at]?.w ?? '';
    if (
      /^(?:can't|won't|don't|didn't|was|were|is|are|have|has|had|couldn't|will|would|isn't|wasn't)$/u.test(w)
    )
      return null;
    const form = verbForm(w);
    if (form === null || form.ing || /^(?:work|dinner|drink|phone|text|home)$/u.test(w)) continue;
    if (!form.bare && !form.past && !form.third) continue;
    const before = rest[i - 1]?.w ?? '';
    const beforeForm = verbForm(before);
    if (beforeForm?.bare === true && form.bare && i > 0 && rest[i - 2]?.w === 'to') continue;
    if (!bare) turned[at] = gerundOf(form.base);
  }
  return turned.join(' ');
}
