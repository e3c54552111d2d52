import { findAddresses } from './find/addresses';
import { findContacts } from './find/contacts';
import { findDates } from './find/dates';
import { findKnownStrings } from './find/known-strings';
import { findNames } from './find/names';
import { findLongNumbers, findNumbers } from './find/numbers';
import { findOrganisations } from './find/organisations';
import { findPhones } from './find/phones';
import { findPlaces } from './find/places';
import { findPostcodes } from './find/postcodes';
import { createScan } from './scan';
import { tokenise } from './tokens';
import type { Acquaintance } from './acquaintance';
import type { Candidate } from './kinds';

/**
 * Everything to take out of a folded text, in order and without overlaps. The surest go first: what they
 * take is hidden from the rest, so that a date is no telephone number and a street no person.
 */
export function findAll(text: string, friends: Acquaintance): Candidate[] {
  const scan = createScan(text);
  findContacts(scan);
  findKnownStrings(scan, friends);
  findNumbers(scan);
  findDates(scan);
  findAddresses(scan, tokenise(scan.text));
  findPostcodes(scan);
  findPhones(scan);
  findLongNumbers(scan);
  findOrganisations(scan, tokenise(scan.text));
  findPlaces(scan, tokenise(scan.text));
  findNames(scan, tokenise(scan.text), friends);
  return scan.taken();
}
