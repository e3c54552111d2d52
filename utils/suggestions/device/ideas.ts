import { z } from '../../schema';
import type { HintKind } from '../hint';
import data from './bank/ideas.json';
import { countWords } from './companions';
import type { Line } from './lines';
import type { Point } from './point';
import { doingOf, feelingsOf, personOf, saidOf, taskOf, thingOf } from './slot-values';

const linesSchema = z.record(
  z.string(),
  z.array(
    z.object({
      text: z.string(),
      tense: z.optional(z.enum(['past', 'now'])),
      /** Kinds of point that it fits, separated by blanks. */
      for: z.optional(z.string()),
    }),
  ),
);
const bank = z
  .object({ about: z.string(), explore: linesSchema, empathise: linesSchema, support: linesSchema })
  .parse(data);

/** Longest clause in an idea, in words: it is a note, not a sentence to send. */
const LONGEST_CLAUSE = 12;

/**
 * A hint as an idea: what to ask, reflect or affirm, in a few words about the client, for the supporter to
 * put into their own. Null when the bank has no line for it.
 * @param point read in the voice that speaks of the client as "they"
 */
export function ideaFor(line: Line, point: Point, turn: readonly Point[]): string | null {
  const key = line.hint === 'explore' ? (line.asks ?? 'happened') : line.technique;
  const ideas = bank[line.hint satisfies HintKind][key] ?? [];
  for (const idea of ideas) {
    if (idea.tense !== undefined && idea.tense !== point.tense) continue;
    if (idea.for?.split(' ').includes(point.kind) === false) continue;
    let whole = true;
    const text = idea.text.replace(/\{(\w+)\}/gu, (_, slot: string) => {
      const value = slotOf(slot, line, point, turn);
      if (value === null || value === '') whole = false;
      return value ?? '';
    });
    if (whole) return text;
  }
  return null;
}

function slotOf(slot: string, line: Line, point: Point, turn: readonly Point[]): string | null {
  switch (slot) {
    case 'said':
      return isAmbiguous(point) ? null : saidOf(point, LONGEST_CLAUSE);
    case 'doing':
      return isAmbiguous(point) ? null : doingOf(point, LONGEST_CLAUSE);
    case 'topic':
      return theirs(thingOf(point, { ...line, theme: undefined, plural: undefined })?.name);
    case 'person':
      return theirs(personOf(point, turn)?.name);
    case 'noun':
      return feelingsOf(point, { ...line, named: true })[0]?.noun ?? null;
    case 'tasking':
    case 'how':
    case 'whether': {
      const task = taskOf(point, slot);
      return task !== null && countWords(task) <= LONGEST_CLAUSE ? task : null;
    }
    default:
      throw new Error(`The bank fills no slot ${slot} in ideas`);
  }
}

/** "They" is the client here; a clause with others who are "they" would mix the two up. */
function isAmbiguous(point: Point): boolean {
  return /\b(?:they|them|their|theirs|they're|they've|they'd|they'll)\b/u.test(point.sentence);
}

/** Names of people and things are kept in the words that speak to the client. */
function theirs(name: string | undefined): string | null {
  return name === undefined ? null : name.replace(/\byour\b/gu, 'their');
}
