import { fold } from './fold';
import { lexicon } from './lexicon';

/** How surely a written word points at a person. */
export type Surety = 'sure' | 'careful';

/** Who is known in one conversation: from the page first, then from what was said. */
export interface Acquaintance {
  /** Parts of known names, lower case and without accents. `careful` ones are everyday words too. */
  part(word: string): Surety | undefined;
  /** Whole names that are no plain words (`sad_girl.04`, `美玲`), lower case. */
  readonly strings: ReadonlySet<string>;
  /** Remembers the parts of a name that was found, so that they are known when they stand bare. */
  learn(name: string): void;
  /** Which person a written name is: the same for `Anna`, `anna` and `Anna Smith`. */
  identify(name: string): string;
  /** How many words are known: it grows as names are learnt. */
  size(): number;
  /** Adds names from the page. */
  meet(names: readonly string[]): void;
}

/** More than any conversation holds; past it new names are still taken, but no longer recognised bare. */
const MOST_PEOPLE = 5_000;
const MOST_KNOWN = 2_000;

const words = (name: string): string[] =>
  fold(name)
    .text.toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'-]+/u)
    .map((word) => word.replace(/^['-]+|'s$|['-]+$/g, ''))
    .filter((word) => word !== '');

const isPlain = (name: string): boolean =>
  /^[\p{L}\p{M}\s.,'’()/&-]+$/u.test(name) &&
  !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(name);
const role = new Set([...lexicon.people.roles, ...lexicon.people.pronounTags, ...lexicon.people.particles]);
const isPart = (word: string): boolean => word.length >= 2 && !role.has(word) && !/^\d+$/.test(word);

function suretyOf(word: string): Surety {
  return lexicon.common(word) || lexicon.kept(word) ? 'careful' : 'sure';
}

/** An acquaintance that starts with the names on the page. */
export function createAcquaintance(known: readonly string[]): Acquaintance {
  const parts = new Map<string, Surety>();
  const strings = new Set<string>();
  const people = new Map<string, string>();

  const person = (name: string[]): string => {
    const whole = name.join(' ');
    const first = name[0] ?? whole;
    const same = people.get(whole) ?? (name.length === 1 ? people.get(first) : undefined);
    if (same !== undefined) return same;
    // `Anna Smith` is the `Anna` of before, unless that one has another family name.
    const alone = people.get(first);
    const id = name.length > 1 && alone === first ? alone : whole;
    if (people.size < MOST_PEOPLE) {
      people.set(whole, id);
      for (const part of name) if (!people.has(part)) people.set(part, id);
    }
    return id;
  };

  const learn = (name: string): void => {
    const all = words(name).filter(isPart);
    for (const part of all) if (parts.size < MOST_PEOPLE && !parts.has(part)) parts.set(part, suretyOf(part));
  };

  const meetOne = (name: string): void => {
    const trimmed = name.trim();
    if (trimmed.length < 2) return;
    if (!isPlain(trimmed)) {
      const string = fold(trimmed).text.toLowerCase().trim();
      if (string.length >= 2 && !role.has(string) && !/^\d{1,5}$/.test(string)) strings.add(string);
    }
    // `anna92` is Anna to her friends.
    const plain = trimmed.replace(/[_\d]+/g, ' ');
    const all = words(plain).filter(isPart);
    learn(plain);
    if (all.length > 0) person(all);
  };

  const meet = (names: readonly string[]): void => {
    for (const name of names.slice(0, MOST_KNOWN)) meetOne(name);
  };
  meet(known);

  return {
    part: (word) => parts.get(word),
    size: () => parts.size + strings.size,
    strings,
    learn,
    identify(name) {
      const named = words(name).filter(isPart);
      return person(named.length > 0 ? named : [fold(name).text.toLowerCase()]);
    },
    meet,
  };
}
