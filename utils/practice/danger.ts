import { findSafetyCues } from '../analysis/safety/find-safety-cues';
import type { SafetyCue } from '../analysis/safety-cue';

const ME = /^(?:i|i['’]?m|i['’]?ve|i['’]?d|i['’]?ll|me|my|mine|myself)$/iu;
const SOMEONE =
  /^(?:you|your|yours|yourself|u|ur|he|she|they|his|him|her|their|them|someone|somebody|people|client|friend|anyone|he['’]s|she['’]s|you['’]re|you['’]ve|they['’]re)$/iu;
const SAYING =
  /(?:["“”]|\b(?:say|says|saying|said|wrote|write|mention\w*|mean|means|told me|words?|heard you))\s*:?\s*(?:that\s+)?["“'‘]?[^.!?"“”]{0,30}$/iu;
/** Between single quotation marks: one is open before, and one closes after. An apostrophe is neither. */
const QUOTE_OPEN = /‘(?:[^’]|(?<=\p{L})’(?=\p{L}))*$/u;
const QUOTE_CLOSES = /^[^‘]{0,200}?’(?!\p{L})/u;
const WORDS = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
const SENTENCE_START = /[^.!?\n]*$/u;
const LOOK_BACK = 200;

/** Whether the cue speaks of the one who writes: the nearest person in or before it is "I". */
function isTheirOwn(text: string, cue: SafetyCue): boolean {
  const before = text.slice(Math.max(0, cue.start - LOOK_BACK), cue.start);
  const sentence = SENTENCE_START.exec(before)?.[0] ?? '';
  if (SAYING.test(sentence)) return false;
  if (QUOTE_OPEN.test(before) && QUOTE_CLOSES.test(text.slice(cue.end))) return false;
  const inside = cue.text.match(WORDS) ?? [];
  // "I hear that you want to die": inside a cue the person named last is the one meant.
  const nearest = [...(sentence.match(WORDS) ?? []), ...inside].findLast(
    (word) => ME.test(word) || SOMEONE.test(word),
  );
  return nearest !== undefined && ME.test(nearest);
}

/**
 * What in a supporter's turn says that they themselves are in danger, or null. Questions to the client, their
 * words quoted and words about somebody else are passed by; what is long past (`check`) is too.
 *
 * By the rules alone, on purpose. The second layer only ever says "ask gently", and it does not know whose words they are:
 * it was taught what clients say, and a supporter who practises gives such words back all day ("so you'd rather not be here
 * at all"). To end a practice is more than to ask; who is stopped for being a good listener learns to shrug at the page that
 * points to help. A message to a real client is another matter: there a check costs a glance.
 */
export function findOwnDanger(text: string): SafetyCue | null {
  return findSafetyCues(text).find((cue) => cue.strength !== 'check' && isTheirOwn(text, cue)) ?? null;
}
