import { plainChat } from '../../analysis/codes/plain-chat';

const HE = /\b(?:he|him|his|hes)\b/u;
const SHE = /\b(?:she|her|hers|shes)\b/u;
const MAN =
  /\b(?:he|him|his|hes|dad\w*|father|pa|papa|nanna|grandad|grandpa|grandfather|brothers?|bro|sons?|boys?|boyfriend|husband|hubby|uncle|nephew|cousin|man|men|guys?|bloke|ex|partner|friends?|mate|boss|manager|teacher|coach|doctor|kids?|child|children|baby)\b/u;
const WOMAN =
  /\b(?:she|her|hers|shes|mum\w*|mom\w*|mother|ma|mama|amma\w*|gran\w*|nan|sisters?|sis|daughters?|girls?|girlfriend|wife|aunt\w*|niece|cousin|woman|women|lady|ex|partner|friends?|mate|boss|manager|teacher|coach|doctor|kids?|child|children|baby)\b/u;
/** A word with a capital inside a sentence may be a name. */
const NAME = /(?<=[\p{Ll},;] )(?!I\b)\p{Lu}\p{Ll}+/u;

/**
 * Whether a turn asks about a "he" or a "she" of whom nobody has spoken: not the client, in all that they wrote, not
 * what the supporter was told before, and not the turn itself.
 */
export function asksOfNobody(asked: string, turn: string, known: string): boolean {
  const others = HE.test(asked) ? MAN : SHE.test(asked) ? WOMAN : null;
  if (others === null) return false;
  // The pronoun itself names nobody.
  const self = plainChat(turn).replace(new RegExp(HE, 'gu'), ' ').replace(new RegExp(SHE, 'gu'), ' ');
  if (others.test(self) || NAME.test(turn)) return false;
  return !others.test(plainChat(known)) && !NAME.test(known);
}
