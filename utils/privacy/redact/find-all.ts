import { findAddresses } from './find/addresses';
import { findContacts } from './find/contacts';
import { findDates } from './find/dates';
import { findHanNames, findKnownStrings } from './find/known-strings';
import { findNames } from './find/names';
import { findLongNumbers, findNumbers } from './find/numbers';
import { findOrganisations } from './find/organisations';
import { findInternationalPhones, findPhones } from './find/phones';
import { findPlaces } from './find/places';
import { findPostcodes } from './find/postcodes';
import { createScan, type Scan } from './scan';
import { tokenise } from './tokens';
import type { Acquaintance } from './acquaintance';
import type { Candidate } from './kinds';

/** Each round can free the edge of something that had no space beside it (`S1234567D12/03/2005`). */
const MOST_ROUNDS = 5;

/** The surest go first: what they take is hidden from the rest, so that a date is no telephone number. */
function findOnce(scan: Scan, friends: Acquaintance): void {
  findContacts(scan);
  findKnownStrings(scan, friends);
  findHanNames(scan);
  findInternationalPhones(scan);
  findNumbers(scan);
  findDates(scan);
  findAddresses(scan, tokenise(scan.text));
  findPostcodes(scan);
  findPhones(scan);
  findLongNumbers(scan);
  findOrganisations(scan, tokenise(scan.text));
  findPlaces(scan, tokenise(scan.text));
  findNames(scan, tokenise(scan.text), friends);
}

/** Everything to take out of a folded text, in order and without overlaps. */
export function findAll(text: string, friends: Acquaintance): Candidate[] {
  const scan = createScan(text);
  for (let round = 0, before = -1; round < MOST_ROUNDS && scan.count() > before; round += 1) {
    before = scan.count();
    findOnce(scan, friends);
  }
  return scan.taken();
}
