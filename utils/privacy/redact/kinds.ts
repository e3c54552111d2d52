/** What can be taken out of a text before it leaves the device. */
export const KINDS = [
  'name',
  'email',
  'phone',
  'handle',
  'link',
  'address',
  'postcode',
  'birthdate',
  'date',
  'id',
  'school',
  'workplace',
  'place',
  'card',
  'account',
  'ip',
  /** Something that looks like one of our placeholders but was written by a person. */
  'literal',
] as const;
export type Kind = (typeof KINDS)[number];

/** Something found in a text: UTF-16 offsets into the text as given, `end` exclusive. */
export interface Found {
  kind: Kind;
  start: number;
  end: number;
  text: string;
  /** What stands in its place, for instance `[NAME_1]`. */
  placeholder: string;
}

/** A span that a finder proposes; `key` says which thing it is, when the letters alone do not. */
export interface Candidate {
  kind: Kind;
  start: number;
  end: number;
  key?: string;
}

/** Words for a placeholder that a model made up: true of anything, and still a sentence. */
export const NEUTRAL: Record<Kind, string> = {
  name: 'this person',
  email: 'that address',
  phone: 'that number',
  handle: 'that account',
  link: 'that page',
  address: 'that place',
  postcode: 'that area',
  birthdate: 'that day',
  date: 'that day',
  id: 'that number',
  school: 'that school',
  workplace: 'that workplace',
  place: 'that place',
  card: 'that number',
  account: 'that number',
  ip: 'that number',
  literal: 'that',
};
