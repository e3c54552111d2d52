import { z } from '../../schema';

/** Words in one string, with spaces between: easier to edit than a list, and smaller. */
const wordString = z.string();
const phrases = z.array(z.string());

export const givenNamesSchema = z.object({
  note: z.string(),
  names: z.record(z.string(), wordString),
  alsoWords: wordString,
  alsoMonths: wordString,
  alsoPlaces: wordString,
});

export const wordListSchema = z.object({ note: z.string(), words: wordString });
export const surnamesSchema = z.object({ note: z.string(), names: wordString });

export const peopleSchema = z.object({
  note: z.string(),
  introductions: phrases,
  selfIntroductions: phrases,
  hanIntroductions: phrases,
  modals: phrases,
  speakers: phrases,
  clauseWords: phrases,
  opening: phrases,
  tails: phrases,
  notNameEndings: phrases,
  selfTails: phrases,
  relations: phrases,
  possessors: phrases,
  titles: phrases,
  plainTitles: phrases,
  greetings: phrases,
  signOffs: phrases,
  personObject: phrases,
  before: phrases,
  around: phrases,
  after: phrases,
  speech: phrases,
  notAfter: phrases,
  auxiliaries: phrases,
  determiners: phrases,
  particles: phrases,
  functionWords: phrases,
  pronounTags: phrases,
  roles: phrases,
});

export const keptSchema = z.object({
  note: z.string(),
  countries: wordString,
  peoplesAndFaiths: wordString,
  calendar: wordString,
  brands: wordString,
  health: wordString,
  everyday: wordString,
  publicPeople: phrases,
});

export const placesSchema = z.object({
  note: z.string(),
  leads: phrases,
  weakLeads: phrases,
  nearby: phrases,
});

export const organisationsSchema = z.object({
  note: z.string(),
  schoolHeads: phrases,
  schoolOpeners: phrases,
  schoolAcronyms: wordString,
  schoolLeads: phrases,
  strongSchoolLeads: phrases,
  workHeads: phrases,
  weakHeads: phrases,
  nameJoins: phrases,
  notSaints: phrases,
  nearby: phrases,
  workLeads: phrases,
  weakWorkLeads: phrases,
  employers: wordString,
  generic: wordString,
});

export const contactsSchema = z.object({
  note: z.string(),
  platforms: phrases,
  nouns: phrases,
  standaloneNouns: phrases,
  verbs: phrases,
  links: phrases,
  mailProviders: phrases,
  payments: phrases,
  topDomains: phrases,
  wordDomains: phrases,
});

export const numbersSchema = z.object({
  note: z.string(),
  public: phrases,
  phoneWords: phrases,
  digitWords: z.record(z.string(), z.string()),
});

export const datesSchema = z.object({ note: z.string(), months: phrases, birth: phrases, between: phrases });

export const addressesSchema = z.object({
  note: z.string(),
  leads: phrases,
  strongLeads: phrases,
  notNames: wordString,
  houses: phrases,
  directions: phrases,
});
