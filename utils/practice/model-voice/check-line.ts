import { plainChat } from '../../analysis/codes/plain-chat';
import { contentStems } from '../../analysis/cues/stems';
import { findSafetyCues } from '../../analysis/safety/find-safety-cues';
import { maskMethods } from '../../analysis/safety/mask-methods';
import { sentencesOf } from '../../coaching/sentences';
import { z } from '../../schema';
import type { Item } from '../scenario';
import { bare } from '../voice/line-picker';
import data from './checks.json';
import { LINE_FAULTS, type LineFault } from './faults';
import type { TurnToSay } from './turn';

const CHECKS = z
  .strictObject({
    about: z.string(),
    patterns: z.array(
      z.strictObject({ fault: z.enum(LINE_FAULTS), pattern: z.string(), examples: z.array(z.string()) }),
    ),
  })
  .parse(data)
  .patterns.map(({ pattern, ...rest }) => ({ ...rest, match: new RegExp(pattern, 'u') }));

/** Lines that the patterns must catch, to hold them to. */
export const CHECK_EXAMPLES = CHECKS.flatMap(({ fault, examples }) =>
  examples.map((example) => ({ fault, example })),
);

const MOST_SENTENCES = 3;
const MOST_MESSAGES = 3;
const MOST_CHARACTERS = 320;
/** Words of somebody who says as little as possible. */
const FEWEST_WORDS = 14;
/** Words of a closed item's own lines, unsaid so far, that make a line a disclosure. */
const GIVEN_AWAY = 2;
/** Words of an item's own lines that a line which tells it must hold. */
const KEPT = 2;
const ODD = /[{}<>|#*_`]|https?:|\[[^\]]*\]|^\s*["“]/u;
const LETTERS = /\p{L}/u;

const stemsOf = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => [...contentStems(text.replace(/[{}|/]/gu, ' '))]));
const hits = (stems: ReadonlySet<string>, of: ReadonlySet<string>): number =>
  [...stems].filter((stem) => of.has(stem)).length;

/**
 * Whether a line tells of something closed: by a word that the item is known by, or by words of its own lines,
 * that neither side has used so far.
 */
function givesAway(line: string, item: Item, known: string): boolean {
  const topic = new RegExp(`\\b(?:${item.topic})\\b`, 'gu');
  const words = plainChat(line).match(topic) ?? [];
  const knownWords = new Set(plainChat(known).match(topic));
  const said = contentStems(known);
  const own = new Set([...stemsOf(item.told)].filter((stem) => !said.has(stem)));
  const fresh = hits(contentStems(line), own);
  const named = words.some((word) => !knownWords.has(word));
  return fresh >= GIVEN_AWAY || (named && fresh > 0);
}

/** Whether a line that should tell an item holds enough of it for the debrief to be true. */
function tells(line: string, device: string): boolean {
  const facts = stemsOf([device]);
  return hits(contentStems(line), facts) >= Math.min(KEPT, facts.size);
}

function isRepeated(messages: readonly string[], { session }: TurnToSay): boolean {
  const earlier = new Set(
    session.turns
      .slice(0, -1)
      .filter(({ side }) => side === 'client')
      .flatMap((turn) => turn.messages.map(bare)),
  );
  const now = messages.map(bare);
  return new Set(now).size < now.length || now.some((message) => earlier.has(message));
}

/** What is wrong with a model's words for a turn; null when they may be said. Pure. */
export function faultOfLine(messages: readonly string[], turn: TurnToSay): LineFault | null {
  const line = messages.join('\n');
  const device = turn.turn.messages.join('\n');
  const before = turn.session.turns.slice(0, -1);
  const known = [...before.flatMap((one) => one.messages), device].join('\n');
  const theirs = before.filter(({ side }) => side === 'client').flatMap((one) => one.messages);
  if (messages.length === 0 || !LETTERS.test(line)) return 'form';
  const sentences = messages.reduce((sum, message) => sum + Math.max(1, sentencesOf(message).length), 0);
  if (messages.length > MOST_MESSAGES || sentences > MOST_SENTENCES || line.length > MOST_CHARACTERS)
    return 'long';
  if (turn.turn.state.resistance === 'minimal' && line.split(/\s+/u).length > FEWEST_WORDS) return 'long';
  if (ODD.test(line)) return 'odd';
  // "Behind glass" is a picture when the written line has it.
  if (maskMethods(line) !== line && maskMethods(device) === device) return 'method';
  // What the person has already said of danger they may say again; no more than that, and no plainer.
  const speaksOfDanger = findSafetyCues(line).some(({ strength }) => strength !== 'check');
  if (speaksOfDanger && findSafetyCues([...theirs, device].join('\n')).length === 0) return 'danger';
  const plain = plainChat(line);
  const sounded = CHECKS.find(({ match }) => match.test(plain) && !match.test(plainChat(device)));
  if (sounded) return sounded.fault;
  if (turn.closed.some((item) => givesAway(line, item, known))) return 'closed';
  if (turn.told !== null && !tells(line, device)) return 'left-out';
  return isRepeated(messages, turn) ? 'repeated' : null;
}
