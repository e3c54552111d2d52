import addresses from './lexicon/addresses.json';
import commonWords from './lexicon/common-words.json';
import contacts from './lexicon/contacts.json';
import dates from './lexicon/dates.json';
import givenNames from './lexicon/given-names.json';
import kept from './lexicon/kept.json';
import numbers from './lexicon/numbers.json';
import organisations from './lexicon/organisations.json';
import people from './lexicon/people.json';
import places from './lexicon/places.json';
import surnames from './lexicon/surnames.json';
import * as schema from './lexicon-schema';
import { packs } from './packs';
import { isSlipOf } from './typo';

const split = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');
const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap(split));

const given = schema.givenNamesSchema.parse(givenNames);
const keptWords = schema.keptSchema.parse(kept);
const organisation = schema.organisationsSchema.parse(organisations);
const address = schema.addressesSchema.parse(addresses);

const also = setOf(given.alsoWords, given.alsoMonths, given.alsoPlaces);
const common = setOf(schema.wordListSchema.parse(commonWords).words);
const keep = setOf(
  keptWords.countries,
  keptWords.peoplesAndFaiths,
  keptWords.calendar,
  keptWords.brands,
  keptWords.health,
  keptWords.everyday,
);

/** The base forms that an inflected English word may come from. */
function bases(word: string): string[] {
  const all: string[] = [];
  const cut = (ending: string, put = ''): void => {
    if (word.endsWith(ending) && word.length - ending.length >= 3)
      all.push(word.slice(0, -ending.length) + put);
  };
  cut('s');
  cut('es');
  cut('ies', 'y');
  cut('ied', 'y');
  cut('ly');
  for (const ending of ['ed', 'ing', 'er', 'in']) {
    cut(ending);
    cut(ending, 'e');
    const stem = word.slice(0, -ending.length);
    if (word.endsWith(ending) && stem.length > 3 && stem.at(-1) === stem.at(-2)) all.push(stem.slice(0, -1));
  }
  return all;
}

const names = setOf(...Object.values(given.names));
const isPlainName = (word: string): boolean => word.length > 4 && names.has(word) && !also.has(word);
/** `james` is no form of `jam`: a name that is nothing else is never an everyday word. */
const isCommon = (word: string): boolean =>
  common.has(word) || ((!names.has(word) || also.has(word)) && bases(word).some((base) => common.has(base)));

/** Words as the rules ask for them. All are lower case and without accents, as the folded text is. */
export const lexicon = {
  people: schema.peopleSchema.parse(people),
  places: schema.placesSchema.parse(places),
  contacts: schema.contactsSchema.parse(contacts),
  numbers: schema.numbersSchema.parse(numbers),
  dates: schema.datesSchema.parse(dates),
  organisation,
  address,
  packs,
  surnames: setOf(schema.surnamesSchema.parse(surnames).names),
  givenNames: setOf(...Object.values(given.names), given.alsoWords, given.alsoMonths, given.alsoPlaces),
  alsoPlaces: setOf(given.alsoPlaces, given.alsoMonths),
  publicPeople: keptWords.publicPeople,
  employers: setOf(organisation.employers),
  acronyms: setOf(organisation.schoolAcronyms),
  generic: setOf(organisation.generic),
  notStreet: setOf(address.notNames),
  /** A given name that is also an everyday word, a month or a place. */
  doubtful: (word: string): boolean => also.has(word),
  /** Everyday English, in any inflected form. */
  common: isCommon,
  /** An everyday word as a hand in a hurry types it (`evryone`). Five letters at least: shorter ones are near to anything. */
  slip: (word: string): boolean => word.length > 4 && isSlipOf(word, isCommon),
  /** One slip away from a given name that is nothing else, and from no everyday word (`keiran`). */
  nearGivenName: (word: string): boolean =>
    word.length > 4 && !isCommon(word) && isSlipOf(word, isPlainName) && !isSlipOf(word, isCommon),
  /** Says nothing about the writer: countries, faiths, days, brands, medicines. */
  kept: (word: string): boolean => keep.has(word) || (word.endsWith('s') && keep.has(word.slice(0, -1))),
} as const;
