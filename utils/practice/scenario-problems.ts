import type { z } from '../schema';

/** What is wrong with a scenario file, and where. */
export interface ScenarioProblem {
  /** Such as `items.2.trust`; empty for the file as a whole. */
  field: string;
  problem: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

const COUNTED: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

/** One issue of the schema in plain words. */
function inWords(issue: z.core.$ZodIssue, isThere: boolean): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'this field is not known';
    case 'invalid_type':
      return isThere ? `this must be ${KINDS[issue.expected] ?? issue.expected}` : 'this is missing';
    case 'too_small': {
      const of = COUNTED[issue.origin];
      if (of === undefined) return `this must be at least ${String(issue.minimum)}`;
      return Number(issue.minimum) === 1
        ? 'this is empty'
        : `at least ${String(issue.minimum)} ${of} are needed`;
    }
    case 'too_big': {
      const of = COUNTED[issue.origin];
      return of === undefined
        ? `this must be at most ${String(issue.maximum)}`
        : `at most ${String(issue.maximum)} ${of} have room`;
    }
    case 'invalid_value':
      return `this must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return 'this must be lower-case letters, digits and hyphens, and begin with a letter';
    case 'invalid_key':
      return 'this field is not known';
    default:
      return 'this cannot be read';
  }
}

function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at !== undefined;
}

/** The issues of the schema as problems that name their fields. */
export function problemsOf(value: unknown, issues: readonly z.core.$ZodIssue[]): ScenarioProblem[] {
  return issues.flatMap((issue) => {
    const problem = inWords(issue, isThere(value, issue.path));
    const at = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [...at, key].join('.'), problem }));
    return [{ field: at.join('.'), problem }];
  });
}

const NAMES: Readonly<Record<string, string>> = {
  id: 'id',
  title: 'title',
  theme: 'theme',
  level: 'difficulty',
  about: 'what the supporter knows',
  person: 'the person',
  'person.name': 'the person’s name',
  'person.age': 'the person’s age',
  'person.pronouns': 'the person’s pronouns',
  'person.place': 'where they live',
  'person.background': 'their background',
  'person.idiom': 'their English',
  goals: 'goals',
  contentNote: 'content note',
  aftercare: 'aftercare note',
  'start.trust': 'trust at the start',
  'start.valence': 'mood at the start',
  'start.arousal': 'agitation at the start',
  leanings: 'how they close up',
  opening: 'opening lines',
  items: 'things to tell',
  answers: 'answers',
  heard: 'lines when they feel heard',
  advised: 'lines when told what to do',
  drift: 'lines that lead away',
  closing: 'closing lines',
  'closing.warm': 'warm closing lines',
  'closing.cold': 'cold closing lines',
  slots: 'own words to fill in',
};
const ITEM_NAMES: Readonly<Record<string, string>> = {
  id: 'id',
  name: 'name',
  weight: 'weight',
  trust: 'trust needed',
  after: 'what must be told before',
  topic: 'words that are about it',
  askedBy: 'plain questions for it',
  hints: 'hints while it is closed',
  told: 'lines that tell it',
  more: 'lines that follow',
  shut: 'lines when asked too soon',
};

/** A field as a person would call it: `items.2.trust` is "thing to tell no. 3, trust needed". */
export function fieldWords(field: string): string {
  if (field === '') return 'the file';
  const parts = field.split('.');
  const [first = '', second = '', ...rest] = parts;
  const nth = (part: string | undefined): string =>
    part !== undefined && /^\d+$/u.test(part) ? `no. ${String(Number(part) + 1)}` : (part ?? '');
  if (first === 'items' && second !== '') {
    const [key, ...deeper] = rest;
    return [
      `thing to tell ${nth(second)}`,
      key === undefined ? '' : (ITEM_NAMES[key] ?? key),
      ...deeper.map(nth),
    ]
      .filter((part) => part !== '')
      .join(', ');
  }
  for (let n = parts.length; n > 0; n -= 1) {
    const name = NAMES[parts.slice(0, n).join('.')];
    if (name !== undefined) return [name, ...parts.slice(n).map(nth)].join(', ');
  }
  return field;
}
